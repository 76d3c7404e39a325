using Qiansi.Contracts;

namespace Qiansi.Engine.Tests.CSharp;

/// <summary>Below a cell that succeeded stands a quiet line for each warning that a reader should see, and for no other.</summary>
public sealed class WarningTests : SessionTest
{
    [Theory]
    [InlineData("double half = 1 / 2; half", "(1,15): warning QS0003: '1 / 2' divides integers", "write 1 / 2.0")]
    [InlineData("int n = 3, m = 2;\nMath.Sqrt((n / m))", "(2,12): warning QS0003: 'n / m' divides integers", "write (double)n / m")]
    [InlineData("async Task F() { await Task.Delay(1); throw new Exception(); }\nF();", "(2,1): warning CS4014")]
    [InlineData("string s = DateTime.Now.Year > 1 ? \"a\" : null;\ns.Length", "(2,1): warning CS8602")]
    [InlineData("[Obsolete(\"take B\")] int A() => 1;\nA()", "(2,1): warning CS0618: 'A()' is obsolete: 'take B'")]
    [InlineData("int F()\n{\n    for (var i = 0; ; i++) if (i > 3) return i;\n    return 7;\n}\nF()", "(4,5): warning CS0162")]
    [InlineData("class Loud { [Obsolete] public void A() { } public void B() => A(); }", "(1,64): warning CS0612")]
    public async Task It_is_told(string code, params string[] parts)
    {
        var shown = await Shown(code);
        Assert.All(parts, part => Assert.Contains(part, shown["text/plain"]!));
        Assert.DoesNotContain('\n', shown["text/plain"]!);
        Assert.Contains("opacity", shown["text/html"]!);
    }

    [Theory]
    [InlineData("int unused; var x = 3; void Later() { } int[] a = [1, 2]; foreach (var i in a) if (i > 5) break;")]
    [InlineData(
        "double whole = 4 / 2, fraction = 3 / 2.0; int n = 7; float cast = (float)(n / 2); int half = n / 2; var text = $\"{n / 2}\";")]
    [InlineData("class Node { public Node Next; public string Name; } Node first = null; string line = null; "
        + "var node = new Node { Next = null }; node.Name = line;")]
    [InlineData(
        "Func<int, int> f = n => { while (true) { if (n > 3) return n; n++; } }; from i in Enumerable.Range(0, 3) where i > 1 select f(i)")]
    [InlineData("_ = Task.Run(() => 1); await Task.Yield(); goto end; end: ;")]
    public async Task What_is_no_news_is_not(string code)
    {
        var sink = new RecordingSink();
        Assert.Equal(CellStatus.Ok, await Session.ExecuteAsync(code, sink));
        Assert.Empty(sink.Displays);
    }

    [Fact]
    public async Task A_cell_that_fails_has_its_error_only()
    {
        var sink = new RecordingSink();
        Assert.Equal(CellStatus.Error, await Session.ExecuteAsync("double x = 1 / 2; throw new Exception(\"no\");", sink));
        Assert.Empty(sink.Displays);
    }

    [Fact]
    public async Task Partial_types_of_two_cells_are_not_joined_and_it_is_said()
    {
        await Run("partial class P { public int A = 1; public int Twice() => A * 2; }");
        var shown = await Shown("partial class P { public int B = 2; }");
        Assert.Contains("(1,15): warning QS0002: The parts of partial P in Cell 1 and here are not joined", shown["text/plain"]!);
        Assert.Contains("A, Twice is not part of it", shown["text/plain"]!);
        var again = new RecordingSink();
        await Session.ExecuteAsync("partial class P { public int B = 3; } partial class P { public int C = 3; }", again);
        Assert.Empty(again.Displays);
    }

    [Theory]
    [InlineData("display(3)")]
    [InlineData("3.Display()")]
    [InlineData("HTML(\"a\").Display()")]
    [InlineData("\"a\".DisplayAs(\"text/html\")")]
    [InlineData("await Task.FromResult(display(4))")]
    public async Task What_shows_itself_is_shown_once(string code)
    {
        var sink = new RecordingSink();
        Assert.Equal(CellStatus.Ok, await Session.ExecuteAsync(code, sink));
        Assert.Single(sink.Displays);
        Assert.Null(sink.Value);
    }

    private async Task<MimeBundle> Shown(string code)
    {
        var sink = new RecordingSink();
        Assert.True(await Session.ExecuteAsync(code, sink) == CellStatus.Ok, sink.Failure?.Message);
        return Assert.Single(sink.Displays);
    }
}
