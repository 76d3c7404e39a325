using Qiansi.Documents;

namespace Qiansi.Tool.Tests.EndToEnd;

/// <summary>The tool's own extensions are there without <c>#r</c>, cost nothing until they are used,
/// and give way to what a cell brings.</summary>
public sealed class KernelExtensionRunTests : IDisposable
{
    private const string LoadedExtensions = """
        string.Join(" ", AppDomain.CurrentDomain.GetAssemblies().Select(a => a.GetName().Name).Where(n => n is "Qiansi.Charts" or "Qiansi.Tensors" or "Qiansi.Trees" or "Qiansi.Torch").Order())
        """;

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task An_extension_is_loaded_with_the_library_whose_values_it_shows()
    {
        var cells = await Run("1 + 1", LoadedExtensions, "Qiansi.torch.ones(3).sum().item<float>()", LoadedExtensions);
        Assert.Equal("", cells[1].Result());
        Assert.Contains("Qiansi.Tensors", cells[3].Result());
        Assert.DoesNotContain("Qiansi.Charts", cells[3].Result());
    }

    [Fact]
    public async Task Its_namespace_is_open_and_a_using_of_the_cell_wins_over_it()
    {
        var cells = await Run(
            "typeof(ChartsExtension).Namespace",
            "namespace Mine { public static class ChartsExtension { public static int Answer => 42; } }",
            "using Mine;\nChartsExtension.Answer");
        Assert.Equal("Qiansi.Charts", cells[0].Result());
        Assert.Equal("42", cells[2].Result());
    }

    private async Task<IReadOnlyList<Cell>> Run(params string[] codes)
    {
        var path = CodeNotebook.Write(_folder.Folder, "extensions.ipynb", codes);
        var result = await NbProcess.RunAsync(_folder.Folder, "run", path, "-o", "out/");
        Assert.True(result.ExitCode == 0, result.Output + result.Error);
        return Notebook.Load(Path.Combine(_folder.Folder, "out", "extensions.ipynb")).Cells;
    }
}
