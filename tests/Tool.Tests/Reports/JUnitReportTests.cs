using System.Xml.Linq;
using Qiansi.Contracts;
using Qiansi.Documents;
using Qiansi.Tool.Reports;
using Qiansi.Tool.Running;

namespace Qiansi.Tool.Tests.Reports;

public sealed class JUnitReportTests
{
    [Fact]
    public void EveryOutcomeIsToldAsJUnitHasIt()
    {
        var root = Report(
            Case(1, CellOutcome.Ok, output: "hello\u001b[0m\0\n"),
            Case(2, CellOutcome.FailedAsTagged, new("Exception", "expected", [])),
            Case(3, CellOutcome.Failed,
                new("InvalidOperationException", "bad <thing> \ud800 & co", ["\u001b[31mbad\u001b[0m", "   at Cell 3"])),
            Case(4, CellOutcome.TimedOut, new("Timeout", "too long", [])),
            Case(5, CellOutcome.KernelDied, new("KernelDied", "gone", [])),
            Case(6, CellOutcome.Skipped),
            Case(7, CellOutcome.NotRun));

        var suite = root.Element("testsuite")!;
        Assert.Equal(("7", "1", "2", "2"), Counts(suite));
        Assert.Equal(("7", "1", "2", "2"), Counts(root));
        var cases = suite.Elements("testcase").ToList();
        Assert.Equal("hello\n", cases[0].Element("system-out")!.Value);
        Assert.Equal("Cell 1: var x1 = 1;", (string?)cases[0].Attribute("name"));
        Assert.Equal("1.500", (string?)cases[0].Attribute("time"));
        Assert.False(cases[1].HasElements);
        Assert.Equal("bad <thing> \uFFFD & co", (string?)cases[2].Element("failure")!.Attribute("message"));
        Assert.Equal("InvalidOperationException", (string?)cases[2].Element("failure")!.Attribute("type"));
        Assert.Equal("bad\n   at Cell 3", cases[2].Element("failure")!.Value);
        Assert.Equal("too long", (string?)cases[3].Element("error")!.Attribute("message"));
        Assert.Equal("gone", cases[4].Element("error")!.Value);
        Assert.NotNull(cases[5].Element("skipped"));
        Assert.NotNull(cases[6].Element("skipped"));
    }

    [Fact]
    public void ASuiteNamesTheParametersOfItsRun()
    {
        var notebook = new NotebookReport(
            "train.ipynb", DateTimeOffset.UnixEpoch)
        { Parameters = [new("epochs", "3"), new("name", "a <b>")] };

        var suite = Parse([notebook]).Element("testsuite")!;

        Assert.Equal("train.ipynb (epochs=3, name=a <b>)", (string?)suite.Attribute("name"));
        Assert.Equal(["epochs: 3", "name: a <b>"],
            suite.Element("properties")!.Elements("property").Select(p => $"{p.Attribute("name")!.Value}: {p.Attribute("value")!.Value}"));
        Assert.Null(Parse([notebook with { Parameters = [] }]).Descendants("properties").FirstOrDefault());
    }

    [Fact]
    public void OfMuchOutputTheEndIsKept()
    {
        var text = string.Concat(Enumerable.Range(0, 10_000).Select(i => $"line {i} 🎉\n"));

        var output = Report(Case(1, CellOutcome.Ok, output: text)).Descendants("system-out").Single().Value;

        Assert.StartsWith("… ", output);
        Assert.EndsWith("line 9999 🎉\n", output);
        Assert.InRange(output.Length, JUnitReport.OutputTail, JUnitReport.OutputTail + 60);
    }

    [Fact]
    public void AFileThatCannotBeReadIsASuiteWithAnError()
    {
        var notebook = new NotebookReport("bad.ipynb", DateTimeOffset.UnixEpoch) { Failure = new("bad.ipynb:1:1: not JSON", 2) };

        var suite = Parse([notebook]).Element("testsuite")!;

        Assert.Equal(("1", "0", "1", "0"), Counts(suite));
        Assert.Equal("bad.ipynb:1:1: not JSON", (string?)suite.Descendants("error").Single().Attribute("message"));
        Assert.Equal("1970-01-01T00:00:00+00:00", (string?)suite.Attribute("timestamp"));
    }

    private static XElement Report(params CellReport[] cells) =>
        Parse([new NotebookReport("a.ipynb", DateTimeOffset.UnixEpoch) { Cells = cells, Elapsed = TimeSpan.FromSeconds(12) }]);

    private static XElement Parse(IReadOnlyList<NotebookReport> notebooks)
    {
        using var stream = new MemoryStream(JUnitReport.ToBytes(notebooks));
        return XDocument.Load(stream, LoadOptions.PreserveWhitespace).Root!;
    }

    private static CellReport Case(int number, CellOutcome outcome, CellError? error = null, string? output = null)
    {
        var cell = new Cell(CellKind.Code, $"var x{number} = 1;");
        if (output is not null) cell.Outputs.Add(new StreamOutput("stdout", output));
        return new(number, cell, outcome, TimeSpan.FromSeconds(1.5), error);
    }

    private static (string?, string?, string?, string?) Counts(XElement element) =>
        ((string?)element.Attribute("tests"), (string?)element.Attribute("failures"), (string?)element.Attribute("errors"),
            (string?)element.Attribute("skipped"));
}
