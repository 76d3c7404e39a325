using Qiansi.Contracts;
using Qiansi.Documents;
using Qiansi.Tool.Progress;
using Qiansi.Tool.Running;

namespace Qiansi.Tool.Tests.Progress;

public sealed class ProgressTextTests
{
    [Theory]
    [InlineData(0.004, "0.00 s")]
    [InlineData(12.345, "12.35 s")]
    [InlineData(192, "3 min 12 s")]
    [InlineData(7265, "121 min 05 s")]
    public void TimesAreShort(double seconds, string expected) => Assert.Equal(expected, ProgressText.Time(TimeSpan.FromSeconds(seconds)));

    [Fact]
    public void PlacesLineUp() => Assert.Equal(["[  7/100]", "[100/100]"], [ProgressText.Place(7, 100), ProgressText.Place(100, 100)]);

    [Fact]
    public void LongTracesAreCutInTheMiddle()
    {
        var lines = ProgressText.Lines(new CellError("E", "m", [.. Enumerable.Range(1, 50).Select(i => $"line {i}")]));

        Assert.Equal(21, lines.Count);
        Assert.Equal(["line 1", "… 30 lines …", "line 50"], [lines[0], lines[10], lines[20]]);
    }

    [Fact]
    public void AnErrorWithoutTraceStillSaysWhat() => Assert.Equal(["E: m"], ProgressText.Lines(new CellError("E", "m", [])));

    [Fact]
    public void CountsNameWhatHappenedAndNothingElse()
    {
        var report = new NotebookReport("a.ipynb", DateTimeOffset.UnixEpoch)
        {
            Elapsed = TimeSpan.FromSeconds(4.2),
            Cells = [Cell(CellOutcome.Ok), Cell(CellOutcome.FailedAsTagged), Cell(CellOutcome.TimedOut), Cell(CellOutcome.NotRun)],
        };

        Assert.Equal("2 ok, 1 timed out, 1 not run in 4.20 s", ProgressText.Counts(report));
        Assert.Equal("no code cells in 0.00 s", ProgressText.Counts(new("b.ipynb", DateTimeOffset.UnixEpoch)));
    }

    [Theory]
    [InlineData("a.ipynb:3:4: bad", "a.ipynb:3:4: bad")]
    [InlineData("There is no parameter 'x'.", "a.ipynb: There is no parameter 'x'.")]
    public void TheFileIsNamedOnce(string message, string expected) =>
        Assert.Equal(expected, ProgressText.Failure(new("a.ipynb", DateTimeOffset.UnixEpoch) { Failure = new(message, 2) }));

    private static CellReport Cell(CellOutcome outcome) => new(1, new Cell(CellKind.Code, "1"), outcome, TimeSpan.Zero, null);
}
