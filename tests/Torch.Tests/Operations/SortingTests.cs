using static Qiansi.torch;

namespace Qiansi.Torch.Tests.Operations;

public sealed class SortingTests
{
    /// <summary>Rows short and long, so that each way of sorting is taken; few different values, so that many are equal.</summary>
    public static TheoryData<ScalarType, int, bool> Rows
    {
        get
        {
            var data = new TheoryData<ScalarType, int, bool>();
            foreach (var type in new[] { ScalarType.Float32, ScalarType.Float64, ScalarType.Int64, ScalarType.Int32, ScalarType.Byte })
            {
                foreach (var n in new[] { 1, 17, 300, 5000 })
                {
                    data.Add(type, n, false);
                    data.Add(type, n, true);
                }
            }

            return data;
        }
    }

    [Theory]
    [MemberData(nameof(Rows))]
    public void Equal_elements_keep_their_order_and_nan_is_largest(ScalarType type, int n, bool descending)
    {
        var random = new System.Random(n);
        var numbers = Enumerable.Range(0, 3 * n)
            .Select(_ => type.IsFloating()
                ? random.Next(20) switch { 0 => double.NaN, 1 => -0.0, 2 => double.NegativeInfinity, 3 => -1e-40, var r => (r - 12) / 4.0 }
                : random.Next(type == ScalarType.Byte ? 0 : -9, 10)).ToArray();
        if (type == ScalarType.Float32) numbers = [.. numbers.Select(x => (double)(float)x)];
        var x = tensor(numbers).to(type).reshape(3, n);
        var (values, indices) = x.sort(-1, descending);
        var few = Math.Max(1, n / 20);
        var (top, places) = x.topk(few, largest: descending);
        for (var row = 0; row < 3; row++)
        {
            var line = numbers.AsSpan(row * n, n).ToArray();
            // .NET sorts NaN first; here it is the largest.
            double Rank(int i) => double.IsNaN(line[i]) ? double.MaxValue : line[i] + 0.0;
            var order = descending ? Enumerable.Range(0, n).OrderByDescending(Rank) : Enumerable.Range(0, n).OrderBy(Rank);
            var expected = order.Select(i => (long)i).ToArray();
            Assert.Equal(expected, indices[row].data<long>().ToArray());
            Assert.Equal(expected.Take(few), places[row].data<long>().ToArray());
            Assert.Equal(expected.Select(i => line[i]), values[row].to(float64).data<double>().ToArray());
            Assert.Equal(expected.Take(few).Select(i => line[i]), top[row].to(float64).data<double>().ToArray());
        }
    }

    [Fact]
    public void Gather_and_scatter_along_each_dimension_equal_their_definition()
    {
        var x = rand([4, 5, 6]);
        for (var dim = 0; dim < 3; dim++)
        {
            var shape = new long[] { 3, 4, 5 };
            shape[dim] = 9;
            var index = randint(0, x.size(dim), shape);
            var (gathered, added, written) = (x.gather(dim, index), x.scatter_add(dim, index, ones(shape)), x.scatter(dim, index, 7.0));
            var (sum, set) = (x.clone(), x.clone());
            for (long i = 0; i < shape[0]; i++)
            {
                for (long j = 0; j < shape[1]; j++)
                {
                    for (long k = 0; k < shape[2]; k++)
                    {
                        long[] place = [i, j, k];
                        place[dim] = index[i, j, k].item<long>();
                        Assert.Equal(x[place[0], place[1], place[2]].item<float>(), gathered[i, j, k].item<float>());
                        sum[place[0], place[1], place[2]] = sum[place[0], place[1], place[2]] + 1;
                        set[place[0], place[1], place[2]] = 7;
                    }
                }
            }

            Assert.True(added.allclose(sum));
            Assert.True(written.equal(set));
            index[0, 0, 0] = x.size(dim);
            Assert.Contains($"index {x.size(dim)} is out of range for dimension {dim}",
                Assert.Throws<IndexOutOfRangeException>(() => x.gather(dim, index)).Message);
        }
    }

    [Fact]
    public void Places_of_a_mask()
    {
        var mask = rand([40, 50]) > 0.7;
        var places = mask.nonzero();
        Assert.Equal(mask.sum().item<long>(), places.size(0));
        Assert.True(mask.index_select(0, places.select(1, 0)).gather(1, places.select(1, 1).unsqueeze(1)).all().item<bool>());
        Assert.Equal(0, zeros([3], ScalarType.Bool).nonzero().size(0));
        Assert.False(zeros([70_000]).to(ScalarType.Bool).any().item<bool>());
        Assert.True(ones([70_000]).to(ScalarType.Bool).all().item<bool>());
    }
}
