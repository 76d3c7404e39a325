using System.Diagnostics;
using Qiansi.Documents;
using Qiansi.Publishing;
using Qiansi.Tool.Converting;
using Qiansi.Tool.Programs;
using static Qiansi.Publishing.Tests.SampleNotebook;

namespace Qiansi.Tool.Tests.Programs;

public sealed class ProgramTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Cells_become_a_program_that_dotnet_runs()
    {
        var notebook = new Notebook();
        notebook.Cells.AddRange([
            MarkdownCell("# Sums\n\nof small numbers"),
            CodeCell("using System.Globalization;\nint count;\npublic static double Half(double x) => x / 2;", 1),
            CodeCell("record Sum(int Total)\n{\n    public int Twice => Total * 2;\n}\nvar x = new "
                + "Sum(Enumerable.Range(1, 4).Sum());\nx.Twice", 2),
            CodeCell("#!time\nvar x = \"text\"; // again\nx.Length.Display();\nnew[] { 1, 2 }", 3),
            CodeCell("record Sum(string Words);\nvar sum = new "
                + "Sum(x.ToUpper(CultureInfo.InvariantCulture));\nConsole.WriteLine(sum.Words)", 4),
            CodeCell("await Task.Delay(1);\ncount++;\nawait Task.FromResult(count) + Half(3)", 5),
            new(CellKind.Code, "select 1", "sql"),
        ]);
        Assert.Equal(["cell 7: its sql code is a comment in the program."], ProgramWriter.Write(notebook, _folder["sums.cs"]));
        var program = File.ReadAllText(_folder["sums.cs"]);
        Assert.Contains("// # Sums\n//\n// of small numbers\n", program);
        Assert.Contains("// #!time\n", program);
        Assert.DoesNotContain("#:project", program);

        Assert.Equal(["20", "4", "[ 1, 2 ]", "TEXT", "2.5"], RunLines("sums.cs"));
    }

    [Fact]
    public void Tensors_are_referenced_as_the_project_they_are()
    {
        var notebook = new Notebook();
        notebook.Cells.Add(CodeCell("using static Qiansi.torch;\nvar t = ones(2, 3);\nConsole.WriteLine(t.sum().item<float>());", 1));
        Assert.Empty(ProgramWriter.Write(notebook, _folder["tensors.cs"]));
        var program = File.ReadAllText(_folder["tensors.cs"]);
        Assert.Matches("(?m)^#:project .*/src/Shared/Torch/Torch.csproj$", program);
        var project = program.Split('\n').Single(l => l.StartsWith("#:project", StringComparison.Ordinal))["#:project ".Length..];
        Assert.True(File.Exists(Path.GetFullPath(project, _folder["."])));
    }

    [Fact]
    public void Packages_sources_and_what_a_program_cannot_hold_are_said()
    {
        var notebook = new Notebook();
        notebook.Cells.AddRange([
            CodeCell("#i \"nuget: packages\"\n#r \"nuget: Humanizer, 2.14.1\"\n#r \"nuget:NodaTime\"\n#r \"lib.dll\"\nvar rate = 1;", 1),
            CodeCell("class Trainer { public int Rate => rate; }", 2),
            CodeCell("var broken = (1,", 3),
        ]);
        var warnings = ProgramWriter.Write(notebook, _folder["a.cs"]);
        Assert.Equal(["#i", "cell 1", "cell 2", "cell 3"], warnings.Select(w => w.Split(':', ' ')[0] is "cell" ? w[..6] : w[..2]));
        Assert.Contains("'rate'", warnings[2]);
        var program = File.ReadAllText(_folder["a.cs"]);
        Assert.StartsWith("#:package Humanizer@2.14.1\n#:package NodaTime@*\n#:property", program);
        Assert.Contains("// var broken = (1,\n", program);
    }

    [Fact]
    public void A_program_is_not_read_as_a_notebook()
    {
        File.WriteAllText(_folder["a.cs"], "");
        var error = Assert.Throws<DocumentException>(() => Converter.Convert(_folder["a.cs"], _folder["a.ipynb"]));
        Assert.Contains("a program is no notebook", error.Message);
    }

    private IEnumerable<string> RunLines(string program)
    {
        var start = new ProcessStartInfo("dotnet", ["run", program])
        {
            WorkingDirectory = _folder["."],
            RedirectStandardOutput = true,
            RedirectStandardError = true
        };
        start.Environment["DOTNET_CLI_USE_MSBUILD_SERVER"] = "0";
        start.Environment["MSBUILDDISABLENODEREUSE"] = "1";
        using var run = Process.Start(start)!;
        var error = run.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        var lines = run.StandardOutput.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        run.WaitForExit();
        Assert.True(run.ExitCode == 0, string.Join('\n', lines) + error.Result);
        return lines;
    }
}
