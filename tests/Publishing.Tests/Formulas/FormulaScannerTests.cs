using FsCheck;
using FsCheck.Fluent;
using Qiansi.Publishing.Formulas;

namespace Qiansi.Publishing.Tests.Formulas;

public sealed class FormulaScannerTests
{
    [Theory]
    [InlineData("a $x$ b", "x")]
    [InlineData("a $$x$$ b", "[x]")]
    [InlineData("$$\na\n= b\n$$", "[a\n= b]")]
    [InlineData(@"a \(x_1\) b", "x_1")]
    [InlineData(@"a \\(x\\) b", "x")]
    [InlineData(@"\\[ x \\]", "[x]")]
    [InlineData("\\[\nx^2\n\\]", "[x^2]")]
    [InlineData(@"\begin{align} a &= b \\ c &= d \end{align}", @"[\begin{align} a &= b \\ c &= d \end{align}]")]
    [InlineData("$x$ and $y$", "x;y")]
    [InlineData("$ n $ is", "n")]
    [InlineData("$ x_1 + 2 $ is", "x_1 + 2")]
    [InlineData("> $$\n> a\n> $$", "[a]")]
    [InlineData(@"$a \$ b$", @"a \$ b")]
    [InlineData("**$x$**", "x")]
    [InlineData("| $|x|$ | b |", "|x|")]
    [InlineData("`a $x$ b` $y$", "y")]
    [InlineData("```\n$x$\n```\n$y$", "y")]
    [InlineData("- ```\n  $x$\n  ```\n- $y$", "y")]
    [InlineData("<pre>$x$</pre> $y$", "y")]
    [InlineData("<!-- $x$ --> $y$", "y")]
    [InlineData("a ` b $y$", "y")]
    [InlineData("$6; set `$HOME` to $y$", "y")]
    [InlineData(@"$\text{`a'} + \text{`b'}$", @"\text{`a'} + \text{`b'}")]
    public void Finds_formulas(string markdown, string expected) => Assert.Equal(expected, Found(markdown));

    [Theory]
    [InlineData("It costs $5 and then $6.")]
    [InlineData("From $5 to US$7")]
    [InlineData("$ 5 and $ 6")]
    [InlineData(@"\$x\$")]
    [InlineData(@"\[1\] is a note, \(really\) no formula")]
    [InlineData("$x\n\ny$")]
    [InlineData("$$x\n\ny$$")]
    [InlineData("$$$$")]
    [InlineData("a $ b")]
    [InlineData(@"\begin{align} a")]
    [InlineData(@"C:\new\folder")]
    [InlineData("~~~\n$x$\n~~~")]
    [InlineData("costs $6; set `$HOME`")]
    [InlineData("costs $6; set ``$HOME`` and `$a_1$`")]
    [InlineData("from $$ to `$$`")]
    [InlineData("```\n$x$")]
    public void Leaves_other_text_alone(string markdown) => Assert.Equal("", Found(markdown));

    [Fact]
    public void What_is_extracted_can_be_put_back()
    {
        var pieces = Gen.Elements("$", "$$", "\\(", "\\)", "\\\\(", "\\\\)", "\\[", "\\]", "\\begin{a}", "\\end{a}", "\n", "\n\n", "`",
            "```", "~~~", " ", "x", "5", "<pre>", "</pre>", "> ", "_", "\\");
        Prop.ForAll(pieces.ArrayOf().ToArbitrary(), parts =>
        {
            var text = string.Concat(parts);
            var table = new FormulaTable();
            var extracted = table.Extract(text, "cell 1");
            return table.AsWritten(extracted) == text && !table.Formulas.Any(f => f.Source.Length == 0);
        }).QuickCheckThrowOnFailure();
    }

    private static string Found(string markdown) =>
        string.Join(';', FormulaScanner.Scan(markdown).Select(f => f.Display ? $"[{f.Tex}]" : f.Tex));
}
