using Qiansi.Torch.RandomNumbers;

namespace Qiansi.Torch.Tests.RandomNumbers;

/// <summary>What holds for the numbers whatever the seed, and what is refused.</summary>
public sealed class DistributionTests
{
    [Theory]
    [Trait("Needs", "time")]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Moments_are_those_of_the_distribution(int seed)
    {
        var generator = new CpuGenerator((ulong)seed);
        var values = new float[400_000];
        NormalFill.Fill(generator, values, 2, 3);
        Assert.Equal(2, values.Average(v => (double)v), 0.03);
        Assert.Equal(9, values.Average(v => (v - 2.0) * (v - 2.0)), 0.1);
        ExponentialFill.Fill(generator, values, 4);
        Assert.Equal(0.25, values.Average(v => (double)v), 0.003);
        UniformFill.Fill(generator, values, -1, 5);
        Assert.Equal(2, values.Average(v => (double)v), 0.02);
        Assert.All(values, v => Assert.InRange(v, -1f, 5f));
        BernoulliFill.Fill(generator, values.AsSpan(), 0.3);
        Assert.Equal(0.3, values.Average(v => (double)v), 0.005);
        TruncatedNormalFill.Fill(generator, values, 0, 1, -0.5, 3);
        Assert.All(values, v => Assert.InRange(v, -0.5f, 3f));
        Assert.Equal(0.5049, values.Average(v => (double)v), 0.005);
    }

    [Theory]
    [InlineData(0.0)]
    [InlineData(1e-300)]
    [InlineData(0.3)]
    [InlineData(0.5)]
    [InlineData(0.9999999999999999)]
    [InlineData(1.0)]
    public void Drawn_in_blocks_they_are_the_numbers_drawn_one_by_one(double probability)
    {
        foreach (var count in new[] { 1, 255, 256, 1000 })
        {
            var (blocks, single) = (new CpuGenerator(11), new CpuGenerator(11));
            Assert.Equal(blocks.Next(), single.Next());   // not at a block's beginning
            var values = new float[count];
            BernoulliFill.Fill(blocks, values.AsSpan(), probability);
            for (var i = 0; i < count; i++) Assert.Equal(single.NextDouble() < probability ? 1f : 0f, values[i]);
            var order = new long[count];
            Permutation.Fill(blocks, order.AsSpan());
            var expected = Enumerable.Range(0, count).Select(i => (long)i).ToArray();
            for (var i = 0; i < count - 1; i++)
            {
                var other = i + (int)(single.Next() % (uint)(count - i));
                (expected[i], expected[other]) = (expected[other], expected[i]);
            }

            Assert.Equal(expected, order);
            Assert.Equal(single.Next(), blocks.Next());
        }
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(5)]
    [InlineData(3000)]
    public void A_permutation_has_every_number_once(int count)
    {
        var order = new long[count];
        Permutation.Fill(new CpuGenerator(5), order.AsSpan());
        Assert.Equal(Enumerable.Range(0, count).Select(i => (long)i), order.Order());
    }

    [Fact]
    public void Without_replacement_no_index_comes_twice_and_none_of_weight_0_before_the_others()
    {
        var generator = new CpuGenerator(8);
        float[] weights = [0, 1, 0, 2, 3];
        var first = new int[weights.Length];
        for (var round = 0; round < 6000; round++)
        {
            var indices = new long[3];
            Multinomial.WithoutReplacement<float>(generator, weights, indices);
            Assert.Equal([1L, 3, 4], indices.Order());
            first[indices[0]]++;
        }

        Assert.InRange(first[1], 900, 1100);
        Assert.InRange(first[3], 1880, 2120);
        Assert.InRange(first[4], 2880, 3120);
    }

    [Fact]
    public void Refusals_name_the_value()
    {
        var generator = new CpuGenerator(1);
        Refused("from (2) is above to (1)", () => UniformFill.Fill(generator, new float[1], 2, 1));
        Refused("wider than the largest number", () => UniformFill.Fill(generator, new float[1], -3e38, 3e38));
        Refused("from (5) has to be below to (5)", () => IntegerFill.Fill<long>(generator, new long[1], 5, 5));
        Refused("cannot be negative, and is -1", () => NormalFill.Fill(generator, new float[1], 0, -1));
        Refused("not 1.5", () => BernoulliFill.Fill<float>(generator, new float[1], 1.5));
        Refused("not NaN", () => BernoulliFill.Fill<float>(generator, new float[1], (double[])[double.NaN]));
        Refused("above 0, not 0", () => ExponentialFill.Fill(generator, new float[1], 0));
        Refused("weight 1 is -2", () => Multinomial.WithReplacement<float>(generator, [1, -2], new long[1]));
        Refused("all 2 weights are 0", () => Multinomial.WithReplacement<double>(generator, [0, 0], new long[1]));
        Refused("3 different indices cannot be drawn from 2", () => Multinomial.WithoutReplacement<double>(generator, [1, 1], new long[3]));
        Refused("the lower bound (1)", () => TruncatedNormalFill.Fill(generator, new float[1], 0, 1, 1, -1));
    }

    private static void Refused(string words, Action action) => Assert.Contains(words, Assert.Throws<ArgumentException>(action).Message);
}
