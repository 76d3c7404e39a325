using Qiansi.Documents;

namespace Qiansi.Tool.Tests.EndToEnd;

/// <summary>The tensor library as cells use it.</summary>
public sealed class TensorRunTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_cell_written_for_TorchSharp_runs_with_our_using_and_draws_PyTorchs_numbers()
    {
        var path = CodeNotebook.Write(_folder.Folder, "tensors.ipynb",
            "using static Qiansi.torch;\nmanual_seed(1);\nvar x = rand(2, 3);\nx",
            "var layer = nn.Linear(3, 1);\nvar loss = "
            + "layer.forward(x).pow(2).mean();\nloss.backward();\nlayer.parameters().First().grad!.shape.Length",
            "CheckInterrupt is not null");

        var result = await NbProcess.RunAsync(_folder.Folder, "run", path, "-o", "out/");

        Assert.True(result.ExitCode == 0, result.Output + result.Error);
        var executed = Notebook.Load(Path.Combine(_folder.Folder, "out", "tensors.ipynb"));
        Assert.Contains("0.7576, 0.2793, 0.4031", executed.Cells[0].Result()); // torch.manual_seed(1); torch.rand(2, 3) in PyTorch 1.13.1
        Assert.Equal("2", executed.Cells[1].Result());
        Assert.Equal("True", executed.Cells[2].Result());
    }
}
