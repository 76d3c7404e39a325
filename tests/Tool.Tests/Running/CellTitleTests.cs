using Qiansi.Documents;
using Qiansi.Tool.Running;

namespace Qiansi.Tool.Tests.Running;

public sealed class CellTitleTests
{
    [Theory]
    [InlineData("\n  \n\tvar x = 1;\nx", "var x = 1;")]
    [InlineData("a\tb", "a b")]
    [InlineData("evil \u001b[2J\u0007 text", "evil [2J text")]
    [InlineData("", "(empty)")]
    [InlineData("// 注释 🎉", "// 注释 🎉")]
    public void IsTheFirstLineThatSaysSomething(string source, string expected) =>
        Assert.Equal(expected, CellTitle.Of(new Cell(CellKind.Code, source)));

    [Fact]
    public void LongLinesAreCutBetweenCharacters()
    {
        for (var lead = 110; lead < 120; lead++)
        {
            var title = CellTitle.Of(new Cell(CellKind.Code, new string('x', lead) + string.Concat(Enumerable.Repeat("🎉", 20))));

            Assert.InRange(title.Length, 118, 120);
            Assert.EndsWith("…", title);
            Assert.False(char.IsHighSurrogate(title[^2]));
        }
    }
}
