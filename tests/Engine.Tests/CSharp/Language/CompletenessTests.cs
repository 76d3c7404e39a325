using Qiansi.Contracts;

namespace Qiansi.Engine.Tests.CSharp.Language;

public sealed class CompletenessTests
{
    private static readonly CellChain Cells = new();

    [Theory]
    [InlineData("")]
    [InlineData("   \n")]
    [InlineData("1 + 1")]
    [InlineData("var x = 1;")]
    [InlineData("Console.WriteLine(\"hello\")")]
    [InlineData("if (x) y();")]
    [InlineData("if (x) { y(); }\n")]
    [InlineData("class A { }")]
    [InlineData("record P(int X);")]
    [InlineData("#!time")]
    [InlineData("#!time\nvar x = 1;")]
    [InlineData("#r \"nuget: Some.Package, 1.0\"")]
    [InlineData("using System.Text;")]
    [InlineData("// a comment")]
    [InlineData("/* a comment */")]
    [InlineData("await Task.Delay(1)")]
    [InlineData("from n in numbers select n")]
    [InlineData("x++")]
    [InlineData("var s = \"\"\"\n  #!time\n  \"\"\";")]
    [InlineData("[Obsolete] class A { }")]
    [InlineData("new[] { 1, 2 }")]
    [InlineData("void F() { }")]
    [InlineData("var 长度 = \"😀\".Length;")]
    public void Is_complete(string code) => Assert.Equal("complete", Cells.Services.IsComplete(code).Status);

    [Theory]
    [InlineData("if (x)", "    ")]
    [InlineData("if (x)\n", "    ")]
    [InlineData("if (x) {", "    ")]
    [InlineData("    foreach (var n in numbers)", "        ")]
    [InlineData("while (true) {\n    x++;", "    ")]
    [InlineData("class A\n{\n    void M()\n    {", "        ")]
    [InlineData("Console.WriteLine(", "    ")]
    [InlineData("var x = 1 +", "")]
    [InlineData("var x =", "    ")]
    [InlineData("var x = y &&", "")]
    [InlineData("numbers.Where(n =>", "    ")]
    [InlineData("numbers.", "")]
    [InlineData("var s = @\"abc", "")]
    [InlineData("var s = \"\"\"\nabc", "")]
    [InlineData("var s = $\"\"\"\nabc", "")]
    [InlineData("/* a comment", "")]
    [InlineData("    /* a comment", "")]
    [InlineData("new List<int> { 1,", "")]
    [InlineData("switch (x) {\n    case 1:", "        ")]
    [InlineData("if (x) y(); else", "    ")]
    [InlineData("do", "    ")]
    [InlineData("try { }", "")]
    [InlineData("[Obsolete]", "")]
    [InlineData("#!time\nif (x)", "    ")]
    [InlineData("from n in numbers", "")]
    [InlineData("void F(int a,", "")]
    public void Is_incomplete(string code, string indent) =>
        Assert.Equal(new Completeness("incomplete", indent), Cells.Services.IsComplete(code));

    [Theory]
    [InlineData("var x = )")]
    [InlineData("var s = \"abc\nvar t = 1;")]
    [InlineData("}")]
    [InlineData("int int = 1;")]
    [InlineData("class { }")]
    public void Is_invalid(string code) => Assert.Equal("invalid", Cells.Services.IsComplete(code).Status);
}
