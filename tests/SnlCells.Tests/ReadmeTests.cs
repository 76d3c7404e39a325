using System.Text.RegularExpressions;
using Qiansi.Contracts;
using Qiansi.Trees;

namespace Qiansi.SnlCells.Tests;

/// <summary>What the README shows runs as it stands there.</summary>
public sealed class ReadmeTests
{
    [Fact]
    public async Task The_program_writes_the_greatest_common_divisor()
    {
        using var notebook = new Notebook();
        Assert.Equal(CellStatus.Ok, await notebook.RunAsync(Sample("snl")));
        Assert.Equal("6\n", notebook.Last.Printed);
    }

    [Fact]
    public async Task The_program_takes_its_numbers_from_CSharp()
    {
        using var notebook = new Notebook();
        var status = await notebook.RunAsync(Sample("csharp"));
        Assert.True(status == CellStatus.Ok, notebook.Last.Failure?.Message);
        Assert.Equal("3\n", notebook.Last.Printed);
    }

    [Fact]
    public async Task The_parser_is_a_film()
    {
        TreesExtension.Register();
        using var notebook = new Notebook();
        var status = await notebook.RunAsync(Sample("csharp", 1));
        Assert.True(status == CellStatus.Ok, notebook.Last.Failure is { } failure ? string.Join('\n', failure.Traceback) : "");
        Assert.Contains("accept", Assert.Single(notebook.Last.Displays)["text/plain"]);
        Assert.Contains("<table", notebook.Last.Displays[0]["text/html"]);
    }

    [Fact]
    public void The_picture_is_there() => Assert.InRange(new FileInfo(Path.Combine(Folder(), "snl.png")).Length, 1000, 300_000);

    private static string Sample(string language, int number = 0) =>
        Regex.Matches(File.ReadAllText(Path.Combine(Folder(), "README.md")).ReplaceLineEndings("\n"), $"```{language}\n(.*?)```",
            RegexOptions.Singleline)[number].Groups[1].Value;

    private static string Folder()
    {
        var at = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(at,
            "Notebooks.sln")))
            at = Path.GetDirectoryName(at) ?? throw new DirectoryNotFoundException("Notebooks.sln is above no folder of the tests.");
        return Path.Combine(at, "kernel-extensions", "Snl");
    }
}
