using Qiansi.Torch.Kernels;
using StridedLoop = Qiansi.Torch.Dispatch.StridedLoop;

namespace Qiansi.Torch.Tests.Kernels;

[Collection(nameof(KernelSettings))]
public sealed unsafe class ElementKernelsTest
{
    [Theory]
    [MemberData(nameof(KernelSettings.Widths), MemberType = typeof(KernelSettings))]
    public void Broadcast_and_strided_operands_in_any_number_of_dimensions(int bits)
    {
        using var settings = new KernelSettings(2, bits);
        var random = new System.Random(bits);
        for (var i = 0; i < 200; i++)
        {
            var shape = Enumerable.Range(0, random.Next(0, 5)).Select(_ => (long)random.Next(i % 20 == 0 ? 0 : 1, 7)).ToArray();
            var (a, aStrides) = Operand(random, shape, i);
            var (b, bStrides) = Operand(random, shape, i + 1);
            var (y, yStrides) = Operand(random, shape, i + 2, false);
            using (a)
            using (b)
            using (y)
            {
                var loop = new StridedLoop(shape);
                loop.Add((byte*)a.Start, shape, aStrides, sizeof(float));
                loop.Add((byte*)b.Start, shape, bStrides, sizeof(float));
                loop.Add((byte*)y.Start, shape, yStrides, sizeof(float));
                loop.Run(&Difference);
                y.CheckGuards();
                foreach (var index in Indices(shape)) Assert.Equal(a[At(index, aStrides)] - b[At(index, bStrides)], y[At(index, yStrides)]);
            }
        }
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(5)]
    public void Large_tensors_are_divided_among_threads_and_writes_to_one_place_are_not(int threads)
    {
        using var settings = new KernelSettings(threads, SimdWidth.Bits);
        var x = torch.rand([7, 130, 150]);
        var y = x.permute(2, 0, 1) - x.permute(2, 0, 1).contiguous();
        Assert.False(y.ne(0).any().item<bool>());
        Assert.True(x.transpose(0, 2).contiguous().transpose(0, 2).equal(x));
        Assert.True(x.gt(0.5).logical_or(x.le(0.5)).all().item<bool>());

        // Windows that overlap: each place sums what was seen through it.
        var row = torch.zeros([100_002]).requires_grad_();
        row.unfold(0, 3, 1).sum().backward();
        Assert.Equal([1f, 2f, 3f], row.grad![..3].data<float>().ToArray());
        Assert.Equal(300_000f, row.grad!.sum().item<float>());
    }

    private static void Difference(byte** p, long* s, long n)
    {
        for (long i = 0; i < n; i++) *(float*)(p[2] + i * s[2]) = *(float*)(p[0] + i * s[0]) - *(float*)(p[1] + i * s[1]);
    }

    [Theory]
    [MemberData(nameof(KernelSettings.Widths), MemberType = typeof(KernelSettings))]
    public void A_value_does_not_depend_on_its_place_nor_on_the_width(int bits)
    {
        const int N = 1003;
        using var x = new Buffer<float>(N, 5, -3, 3);
        using var wide = new Buffer<float>(N);
        using var single = new Buffer<float>(N);
        using (new KernelSettings(1, bits)) Unary.Run(default(Gelu<float>), x.Start, wide.Start, N);
        using (new KernelSettings(1, 1)) Unary.Run(default(Gelu<float>), x.Start, single.Start, N);
        wide.ShouldEqual(single, 0, $"{bits} bits");
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(31)]
    [InlineData(4096)]
    [InlineData(100_001)]
    public void Reductions_of_all_elements(int n)
    {
        foreach (var bits in new[] { 1, 128, 256, 512 })
        {
            using var settings = new KernelSettings(2, bits);
            using var x = new Buffer<float>(n, n + 1);
            double sum = 0, squares = 0, dot = 0;
            float max = float.NegativeInfinity, min = float.PositiveInfinity;
            for (var i = 0; i < n; i++)
            {
                sum += x[i];
                dot += (double)x[i] * x[i];
                squares += (x[i] - 0.25) * (x[i] - 0.25);
                max = Math.Max(max, x[i]);
                min = Math.Min(min, x[i]);
            }

            Assert.Equal(sum, Reduce.Sum(x.Start, n), 1e-3);
            Assert.Equal(sum, ReduceDimension.SumAll(x.Start, n), 1e-3);
            Assert.Equal(dot, Reduce.Dot(x.Start, x.Start, n), 1e-5 * (1 + dot));
            Assert.Equal(squares, Reduce.SquaredDeviation(x.Start, 0.25f, n), 1e-5 * (1 + squares));
            Assert.Equal(max, Reduce.Max(x.Start, n));
            Assert.Equal(min, Reduce.Min(x.Start, n));
            for (var at = 0; at < n; at += Math.Max(1, n / 7))
            {
                var kept = x[at];
                x[at] = float.NaN;
                Assert.True(float.IsNaN(Reduce.Max(x.Start, n)), $"NaN at {at} of {n}, {bits} bits");
                Assert.True(float.IsNaN(Reduce.Min(x.Start, n)));
                x[at] = kept;
            }
        }
    }

    [Fact]
    public void A_sum_of_many_small_numbers_keeps_its_digits()
    {
        using var settings = new KernelSettings();
        using var x = new Buffer<float>(10_000_000);
        for (var i = 0; i < 10_000_000; i++) x[i] = 0.1f;
        // One after the other they would give 1,087,937.
        Assert.InRange(ReduceDimension.SumAll(x.Start, 10_000_000), 999_990f, 1_000_010f);   // narrower registers add more in each lane
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void The_largest_of_many_and_where_it_is(int threads)
    {
        using var settings = new KernelSettings(threads, SimdWidth.Bits);
        var x = torch.rand([300_000]);
        x[123_456] = 2;
        x[200_000] = 2;
        Assert.Equal(2f, x.max().item<float>());
        Assert.Equal(123_456, x.argmax().item<long>());
        Assert.Equal(Math.Sqrt(x.to(torch.float64).square().sum().item<double>()), x.norm().item<float>(), 1e-3);
        x[250_000] = float.NaN;
        Assert.True(float.IsNaN(x.max().item<float>()));
        Assert.Equal(250_000, x.argmin().item<long>());

        // Columns: each has its own place, ties and NaN the first one.
        var columns = torch.zeros([5, 21]);
        for (var j = 0; j < 21; j++) columns[j % 5, j] = 1;
        columns[3, 4] = 1;
        columns[4, 20] = float.NaN;
        var (values, places) = columns.max(0);
        Assert.Equal(Enumerable.Range(0, 21).Select(j => j == 4 ? 3L : j == 20 ? 4 : j % 5), places.data<long>().ToArray());
        Assert.True(float.IsNaN(values[20].item<float>()));
        Assert.Equal(20f, values[..20].sum().item<float>());
    }

    [Fact]
    public void Reductions_over_a_dimension()
    {
        using var settings = new KernelSettings(2);
        var random = new System.Random(2);
        for (var i = 0; i < 80; i++)
        {
            long outer = random.Next(1, 7), n = random.Next(1, 300), inner = random.Next(2) == 0 ? 1 : random.Next(1, 100);
            using var x = new Buffer<double>(outer * n * inner, i);
            if (i % 5 == 0) x[x.Length / 2] = double.NaN;
            using var sum = new Buffer<double>(outer * inner);
            using var max = new Buffer<double>(outer * inner);
            using var place = new Buffer<long>(outer * inner);
            ReduceDimension.Sum(x.Start, sum.Start, outer, n, inner);
            ReduceDimension.Extreme(x.Start, max.Start, place.Start, outer, n, inner, i % 2 == 0);
            max.CheckGuards();
            for (long o = 0; o < outer; o++)
            {
                for (long j = 0; j < inner; j++)
                {
                    var column = Enumerable.Range(0, (int)n).Select(r => x[(o * n + r) * inner + j]).ToArray();
                    var at = o * inner + j;
                    Assert.Equal(column.Sum(), sum[at], 1e-10);
                    var expected = Array.Exists(column, double.IsNaN) ? double.NaN : i % 2 == 0 ? column.Max() : column.Min();
                    Assert.Equal(expected, max[at]);
                    Assert.Equal(Array.FindIndex(column, v => v.Equals(expected)), place[at]);
                }
            }
        }
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    public void Gradients_of_looked_up_rows_are_added_in_order(int threads)
    {
        using var settings = new KernelSettings(threads);
        const int Rows = 50, Width = 37, Count = 2000;
        var random = new System.Random(1);
        using var indices = new Buffer<long>(Count);
        for (var i = 0; i < Count; i++) indices[i] = random.Next(Rows);
        using var y = new Buffer<float>(Count * Width, 1);
        using var gradient = new Buffer<float>(Rows * Width);
        using var expected = new Buffer<float>(Rows * Width);
        Embedding.ScatterAdd(gradient.Start, Rows, Width, indices.Start, Count, y.Start, 7);
        for (var i = 0; i < Count * Width; i++)
        {
            if (indices[i / Width] != 7) expected[indices[i / Width] * Width + i % Width] += y[i];
        }

        gradient.ShouldEqual(expected, 0);
    }

    [Fact]
    public void Sixteen_bit_types_round_to_nearest_even_and_come_back_exactly()
    {
        using var settings = new KernelSettings();
        using var x = Buffer<float>.Of(
            1f, 1.00390625f, 1.01171875f, 3.4e38f, float.NaN, float.NegativeInfinity, 1e-40f, -0f, 65504f, 65520f);
        using var bits = new Buffer<ushort>(x.Length);
        using var back = new Buffer<float>(x.Length);
        HalfTypes.ToBFloat16(x.Start, bits.Start, x.Length);
        HalfTypes.FromBFloat16(bits.Start, back.Start, x.Length);
        Assert.Equal(1f, back[0]);
        Assert.Equal(1f, back[1]);              // halfway, to even
        Assert.Equal(1.015625f, back[2]);       // halfway, to even
        Assert.Equal(float.PositiveInfinity, back[3]);
        Assert.True(float.IsNaN(back[4]));
        Assert.Equal(float.NegativeInfinity, back[5]);
        Assert.True(float.IsNegative(back[7]));
        using var halves = new Buffer<Half>(x.Length);
        HalfTypes.ToHalf(x.Start, halves.Start, x.Length);
        HalfTypes.FromHalf(halves.Start, back.Start, x.Length);
        for (var i = 0; i < x.Length; i++) Assert.Equal((float)(Half)x[i], back[i]);

        // As tensors are converted: whole ones, and views that go element by element.
        var numbers = torch.tensor(x.ToArray());
        foreach (var type in new[] { torch.bfloat16, torch.float16 })
        {
            var there = numbers.to(type);
            var view = torch.stack([numbers, numbers], 1).select(1, 0).to(type);
            Assert.Equal(there.to(torch.float32).data<float>().ToArray(), view.to(torch.float32).data<float>().ToArray());
            Assert.Equal(1f, there[0].to(torch.float32).item<float>());
            Assert.True(there.to(torch.float32)[4].isnan().item<bool>());
        }
    }

    [Theory]
    [InlineData("512", 512)]
    [InlineData("256", 256)]
    [InlineData("128", 128)]
    [InlineData("scalar", 1)]
    public void The_variable_limits_the_width(string setting, int bits) => Assert.Equal(bits, SimdWidth.Choose(setting));

    [Fact]
    public void An_unknown_width_is_refused_by_name()
    {
        Assert.Equal(SimdWidth.Widest, SimdWidth.Choose(null));
        Assert.Contains("'64'", Assert.Throws<InvalidOperationException>(() => SimdWidth.Choose("64")).Message);
    }

    private static (Buffer<float> Data, long[] Strides) Operand(System.Random random, long[] shape, int seed, bool broadcast = true)
    {
        // Dimensions in a random order, sometimes with gaps, sometimes broadcast.
        var strides = new long[shape.Length];
        long step = random.Next(1, 3);
        foreach (var d in random.Next(2) == 0
            ? Enumerable.Range(0, shape.Length).Reverse() : Enumerable.Range(0, shape.Length).OrderBy(_ => random.Next()))
        {
            if (broadcast && random.Next(4) == 0) continue;
            strides[d] = step;
            step *= Math.Max(1, shape[d]);
        }

        return (new Buffer<float>(step + 1, seed), strides);
    }

    private static long At(long[] index, long[] strides) => index.Zip(strides, (i, s) => i * s).Sum();

    private static IEnumerable<long[]> Indices(long[] shape)
    {
        var count = shape.Aggregate(1L, (p, n) => p * n);
        for (long i = 0; i < count; i++)
        {
            var index = new long[shape.Length];
            var rest = i;
            for (var d = shape.Length - 1; d >= 0; d--) (rest, index[d]) = Math.DivRem(rest, shape[d]);
            yield return index;
        }
    }
}
