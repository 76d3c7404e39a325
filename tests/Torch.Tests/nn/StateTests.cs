using static Qiansi.torch;
using static Qiansi.torch.nn;

namespace Qiansi.Torch.Tests.NN;

/// <summary>State dictionaries and their files.</summary>
public sealed class StateTests
{
    [Theory]
    [InlineData("model.safetensors")]
    [InlineData("model.dat")]
    public void A_state_goes_to_a_file_and_back(string name)
    {
        using var folder = new TemporaryFolder();
        var path = Path.Combine(folder.Path, name);
        var (saved, loaded) = (Model(), Model());
        saved.save(path);
        var names = new Dictionary<string, bool>();
        loaded.load(path, loadedParameters: names);
        Assert.Equal(saved.state_dict().Keys, names.Keys);
        Assert.All(names.Values, Assert.True);
        foreach (var (key, tensor) in saved.state_dict()) Assert.True(tensor.bytes.SequenceEqual(loaded.state_dict()[key].bytes), key);
    }

    [Fact]
    public void TorchSharps_format_byte_by_byte()
    {
        using var stream = new MemoryStream();
        var layer = Linear(200, 1, hasBias: false);
        init.zeros_(layer.weight);
        layer.save(stream);
        // 1 tensor, 6 letters, type 6 (float32), 2 dimensions: 1 and 200 (0xC8 0x01 in LEB128).
        Assert.Equal([1, 6, .. "weight"u8, 6, 2, 1, 0xC8, 1], stream.ToArray()[..13]);
        Assert.Equal(13 + 800, stream.Length);
    }

    [Fact]
    public void A_tensor_goes_to_a_file_of_TorchSharps_format_and_back()
    {
        using var folder = new TemporaryFolder();
        var path = Path.Combine(folder.Path, "x.dat");
        var x = arange(6).view(2, 3).t();
        save(x, path);
        // Type 4 (int64), 2 dimensions: 3 and 2.
        Assert.Equal([4, 2, 3, 2], File.ReadAllBytes(path)[..4]);
        Assert.True(x.equal(load(path)));
        File.WriteAllBytes(path, File.ReadAllBytes(path)[..20]);
        Assert.Contains("x.dat", Assert.Throws<InvalidDataException>(() => Tensor.Load(path)).Message);
    }

    [Fact]
    public void What_does_not_fit_is_named()
    {
        var state = Model().state_dict();
        state.Remove("0.bias");
        state["extra"] = ones(1);
        var model = Model();
        var error = Assert.Throws<InvalidOperationException>(() => model.load_state_dict(state));
        Assert.Contains("Missing (the model has them, the state does not): 0.bias", error.Message);
        Assert.Contains("Unexpected (the state has them, the model does not): extra", error.Message);
        Assert.Contains("strict: false", error.Message);
        var (missing, unexpected) = model.load_state_dict(state, strict: false);
        Assert.Equal(["0.bias"], missing);
        Assert.Equal(["extra"], unexpected);
        state["0.weight"] = ones(3, 7);
        Assert.Contains("0.weight: [3, 7] given, the model has [3, 4]",
            Assert.Throws<InvalidOperationException>(() => model.load_state_dict(state, strict: false)).Message);
        Assert.Empty(model.load_state_dict(Model().state_dict(), skip: ["0.weight"]).missing_keys);
    }

    [Fact]
    public void A_refused_state_changes_nothing()
    {
        var model = Model();
        var before = model.state_dict().ToDictionary(e => e.Key, e => e.Value.clone());
        var other = Model().state_dict();
        other["2.weight"] = ones(9, 9);
        Assert.Throws<InvalidOperationException>(() => model.load_state_dict(other));
        foreach (var (key, tensor) in model.state_dict()) Assert.True(tensor.bytes.SequenceEqual(before[key].bytes), key);
    }

    [Fact]
    public void Broken_files_are_refused()
    {
        using var folder = new TemporaryFolder();
        var path = Path.Combine(folder.Path, "model.dat");
        Model().save(path);
        File.WriteAllBytes(path, File.ReadAllBytes(path)[..40]);
        Assert.Contains("cut off", Assert.Throws<InvalidDataException>(() => Model().load(path)).Message);
        Assert.Contains("safetensors", Assert.Throws<ArgumentException>(() => Model().save(Path.Combine(folder.Path, "model.pt"))).Message);
    }

    private static Modules.Sequential Model() => Sequential(Linear(4, 3), ReLU(), Linear(3, 2));

    private sealed class TemporaryFolder : IDisposable
    {
        public string Path { get; } = Directory.CreateTempSubdirectory("nn-state-").FullName;

        public void Dispose() => Directory.Delete(Path, recursive: true);
    }
}
