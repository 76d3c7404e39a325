using System.Diagnostics;
using static Qiansi.torch;

namespace Qiansi.Torch.Tests.Files;

/// <summary>Tensors are written and read back, and Python's numpy reads what was written.</summary>
public sealed class TensorFilesTests : IDisposable
{
    private const string Python = "/usr/bin/python3";
    private static readonly ScalarType[] Types = [float32, float64, float16, bfloat16, int64, int32, int16, int8, uint8, @bool];
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("tensors");

    [Fact]
    public void Safetensors_of_every_type_shape_and_layout_come_back()
    {
        var tensors = Types.ToDictionary(t => t.ToString(), t => Numbers(t));
        tensors["transposed"] = Numbers(float32).t();
        tensors["scalar"] = tensor(2.5);
        tensors["empty"] = zeros([0L, 3L]);
        tensors["Ωμέγα \"quoted\""] = ones(2);
        save_safetensors(tensors, In("a.safetensors"), new Dictionary<string, string> { ["epoch"] = "3" });
        Same(tensors, load_safetensors(In("a.safetensors")));
        Assert.Equal("3", load_safetensors_metadata(In("a.safetensors"))["epoch"]);
        Assert.Equal(["a.safetensors"], _folder.EnumerateFiles().Select(f => f.Name));
    }

    [Fact]
    public void Numpy_files_of_every_type_come_back()
    {
        var tensors = Types.Where(t => t != bfloat16).ToDictionary(t => t.ToString(), t => Numbers(t));
        tensors["transposed"] = Numbers(float32).t();
        tensors["vector"] = ones(5);
        tensors["scalar"] = tensor(7L);
        tensors["empty"] = zeros([2L, 0L]);
        foreach (var compressed in new[] { false, true })
        {
            save_npz(tensors, In("a.npz"), compressed);
            Same(tensors, load_npz(In("a.npz")));
        }

        foreach (var (name, tensor) in tensors)
        {
            save(tensor, In("one.npy"));
            Same(new() { [name] = tensor }, new() { [name] = load(In("one.npy")) });
        }
    }

    [Fact]
    public void Numpy_reads_what_was_written()
    {
        Assert.SkipUnless(File.Exists(Python), $"{Python} is not there");
        save_npz(new Dictionary<string, Tensor>
        {
            ["x"] = arange(6).reshape(2, 3).to(float32).t(),
            ["y"] = tensor(new[] { true, false }),
            ["z"] = tensor(1.5)
        }, In("a.npz"), compressed: true);
        save_npy(arange(3), In("v.npy"));
        var start = new ProcessStartInfo(Python,
            ["-c", $"import numpy; a = numpy.load('{In("a.npz")}'); v = numpy.load('{In("v.npy")}'); print(a['x'].tolist(), a['x'].dtype, "
                + "a['y'].tolist(), a['z'].shape, v.dtype, v.tolist())"])
        { RedirectStandardOutput = true, RedirectStandardError = true };
        using var process = Process.Start(start)!;
        var (output, error) = (process.StandardOutput.ReadToEnd(), process.StandardError.ReadToEnd());
        Assert.SkipWhen(error.Contains("No module named 'numpy'"), "python3-numpy is not there: apt-get install python3-numpy");
        Assert.Equal("[[0.0, 3.0], [1.0, 4.0], [2.0, 5.0]] float32 [True, False] () int64 [0, 1, 2]", output.Trim());
    }

    /// <summary>TorchSharp.PyBridge 1.4.4 (save_py of a Linear and a BatchNorm1d) writes OrderedDict of an empty tuple.</summary>
    [Fact]
    public void A_state_dict_of_PyBridge_is_read()
    {
        var state = load_py(GoldenFile.Path("pybridge.pt"));
        Assert.Equal(["a.weight", "a.bias", "b.weight", "b.bias", "b.running_mean", "b.running_var", "b.num_batches_tracked"], state.Keys);
        Assert.Equal([-0.1454697549343109, 0.35973623394966125, 0.09829985350370407], state["a.bias"].ToArray<double>());
    }

    [Fact]
    public void A_state_dict_of_PyTorch_is_read_by_name()
    {
        var state = load_py(GoldenFile.Path("state-dict.pt"));
        Assert.Equal(["0.weight", "0.bias", "1.weight", "1.bias", "1.running_mean", "1.running_var", "1.num_batches_tracked",
            "3.weight", "3.bias"], state.Keys);
        Assert.Equal([3L, 2], state["0.weight"].shape);
        Assert.Equal(int64, state["1.num_batches_tracked"].dtype);
        var checkpoint = load_py(GoldenFile.Path("checkpoint.pth"));
        Assert.Contains("model.3.bias", checkpoint.Keys);
        Assert.Contains("optimizer.state.0.exp_avg", checkpoint.Keys);
        var whole = Assert.IsType<Dictionary<object, object?>>(load_py_object(GoldenFile.Path("checkpoint.pth")));
        Assert.Equal(3L, whole["epoch"]);
        Assert.IsType<Tensor>(((Dictionary<object, object?>)whole["model"]!)["3.bias"]);
    }

    [Fact]
    public void Views_parameters_and_narrow_integers_keep_their_numbers()
    {
        var views = load_py(GoldenFile.Path("views.pt"));
        Assert.Equal([0f, 6, 12, 18, 1, 7], views["transposed"].ToArray<float>()[..6]);
        Assert.True(views["transposed"].is_contiguous());
        Assert.Equal(int8, views["chars"].dtype);
        Assert.Equal([-2, -1, 0, 1, 2], views["chars"].ToArray<int>());
        Assert.Equal(int16, views["shorts"].dtype);
        Assert.True(views["parameter"].requires_grad);
        Assert.Equal([1f, 2, 1, 2, 1, 2], views["expanded"].ToArray<float>());
        Assert.Equal([4L, 6], load(GoldenFile.Path("tensor.pt")).shape);
    }

    [Fact]
    public void What_cannot_be_is_said()
    {
        Assert.Contains("numpy has no BFloat16", Assert.Throws<ArgumentException>(() => save_npy(Numbers(bfloat16), In("a.npy"))).Message);
        Assert.Contains("leads out of the archive",
            Assert.Throws<ArgumentException>(() => save_npz(new Dictionary<string, Tensor> { ["../a"] = ones(1) }, In("a.npz"))).Message);
        Assert.Contains("neither .npy, .safetensors nor .dat", Assert.Throws<ArgumentException>(() => save(ones(1), In("a.pt"))).Message);
        Assert.Contains("'__metadata__'",
            Assert.Throws<ArgumentException>(() =>
                save_safetensors(new Dictionary<string, Tensor> { ["__metadata__"] = ones(1) }, In("a.safetensors"))).Message);
        Assert.Contains("two tensors are named 'a'",
            Assert.Throws<ArgumentException>(() => save_safetensors([new("a", ones(1)), new("a", ones(1))], In("a.safetensors"))).Message);
        Assert.Contains("9 tensors (0.weight, 0.bias,",
            Assert.Throws<InvalidDataException>(() => load(GoldenFile.Path("state-dict.pt"))).Message);
        Assert.Empty(_folder.EnumerateFiles());
    }

    [Fact]
    public void A_failed_write_leaves_what_was_there()
    {
        save_npy(ones(3), In("a.npy"));
        var disposed = ones(3);
        disposed.Dispose();
        Assert.ThrowsAny<Exception>(() => save_npy(disposed, In("a.npy")));
        Assert.Equal([1f, 1, 1], load_npy(In("a.npy")).ToArray<float>());
        Assert.Single(_folder.EnumerateFiles());
    }

    private static Tensor Numbers(ScalarType type) => arange(12).sub(3).reshape(3, 4).to(type);

    private string In(string file) => Path.Combine(_folder.FullName, file);

    private static void Same(Dictionary<string, Tensor> expected, Dictionary<string, Tensor> found)
    {
        Assert.Equal(expected.Keys.Order(), found.Keys.Order());
        foreach (var (name, tensor) in expected)
        {
            Assert.Equal((name, tensor.dtype), (name, found[name].dtype));
            Assert.Equal(tensor.shape, found[name].shape);
            Assert.Equal(tensor.to(float64).ToArray<double>(), found[name].to(float64).ToArray<double>());
        }
    }

    public void Dispose() => _folder.Delete(recursive: true);
}
