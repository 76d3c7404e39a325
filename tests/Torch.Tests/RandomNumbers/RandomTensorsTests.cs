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
