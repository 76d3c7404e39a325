using System.Globalization;
using FsCheck;
using FsCheck.Fluent;
using Qiansi.Publishing.Code;
using Qiansi.Publishing.Html;
using Qiansi.Tool.CSharp;

namespace Qiansi.Tool.Tests.CSharp;

public sealed class CodeHighlighterTests
{
    private static CodeHighlighter Highlighter(params IEnumerable<(string Code, string Language)> cells) =>
        new(code => new CSharpHighlighter(code), cells);

    [Fact]
    public void CSharp_is_coloured_by_meaning_across_cells()
    {
        var (first, second) = ("record Neuron(double Bias);", "Neuron n = new(0.5); // one\nConsole.WriteLine(n.Bias);");
        var highlighter = Highlighter((first, "csharp"), (second, "csharp"));
        Assert.Contains("<span class=\"k\">record</span> <span class=\"t\">Neuron</span>", highlighter.Cell(first, "csharp"));
        var later = highlighter.Cell(second, "csharp");
        Assert.Contains("<span class=\"t\">Neuron</span> n = <span class=\"k\">new</span>(<span class=\"n\">0.5</span>); "
            + "<span class=\"c\">// one</span>", later);
        Assert.Contains("<span class=\"t\">Console</span>.<span class=\"m\">WriteLine</span>(n.<span class=\"p\">Bias</span>);", later);
    }

    [Fact]
    public void What_a_cell_declares_anew_counts_from_there_on()
    {
        string[] cells =
        [
            "using System.Diagnostics;\nvar net = new Stopwatch();\nnet.ElapsedTicks",
            "class Net { public int Width => 3; public Net Twin() => new Net(); }\nvar net = new Net();",
            "var twins = new[] { net }.Select(net => net.Twin().Width);",
            "class Net { public double Depth => 2; public int net => 1; }",
            "var net = new Net(); net.Depth + net.net + net.Width",
            "if (net {",
            "Stopwatch watch",
        ];
        var highlighter = Highlighter(cells.Select(c => (c, "csharp")));
        var html = cells.Select(c => highlighter.Cell(c, "csharp")).ToList();
        Assert.Contains("<span class=\"k\">using</span> System.Diagnostics;", html[0]);
        Assert.Contains("<span class=\"t\">Stopwatch</span>();\nnet.<span class=\"p\">ElapsedTicks</span>", html[0]);
        Assert.Contains("net.<span class=\"m\">Twin</span>().<span class=\"p\">Width</span>", html[2]);
        Assert.Contains("net.<span class=\"p\">Depth</span> + net.<span class=\"p\">net</span> + net.Width", html[4]);
        Assert.Equal("<span class=\"kc\">if</span> (net {", html[5]);
        Assert.StartsWith("<span class=\"t\">Stopwatch</span>", html[6]);
        Assert.All(cells.Zip(html), pair => Assert.Equal(pair.First, HtmlFragment.Parse($"<pre>\n{pair.Second}</pre>").TextContent));
    }

    [Theory]
    [InlineData("var a{0} = {0} + Math.Sqrt({0});\nConsole.WriteLine(a{0});")]
    [InlineData("var x = {0} + Math.Sqrt({0});\nConsole.WriteLine(x);")]
    [InlineData("class Net {{ public int P => {0}; }}\nvar net = new Net(); Console.WriteLine(net.P);")]
    [InlineData("var a = (1, ;\nConsole.WriteLine({0}")]
    public void Two_thousand_cells_take_no_more_than_their_share_of_memory(string cell)
    {
        var cells = Enumerable.Range(0, 2000).Select(i => (string.Format(CultureInfo.InvariantCulture, cell, i), "csharp")).ToList();
        var before = GC.GetTotalMemory(forceFullCollection: true);
        var highlighter = Highlighter(cells);
        Assert.All(cells, c => Assert.Contains("<span class=\"m\">WriteLine</span>", highlighter.Cell(c.Item1, c.Item2)));
        Assert.InRange(GC.GetTotalMemory(forceFullCollection: true) - before, 0, 150_000_000);
        GC.KeepAlive(highlighter);
    }

    [Fact]
    public void A_directive_changes_the_language()
    {
        var highlighter = Highlighter();
        Assert.Equal("<span class=\"d\">#!html</span>\n<span class=\"g\">&lt;b</span> <span class=\"a\">id</span>=<span "
            + "class=\"s\">&quot;x&quot;</span><span class=\"g\">&gt;</span>", highlighter.Cell("#!html\n<b id=\"x\">", "csharp"));
    }

    [Theory]
    [InlineData("python", "def f(x): return \"a\" # b",
        "<span class=\"k\">def</span> <span class=\"m\">f</span>(x): "
        + "<span class=\"k\">return</span> <span class=\"s\">&quot;a&quot;</span> <span class=\"c\"># b</span>")]
    [InlineData("json", "{\"a\": [1.5e-3, true]}",
        "{<span class=\"p\">&quot;a&quot;</span>: [<span class=\"n\">1.5e-3</span>, <span class=\"k\">true</span>]}")]
    [InlineData("sql", "select 'it''s' -- x",
        "<span class=\"k\">select</span> <span class=\"s\">&#39;it&#39;&#39;s&#39;</span> <span class=\"c\">-- x</span>")]
    [InlineData("js", "const a = `x\ny`;", "<span class=\"k\">const</span> a = <span class=\"s\">`x\ny`</span>;")]
    [InlineData("markdown", "# A\n- b", "<span class=\"h\"># A</span>\n<span class=\"k\">-</span> b")]
    [InlineData("nosuchlanguage", "a < b", "a &lt; b")]
    public void Other_languages_are_coloured_by_their_words(string language, string code, string expected)
    {
        var highlighter = Highlighter();
        Assert.Equal(expected, highlighter.Excerpt(code, language));
    }

    [Theory]
    [InlineData("csharp")]
    [InlineData("html")]
    [InlineData("markdown")]
    [InlineData("javascript")]
    [InlineData("python")]
    [InlineData("json")]
    [InlineData("sql")]
    [InlineData("fsharp")]
    [InlineData("snl")]
    [InlineData("latex")]
    public void The_code_itself_is_never_changed(string language)
    {
        var highlighter = Highlighter();
        var pieces = Gen.Elements("\"", "'", "\"\"\"", "`", "$\"{", "}", "//", "/*", "*/", "--", "#", "#!sql", "\n", "<a b=", "/>", "<!--",
            "-->", "{", "1e-", "\\", "var x = 1;", "class A", " ", "é", "(*", "@", "#if X\n");
        var config = Config.QuickThrowOnFailure.WithMaxTest(language == "csharp" ? 30 : 100);
        Prop.ForAll(pieces.ArrayOf().ToArbitrary(), parts =>
        {
            var code = string.Concat(parts);
            return HtmlFragment.Parse($"<pre>\n{highlighter.Cell(code, language)}</pre>").TextContent == code;
        }).Check(config);
    }
}
