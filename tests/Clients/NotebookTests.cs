using System.Text.Json;

namespace Qiansi.Clients;

[Collection(nameof(InstalledKernel))]
public sealed class NotebookTests(InstalledKernel kernel)
{
    private static string First => Path.Combine(InstalledKernel.Root, "notebooks", "00-start-here.ipynb");

    [Fact]
    public async Task A_kernel_starts_and_runs_cells()
    {
        var lines = await kernel.RunAsync("start.py");

        Assert.Equal(("C#", "5.4", "message", ".NET (C#)"),
            (lines[0].Text("language"), lines[0].Text("protocol"), lines[0].Text("interrupt_mode"), lines[0].Text("display_name")));
        Assert.Equal(("42", "printed\n", "warned\n"), (lines[1].Text("result"), lines[1].Text("stdout"), lines[1].Text("stderr")));
        Assert.Equal(("21", 2), (lines[2].Text("result"), lines[2].GetProperty("count").GetInt32()));
        Assert.Equal(("error", "System.InvalidOperationException"), (lines[3].Text("status"), lines[3].Text("error")));
        Assert.True(lines[4].GetProperty("alive").GetBoolean());
    }

    [Fact]
    public async Task Nbclient_runs_the_first_notebook_with_the_outputs_it_is_stored_with()
    {
        var lines = await kernel.RunAsync("notebook.py", First);

        var cells = lines.Take(lines.Count - 1).ToList();
        Assert.True(cells.Count > 15, $"{cells.Count} cells");
        Assert.Equal(Enumerable.Range(1, cells.Count), cells.Select(c => c.GetProperty("count").GetInt32()));
        Assert.All(cells, c => Assert.Empty(c.Texts("errors")));
        Assert.All(cells.Where(c => !c.GetProperty("volatile").GetBoolean()),
            c => Assert.True(c.GetProperty("same").GetBoolean(), c.GetProperty("outputs").ToString()));
        Assert.Equal(("C#", ".cs"), (lines[^1].Text("language"), lines[^1].Text("extension")));
    }

    [Fact]
    public async Task Nbconvert_executes_the_first_notebook()
    {
        var result = await kernel.RunModuleAsync(
            "nbconvert", "--execute", "--to", "notebook", "--output-dir", kernel.Scratch, "--output", "executed", First);

        Assert.True(result.ExitCode == 0, result.Error);
        using var executed = JsonDocument.Parse(
            await File.ReadAllTextAsync(Path.Combine(kernel.Scratch, "executed.ipynb"), TestContext.Current.CancellationToken));
        var outputs = executed.RootElement.GetProperty("cells").EnumerateArray()
            .Where(c => c.GetProperty("cell_type").GetString() == "code").Select(c => c.GetProperty("outputs")).ToList();
        Assert.Contains("C# in 2026: 1.414214", outputs[0].ToString());
        Assert.Contains(outputs, o => o.ToString().Contains("✓ the loss fell to less than a fifth"));
    }

    [Fact]
    public async Task A_failing_cell_fails_nbconvert_with_the_error()
    {
        var file = Path.Combine(kernel.Scratch, "failing.ipynb");
        await File.WriteAllTextAsync(file, """
            {"cells": [{"cell_type": "code", "id": "a", "execution_count": null, "metadata": {}, "outputs": [], "source": "throw new InvalidOperationException(\"as planned\");"}],
             "metadata": {"kernelspec": {"display_name": ".NET (C#)", "language": "C#", "name": ".net-csharp"}}, "nbformat": 4, "nbformat_minor": 5}
            """, TestContext.Current.CancellationToken);

        var result = await kernel.RunModuleAsync("nbconvert", "--execute", "--to", "notebook", "--output", "failed", file);

        Assert.NotEqual(0, result.ExitCode);
        Assert.Contains("as planned", result.Error);
    }

    [Fact]
    public async Task Python_cells_stand_beside_csharp_and_share_arrays()
    {
        var lines = await kernel.RunAsync("connect.py");

        Assert.All(lines, l => Assert.Equal("ok", l.Text("status")));
        Assert.Equal(("float64 (2, 2)\n", "'inverted'"), (lines[2].Text("stdout"), lines[2].Text("result")));
        Assert.Equal("-0.5", lines[3].Text("result"));
    }
}
