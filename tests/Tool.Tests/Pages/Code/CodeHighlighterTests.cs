using FsCheck;
using FsCheck.Fluent;
using Qiansi.Tool.Pages.Code;
using Qiansi.Tool.Pages.Html;

namespace Qiansi.Tool.Tests.Pages.Code;

public sealed class CodeHighlighterTests
{
    [Fact]
    public void CSharp_is_coloured_by_meaning_across_cells()
    {
        using var highlighter = new CodeHighlighter();
        Assert.Contains("<span class=\"k\">record</span> <span class=\"t\">Neuron</span>", highlighter.Cell("record Neuron(double Bias);", "csharp"));
        var later = highlighter.Cell("Neuron n = new(0.5); // one\nConsole.WriteLine(n.Bias);", "csharp");
        Assert.Contains("<span class=\"t\">Neuron</span> n = <span class=\"k\">new</span>(<span class=\"n\">0.5</span>); <span class=\"c\">// one</span>", later);
        Assert.Contains("<span class=\"t\">Console</span>.<span class=\"m\">WriteLine</span>(n.<span class=\"p\">Bias</span>);", later);
    }

    [Fact]
    public void A_directive_changes_the_language()
    {
        using var highlighter = new CodeHighlighter();
        Assert.Equal("<span class=\"d\">#!html</span>\n<span class=\"g\">&lt;b</span> <span class=\"a\">id</span>=<span class=\"s\">&quot;x&quot;</span><span class=\"g\">&gt;</span>", highlighter.Cell("#!html\n<b id=\"x\">", "csharp"));
    }

    [Theory]
    [InlineData("python", "def f(x): return \"a\" # b", "<span class=\"k\">def</span> <span class=\"m\">f</span>(x): <span class=\"k\">return</span> <span class=\"s\">&quot;a&quot;</span> <span class=\"c\"># b</span>")]
    [InlineData("json", "{\"a\": [1.5e-3, true]}", "{<span class=\"p\">&quot;a&quot;</span>: [<span class=\"n\">1.5e-3</span>, <span class=\"k\">true</span>]}")]
    [InlineData("sql", "select 'it''s' -- x", "<span class=\"k\">select</span> <span class=\"s\">&#39;it&#39;&#39;s&#39;</span> <span class=\"c\">-- x</span>")]
    [InlineData("js", "const a = `x\ny`;", "<span class=\"k\">const</span> a = <span class=\"s\">`x\ny`</span>;")]
    [InlineData("markdown", "# A\n- b", "<span class=\"h\"># A</span>\n<span class=\"k\">-</span> b")]
    [InlineData("nosuchlanguage", "a < b", "a &lt; b")]
    public void Other_languages_are_coloured_by_their_words(string language, string code, string expected)
    {
        using var highlighter = new CodeHighlighter();
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
        using var highlighter = new CodeHighlighter();
        var pieces = Gen.Elements("\"", "'", "\"\"\"", "`", "$\"{", "}", "//", "/*", "*/", "--", "#", "#!sql", "\n", "<a b=", "/>", "<!--", "-->", "{", "1e-", "\\", "var x = 1;", "class A", " ", "é", "(*", "@", "#if X\n");
        var config = Config.QuickThrowOnFailure.WithMaxTest(language == "csharp" ? 30 : 100);
        Prop.ForAll(pieces.ArrayOf().ToArbitrary(), parts =>
        {
            var code = string.Concat(parts);
            return HtmlFragment.Parse($"<pre>\n{highlighter.Cell(code, language)}</pre>").TextContent == code;
        }).Check(config);
    }
}
