using System.Text.Json;
using static Qiansi.torch;
using static Qiansi.torch.utils.data;

namespace Qiansi.Torch.Tests.DataLoading;

/// <summary>Samplers, splits and loaders take items in PyTorch's order, and leave the default generator where PyTorch leaves it
/// (Golden/data_loading.py).</summary>
[Collection("default generator")]
public sealed class GoldenOrderTests
{
    private static readonly JsonElement Golden = JsonDocument.Parse(File.ReadAllBytes(GoldenFile.Path("data-loading.json"))).RootElement;

    [Theory]
    [InlineData(10, 3, false, 0)]
    [InlineData(10, 3, true, 0)]
    [InlineData(64, 16, false, 0)]
    [InlineData(1, 4, false, 0)]
    [InlineData(103, 10, false, 2)]
    public void Shuffled(int items, int batch, bool dropLast, int workers)
    {
        manual_seed(1337);
        using var loader = DataLoader(TensorDataset(arange(items)), batch, shuffle: true, drop_last: dropLast, num_worker: workers);
        Check($"shuffled {items} {batch} {(dropLast ? "True" : "False")} {workers}", Epochs(3, loader));
    }

    [Fact]
    public void In_order()
    {
        manual_seed(5);
        Check("in order", Epochs(1, DataLoader(TensorDataset(arange(7)), 3)));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void With_a_generator_or_seed_of_its_own(bool bySeed)
    {
        manual_seed(6);
        var dataset = TensorDataset(arange(20));
        Check("with a generator",
            Epochs(3, bySeed ? DataLoader(dataset, 8, shuffle: true, seed: 42)
                : DataLoader(dataset, 8, shuffle: true, generator: new Generator(42))));
    }

    [Fact]
    public void Samplers()
    {
        manual_seed(7);
        var random = new RandomSampler(9);
        Check("random", [[random.ToArray()], [random.ToArray()]]);
        var replacing = new RandomSampler(9, replacement: true, num_samples: 70);
        Check("random with replacement", [[replacing.ToArray()], [replacing.ToArray()]]);
        Check("random more", [[new RandomSampler(9, num_samples: 25).ToArray()]]);
        Check("random generator", [[new RandomSampler(9, generator: new Generator(3)).ToArray()]]);
        var subset = new SubsetRandomSampler([5, 7, 9, 11]);
        Check("subset", [[subset.ToArray()], [subset.ToArray()]]);
        Check("weighted", [[new WeightedRandomSampler([0.1, 0.9, 0.4, 0.7, 3.0, 0.6], 12).ToArray()],
            [new WeightedRandomSampler([0.9, 0.4, 0.05, 0.2, 0.3, 0.1], 5, replacement: false).ToArray()]]);
    }

    [Fact]
    public void Splits()
    {
        manual_seed(8);
        Check("split", [[.. random_split(TensorDataset(arange(10)), [7L, 0, 3]).Select(p => p.indices.ToArray())]]);
        Check("split by shares", [[.. random_split(TensorDataset(arange(11)), [0.5, 0.25, 0.25]).Select(p => p.indices.ToArray())]]);
        Check("split with a generator",
            [[.. random_split(TensorDataset(arange(10)), [3L, 7], new Generator(42)).Select(p => p.indices.ToArray())]]);
    }

    private static long[][][] Epochs(int count, IEnumerable<IList<Tensor>> loader) =>
        [.. Enumerable.Range(0, count).Select(_ => loader.Select(b => b[0].ToArray<long>()).ToArray())];

    /// <summary>The numbers, however they are nested, and the default generator's next one.</summary>
    private static void Check(string name, long[][][] epochs)
    {
        var expected = Golden.GetProperty(name);
        Assert.Equal(Flat(expected.GetProperty("values")), epochs.SelectMany(e => e).SelectMany(b => b));
        Assert.Equal(expected.GetProperty("after").GetSingle(), rand(1).ToArray<float>()[0]);
        if (expected.GetProperty("values")[0][0] is { ValueKind: JsonValueKind.Array } first)
            Assert.Equal(first.GetArrayLength(), epochs[0][0].Length);
    }

    private static IEnumerable<long> Flat(JsonElement element) =>
        element.ValueKind == JsonValueKind.Array ? element.EnumerateArray().SelectMany(Flat) : [element.GetInt64()];
}
