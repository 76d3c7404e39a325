using System.Globalization;
using System.Text.Json;
using static Qiansi.torch;

namespace Qiansi.Torch.Tests.RandomNumbers;

/// <summary>Random tensors are PyTorch's for the same seed, whatever their layout and type (Golden/random_numbers.py).</summary>
[Collection("default generator")]
public sealed class RandomTensorsTests
{
    private static readonly JsonElement Golden =
        JsonDocument.Parse(File.ReadAllBytes(GoldenFile.Path("random-numbers.json"))).RootElement.GetProperty("tensors");

    private static readonly Dictionary<string, Func<Generator, Tensor>> Draws = new()
    {
        ["uniform_ of a transposed tensor"] = g => zeros(3, 4).t().uniform_(generator: g),
        ["normal_ of a transposed tensor"] = g => zeros(5, 4).t().normal_(generator: g),
        ["uniform_ of every second column"] = g => zeros(3, 8).as_strided([3, 4], [8, 2]).uniform_(-1, 1, g),
        ["normal_ of a permuted tensor"] = g => zeros(2, 3, 4, dtype: float64).permute(2, 0, 1).normal_(1, 2, g),
        ["uniform_ of half"] = g => empty(20, dtype: float16).uniform_(-1, 1, g),
        ["uniform_ of bfloat16"] = g => empty(20, dtype: bfloat16).uniform_(-1, 1, g),
        ["bernoulli_ of probabilities"] = g => empty(4, 5).bernoulli_(tensor(new[] { 0, 0.25f, 0.5f, 0.75f, 1 }), g),
        ["multinomial of rows"] = g => multinomial(tensor(new[,] { { 1f, 2, 3 }, { 3, 0, 1 } }), 2, generator: g),
        ["multinomial of rows with replacement"] = g => multinomial(tensor(new[,] { { 1f, 2, 3 }, { 3, 0, 1 } }), 4, true, g),
        ["normal of means"] = g => normal(tensor(new[,] { { 0f, 1, 2 }, { 3, 4, 5 } }), tensor(new[] { 1f, 2, 3 }), g),
        ["randint_like"] = g => randint_like(zeros(2, 3, dtype: int32), -5, 5, generator: g),
        ["one after the other"] = g =>
            stack([rand(3, generator: g), randn(3, generator: g), randint(9, [3], generator: g).to(float32),
                randperm(3, generator: g).to(float32), empty(3).uniform_(generator: g).exponential_(1, g)]),
    };

    public static TheoryData<string> Names => [.. Golden.EnumerateObject().Select(p => p.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void Same_seed_same_tensor(string name)
    {
        var y = Draws[name](new Generator().manual_seed(99));
        Assert.Equal(Golden.GetProperty(name).GetProperty("shape").EnumerateArray().Select(s => s.GetInt64()), y.shape);
        var expected = Golden.GetProperty(name).GetProperty("values").EnumerateArray()
            .Select(v => double.Parse(v.GetString()!, CultureInfo.InvariantCulture)).ToArray();
        var values = y.to(float64).ToArray<double>();
        for (var i = 0; i < expected.Length; i++)
            Assert.True(Math.Abs(expected[i] - values[i]) <= (name.Contains("normal") || name.StartsWith("one")
                ? 2.4e-7 * Math.Abs(expected[i]) : 0), $"{name}, element {i}: {values[i]:R} instead of {expected[i]:R}");
    }

    /// <summary>What libtorch 2.10 draws (TorchSharp 0.107): from 2^28 on a number takes 64 bits, where 1.13 took 32 below 2^32.</summary>
    [Theory]
    [InlineData(0, (1L << 28) - 1, "Int64", 203059851, 150494254, 217232576)]
    [InlineData(0, 1L << 28, "Int64", 150494243, 83528872, 199984872)]
    [InlineData(-5, 1L << 30, "Int64", 115829513, 302280419, 962756719)]
    [InlineData(0, (1L << 32) - 1, "Int64", 1695731365, 1374503266, 2403282354)]
    [InlineData(0, 1L << 32, "Int64", 3103284259, 3573189800, 3152774888)]
    [InlineData(0, 1L << 28, "Int32", 150494243, 83528872, 199984872)]
    [InlineData(-7, (1L << 30) + 12345, "Int32", 712383004, 566150561, 592056033)]
    [InlineData(0, 1L << 28, "Float32", 203060000, 150494416, 217232688)]
    [InlineData(0, (1L << 28) + 3, "Float32", 67299808, 125349432, 205277312)]
    [InlineData(0, 1L << 30, "Float64", 955800611, 351964328, 1005291240)]
    public void Wide_ranges_take_64_bits(long low, long high, string type, double first, double second, double third) =>
        Assert.Equal([first, second, third],
            randint(low, high, [3], Enum.Parse<ScalarType>(type), generator: new Generator(99)).ToArray<double>());

    [Fact]
    public void The_default_generator_is_seeded_saved_and_forked()
    {
        manual_seed(5);
        Assert.Equal(5, initial_seed());
        var state = get_rng_state();
        var first = rand(4).ToArray<float>();
        Assert.Equal(first, rand(4, generator: new Generator(5)).ToArray<float>());
        set_rng_state(state);
        using (random.fork_rng()) rand(100);
        Assert.Equal(first, rand(4).ToArray<float>());
    }

    [Fact]
    public void Wrong_requests_are_errors_that_name_what_is_wrong()
    {
        Refused("uniform_: not for torch.int64 (shape [3])", () => zeros(3, dtype: int64).uniform_());
        Refused("random_: 258 − 1 is above what torch.uint8 holds", () => zeros(3, dtype: uint8).random_(0, 258));
        Refused("at least one sample", () => multinomial(ones(3), 0));
        Refused("weights have one or two dimensions, not 3", () => multinomial(ones(1, 2, 3), 1));
        Refused("not negative, as -1 is", () => randperm(-1));
        Assert.Contains("leaf that requires gradients",
            Assert.Throws<InvalidOperationException>(() => ones(3, requires_grad: true).uniform_()).Message);
    }

    [Fact]
    public void A_write_is_counted()
    {
        var x = zeros(4);
        var before = x._version;
        x.uniform_();
        Assert.Equal(before + 1, x._version);
    }

    [Fact]
    public void What_is_drawn_can_require_gradients()
    {
        Assert.True(randn(3, requires_grad: true).requires_grad);
        Assert.True(rand_like(ones(3), requires_grad: true).is_leaf);
    }

    private static void Refused(string words, Func<Tensor> make) =>
        Assert.Contains(words, Assert.Throws<ArgumentException>(() => make()).Message);
}
