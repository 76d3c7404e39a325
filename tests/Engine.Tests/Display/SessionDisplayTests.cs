using Microsoft.DotNet.Interactive.Formatting;
using Qiansi.Contracts;

namespace Qiansi.Engine.Tests.Display;

/// <summary>Rendering through a whole session: formatters that cells register, and values that mean harm.</summary>
[Collection(nameof(FormattingPackage))]
public sealed class SessionDisplayTests : SessionTest
{
    private Task<RecordingSink> Output(string code) => Session.RunAsync(code);

    [Fact]
    public async Task FormattersThatCellsRegisterAreUsed()
    {
        try
        {
            await Run("using Microsoft.DotNet.Interactive.Formatting;\npublic record Point(int X, "
                + "int Y);\nFormatter.Register<Point>(p => $\"<b>{p.X}|{p.Y}</b>\", \"text/html\");");
            Assert.Equal("<b>1|2</b>", (await Output("new Point(1, 2)")).Value!["text/html"]);
            Assert.Contains("<td><b>3|4</b></td>", (await Output("new[] { new Point(3, 4) }")).Value!["text/html"]);
        }
        finally
        {
            Formatter.ResetToDefault();
        }
    }

    [Fact]
    public async Task PocketViewWorksInCells()
    {
        var value = (await Output(
            "using static Microsoft.DotNet.Interactive.Formatting.PocketViewTags;\ndiv[style: \"color:red\"](b(\"x < y\"))")).Value!;
        Assert.Equal("<div style=\"color:red\"><b>x &lt; y</b></div>", value["text/html"]);
        Assert.Equal("x < y", value["text/plain"]);
    }

    [Fact]
    public async Task ATypeOfACellIsNamedAsTheCellNamesIt() =>
        Assert.Equal("Point\n  X: 1\n  Y: 2", await Run("public record Point(int X, int Y);\nnew Point(1, 2)"));

    [Theory]
    [InlineData("class A { public override string ToString() => new A() + \"\"; public int X => 1; }\nnew A()")]
    [InlineData("class A { public A Next => new A(); public int X => 1; }\nnew A()")]
    [InlineData("class A { public int X => X + 1; }\nnew A()")]
    [InlineData("record R { public R Next { get; set; } }\nvar r = new R(); r.Next = r; r")]
    [InlineData("var d = new Dictionary<string, object>(); d[\"me\"] = d; d")]
    [InlineData("IEnumerable<int> F() { while (true) yield return 1; }\nF()")]
    public async Task ValuesThatMeanHarmLeaveTheSessionAlive(string code)
    {
        Assert.NotEmpty(await Run(code));
        Assert.Equal("2", await Run("1 + 1"));
    }

    [Fact]
    public async Task AnInterruptEndsADisplay()
    {
        var sink = new RecordingSink();
        var cell = Session.ExecuteAsync("class Slow { public int X { get { Console.Write(\"on\"); while (true) ; } } }\nnew Slow()", sink);
        await sink.When(s => s.Streams == "on");
        Session.Interrupt();
        await cell.WaitAsync(TimeSpan.FromSeconds(5), TestContext.Current.CancellationToken);
        Assert.Equal("2", await Run("1 + 1"));
    }
}
