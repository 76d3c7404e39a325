using System.Globalization;
using System.Text.Json;
using Qiansi.Torch.Files.Pickle;
using Qiansi.Torch.Files.Safetensors;

namespace Qiansi.Torch.Tests.Files;

/// <summary>Files that numpy and PyTorch wrote are read with every number they hold (Golden/files.py).</summary>
public sealed class GoldenFilesTests
{
    private static readonly JsonElement Golden = JsonDocument.Parse(File.ReadAllBytes(GoldenFile.Path("values.json"))).RootElement;

    public static TheoryData<string> Files => [.. Golden.EnumerateObject().Select(f => f.Name)];

    [Theory]
    [MemberData(nameof(Files))]
    public void Names_types_shapes_and_numbers_are_those_that_were_written(string file)
    {
        var arrays = ArrayValues.ReadAll(GoldenFile.Path(file));
        foreach (var expected in Golden.GetProperty(file).EnumerateObject())
        {
            Assert.True(arrays.TryGetValue(expected.Name, out var array), $"{file} has no '{expected.Name}'");
            Assert.Equal(expected.Value.GetProperty("shape").EnumerateArray().Select(s => s.GetInt64()), array.Shape);
            Assert.Equal(expected.Value.GetProperty("type").GetString(), array.Type.ToString().ToLowerInvariant());
            Assert.Equal(expected.Value.GetProperty("values").EnumerateArray().Select(v => Number(v.GetString()!)), array.Values);
        }

        if (file != "checkpoint.pth") Assert.Equal(Golden.GetProperty(file).EnumerateObject().Count(), arrays.Count);
    }

    [Fact]
    public void A_checkpoint_keeps_its_numbers_text_and_lists()
    {
        using var file = PyTorchFile.Open(GoldenFile.Path("checkpoint.pth"));
        var root = Assert.IsType<Dictionary<object, object?>>(file.Value);
        Assert.Equal(["model", "optimizer", "epoch", "loss", "name", "done", "nothing", "sizes", "big", "negative"], root.Keys);
        Assert.Equal((3L, 0.25, "tiny", false), (root["epoch"], root["loss"], root["name"], root["done"]));
        Assert.Equal((1L << 40, -7L), (root["big"], root["negative"]));
        Assert.Null(root["nothing"]);
        var sizes = Assert.IsType<List<object?>>(root["sizes"]);
        Assert.Equal([2L, 3L], Assert.IsType<object?[]>(sizes[1]));
        var state = (Dictionary<object, object?>)((Dictionary<object, object?>)root["optimizer"]!)["state"]!;
        Assert.IsType<StoredTensor>(((Dictionary<object, object?>)state[0L]!)["exp_avg"]);
    }

    [Fact]
    public void Parameters_say_that_they_are_trained()
    {
        using var file = PyTorchFile.Open(GoldenFile.Path("views.pt"));
        var root = Assert.IsType<Dictionary<object, object?>>(file.Value);
        Assert.True(((StoredTensor)root["parameter"]!).RequiresGrad);
        Assert.False(((StoredTensor)root["rows"]!).RequiresGrad);
    }

    [Fact]
    public void Safetensors_metadata_is_kept()
    {
        using var file = SafetensorsFile.Open(GoldenFile.Path("all-types.safetensors"));
        Assert.Equal(new Dictionary<string, string> { ["format"] = "pt", ["author"] = "Ωμέγα" }, file.Metadata);
    }

    private static double Number(string text) => text switch
    {
        "nan" => double.NaN,
        "inf" => double.PositiveInfinity,
        "-inf" => double.NegativeInfinity,
        _ => double.Parse(text, CultureInfo.InvariantCulture),
    };
}
