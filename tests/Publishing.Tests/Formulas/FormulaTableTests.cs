using Qiansi.Publishing.Formulas;

namespace Qiansi.Publishing.Tests.Formulas;

public sealed class FormulaTableTests
{
    [Fact]
    public void Only_marks_in_plain_text_are_typeset()
    {
        var table = new FormulaTable();
        var first = table.Extract("$a<b$", "cell 1");
        var second = table.Extract("$c$", "cell 1");
        Assert.Equal("<b>A</b> $c$ $a&lt;b$", table.Fill($"{FormulaTable.AllowTypesetting(first)} {second} {first}", ["<b>A</b>", "C"]));
    }

    [Fact]
    public void A_mark_somebody_wrote_into_a_text_names_no_formula()
    {
        var table = new FormulaTable();
        Assert.Equal("x", table.Fill("x\uFDD17\uFDD2", []));
        Assert.Equal("x", table.AsWritten("x\uFDD099999\uFDD2"));
    }

    [Fact]
    public void A_mark_escaped_in_an_address_goes_back()
    {
        var table = new FormulaTable();
        var mark = table.Extract("$x$", "cell 1");
        Assert.Equal("https://example.org/$x$", table.AsWrittenInAttribute("https://example.org/" + Uri.EscapeDataString(mark)));
    }
}
