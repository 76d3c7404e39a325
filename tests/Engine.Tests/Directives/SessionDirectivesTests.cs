using Qiansi.Contracts;

namespace Qiansi.Engine.Tests.Directives;

/// <summary>Directives through a whole session, with C#.</summary>
public sealed class SessionDirectivesTests : SessionTest
{
    private Task<RecordingSink> Output(string code) => Session.RunAsync(code);

    [Fact]
    public async Task WhosSeesTheVariablesOfCells()
    {
        await Run("var answer = 42; var names = new[] { \"a\", \"b\" };");
        var text = (await Output("#!whos")).Displays[^1]["text/plain"]!;
        Assert.Contains("csharp    answer  int       42", text);
        Assert.Contains("csharp    names   string[]  [ a, b ]", text);
    }

    [Fact]
    public async Task LinesOfErrorsCountFromTheCellsTop()
    {
        var error = await Fail("#!time\n\nint x = \"no\";");
        Assert.Contains("(3,", error.Message);
    }

    [Fact]
    public async Task TextThatLooksLikeADirectiveStaysInAStringOfCSharp() =>
        Assert.Equal("a\n#!html\nb", await Run("var s = \"\"\"\n    a\n    #!html\n    b\n    \"\"\";\nvar t = @\"a\n#!html\nb\";\nt"));

    [Fact]
    public async Task RestartForgetsTheVariables()
    {
        await Run("var answer = 42;");
        await Output("#!restart");
        Assert.Contains("answer", (await Fail("answer")).Message);
    }

    [Fact]
    public async Task UnguardedCodeRuns() =>
        Assert.Equal("4950", await Run("#!unguarded\nvar sum = 0; for (var i = 0; i < 100; i++) sum += i;\nsum"));

    [Fact]
    public async Task AnInterruptEndsATimedCell()
    {
        var sink = new RecordingSink();
        var cell = Session.ExecuteAsync("#!time\nConsole.Write(\"on\"); while (true) ;", sink);
        await sink.When(s => s.Streams == "on");
        Session.Interrupt();
        Assert.Equal(CellStatus.Interrupted, await cell);
        Assert.EndsWith(", interrupted", sink.Displays[^1]["text/plain"]);
    }

    [Fact]
    public async Task DisplayAndPrintingKeepTheirOrder()
    {
        var sink = new RecordingSink();
        await Session.ExecuteAsync("Console.Write(\"a\"); display(1); Console.Write(\"b\"); 2.Display(); HTML(\"<b>c</b>\")", sink);
        Assert.Equal("stdout:a display:1 stdout:b display:2 result:c", string.Join(" ", sink.All.Select(r => $"{r.Kind}:{r.Text}")));
    }

    [Fact]
    public async Task InputComesFromTheFrontEnd()
    {
        var sink = new RecordingSink { Answer = (prompt, _) => $"<{prompt}>" };
        Assert.Equal(
            CellStatus.Ok, await Session.ExecuteAsync("var a = await GetInputAsync(\"Name\"); var b = Console.ReadLine(); a + b", sink));
        Assert.Equal("<Name><>", sink.Text);
    }

    [Fact]
    public async Task ValuesMoveBetweenCSharpAndOtherLanguages()
    {
        await Output("#!value --name note\nhello\n#!csharp\n#!share note --from value");
        Assert.Equal("HELLO", await Run("note.ToUpper()"));
        await Output("#!set --name n --value 41");
        Assert.Equal("42", await Run("n + 1"));
    }

    [Fact]
    public async Task Cells_whose_language_is_value_keep_their_text()
    {
        var options = new CellOptions { Language = "value" };
        Assert.Equal(CellStatus.Ok, await Session.ExecuteAsync("#!value --name letter\nDear reader,\n  #1 of 2\n", new RecordingSink(),
            options));
        Assert.Equal(CellStatus.Ok, await Session.ExecuteAsync("#!value --name page --mime-type text/html\n<b>1</b>", new RecordingSink(),
            options));
        await Output("#!share letter --from value\n#!set --name markup --value @value:page");
        Assert.Equal("Dear reader,\n  #1 of 2|<b>1</b>", await Run("letter.ReplaceLineEndings(\"\\n\") + \"|\" + markup"));
        var sink = new RecordingSink();
        Assert.Equal(CellStatus.Error, await Session.ExecuteAsync("just text", sink, options));
        Assert.Contains("write #!value --name x above it", sink.Failure!.Message);
    }
}
