using System.Diagnostics;
using System.Text;
using System.Text.RegularExpressions;
using Qiansi.Documents;

namespace Qiansi.Tool.Tests.EndToEnd;

/// <summary>Panels and recordings through <c>nb run</c>, where nobody watches.</summary>
public sealed partial class MetricsRunTests : IDisposable
{
    private static readonly string Extension = Path.GetFullPath(
        Path.Combine(Path.GetDirectoryName(NbProcess.Program)!, "..", "..", "..", "..", "..", "kernel-extensions", "Metrics"));
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task The_example_of_the_readme_runs_and_leaves_small_pictures()
    {
        var example = Example().Match(File.ReadAllText(Path.Combine(Extension, "README.md"))).Groups[1].Value;
        Assert.InRange(example.TrimEnd().Split('\n').Length, 5, 12);
        var cell = (await Run(example))[0];
        var panel = Assert.IsType<DisplayOutput>(cell.Outputs[0]);
        Assert.Contains("ended with its cell", panel.Data["text/plain"]);
        Assert.InRange(Encoding.UTF8.GetByteCount(panel.Data["text/html"]!), 2000, 20 * 1024);
        var run = Assert.IsType<ResultOutput>(cell.Outputs[^1]);
        Assert.Contains("<svg", run.Data["text/html"]);
        Assert.Matches(@"^\d+ samples in [\d.]+ s", run.Data["text/plain"]);
    }

    [Fact]
    public async Task A_panel_ends_with_its_cell_and_does_not_keep_the_run_waiting()
    {
        var clock = Stopwatch.StartNew();
        var cells = await Run("#!metrics --every 100ms --for 10m\nThread.Sleep(700);",
            "var panel = Metrics.Live(TimeSpan.FromMilliseconds(100)); Thread.Sleep(300);",
            "Thread.Sleep(500); (panel.IsLive, panel.Updates > 2)");
        Assert.Equal("(False, True)", cells[2].Result()!.Replace("( ", "(").Replace(" )", ")"));
        Assert.All(cells[..2], c => Assert.Contains("ended with its cell", Assert.IsType<DisplayOutput>(c.Outputs[0]).Data["text/plain"]));
        Assert.True(clock.Elapsed < TimeSpan.FromMinutes(2));
    }

    [Fact]
    public async Task Knowing_the_directive_loads_nothing_that_formats()
    {
        var cells = await Run("string.Join(' ', AppDomain.CurrentDomain.GetAssemblies().Select(a => a.GetName().Name).Where(n => n is "
            + "\"Qiansi.Drawing\" or \"Microsoft.DotNet.Interactive.Formatting\"))");
        Assert.Equal("", cells[0].Result());
    }

    [Fact]
    public async Task The_script_for_other_hosts_registers_what_shows_samples()
    {
        var cells = await Run($"#!import {Path.Combine(Extension, "extension.dib")}", "Metrics.Now()");
        var look = Assert.IsType<ResultOutput>(cells[1].Outputs[0]);
        Assert.Contains("class=\"qn-metrics\"", look.Data["text/html"]);
        Assert.Contains("a single look", look.Data["text/plain"]);
    }

    [Fact]
    public async Task What_was_written_wrong_is_said()
    {
        var path = CodeNotebook.Write(_folder.Folder, "wrong.ipynb", "#!metrics --every soon");
        var result = await NbProcess.RunAsync(_folder.Folder, "run", path);
        Assert.Equal(1, result.ExitCode);
        Assert.Contains("--every soon is no time; write for instance 500ms", result.Output + result.Error);
    }

    private async Task<List<Cell>> Run(params string[] codes)
    {
        var path = CodeNotebook.Write(_folder.Folder, "metrics.ipynb", codes);
        var result = await NbProcess.RunAsync(_folder.Folder, "run", path, "-o", "out/");
        Assert.True(result.ExitCode == 0, result.Output + result.Error);
        return Notebook.Load(Path.Combine(_folder.Folder, "out", "metrics.ipynb")).Cells;
    }

    [GeneratedRegex("```csharp\n(.*?)```", RegexOptions.Singleline)]
    private static partial Regex Example();
}
