using Qiansi.Contracts;
using Qiansi.Documents;

namespace Qiansi.Engine.Tests.Interactive;

/// <summary>The C# cells of dotnet/interactive's own documentation notebooks, from a checkout of that repository;
/// none of their text is kept here.</summary>
public sealed class PublicSampleTests
{
    private const string Variable = "QIANSI_INTERACTIVE_SAMPLES";

    [Theory]
    [InlineData("csharp/Docs/Displaying-output.ipynb", 4)]
    [InlineData("csharp/Docs/Formatting-outputs.ipynb", 10)]
    [InlineData("csharp/Docs/HTML.ipynb", 16)]
    [InlineData("csharp/Docs/Math-and-LaTeX.ipynb", 2)]
    [InlineData("polyglot/Variable sharing.ipynb", 7)]
    public async Task Cells_that_need_no_other_language_and_no_network_run(string file, int cells)
    {
        var checkout = Environment.GetEnvironmentVariable(Variable);
        Assert.SkipWhen(checkout is null, $"set {Variable} to a checkout of github.com/dotnet/interactive");
        var path = Path.Combine(checkout!, "samples", "notebooks", file);
        using var session = new Session(Path.GetDirectoryName(path));
        var ran = 0;
        foreach (var cell in Notebook.Load(path).Cells.Where(c => c.Kind == CellKind.Code && CanRun(c)))
        {
            var sink = new RecordingSink();
            var status = await session.ExecuteAsync(cell.Source, sink, new CellOptions { Language = cell.Language });
            Assert.True(status == CellStatus.Ok, $"{cell.Source}\n{sink.Failure?.Message}");
            Assert.True(sink.Displays.Count + (sink.Value is null ? 0 : 1) >= cell.Outputs.Count,
                $"{cell.Source}\nshows less than is stored");
            ran++;
        }

        Assert.Equal(cells, ran);
    }

    // F# is not here, and what is downloaded in one cell is shown in the next.
    private static bool CanRun(Cell cell) =>
        cell.Language is null or "csharp" or "html" or "javascript" or "markdown" && cell.Source.Trim().Length > 0
        && !cell.Source.Contains("fsharp", StringComparison.Ordinal) && !cell.Source.Contains("--from-url", StringComparison.Ordinal)
        && !cell.Source.Contains(" dn", StringComparison.Ordinal);
}
