namespace Qiansi.Engine.Tests.CSharp.Language;

public sealed class FormattingTests
{
    private static readonly CellChain Cells = new();

    [Theory]
    [InlineData("var  x=1;", "var x = 1;")]
    [InlineData("if(x){y();}", "if (x) { y(); }")]
    [InlineData("void F( int a,int b ){\nreturn ;\n}", "void F(int a, int b)\n{\n    return;\n}")]
    [InlineData("#!time\nvar  x=1;\n#r \"nuget: A,  1.0\"\nvar  y=2;", "#!time\nvar x = 1;\n#r \"nuget: A,  1.0\"\nvar y = 2;")]
    [InlineData("#!time --deep\r\nvar  x=1;\r\n", "#!time --deep\r\nvar x = 1;\r\n")]
    [InlineData("1+1", "1 + 1")]
    [InlineData("var 数=\"😀  😀\";", "var 数 = \"😀  😀\";")]
    [InlineData("var  x = ;", "var  x = ;")]
    [InlineData("", "")]
    public async Task Lays_out_code_and_leaves_directives_alone(string code, string expected) =>
        Assert.Equal(expected, await Cells.Services.FormatAsync(code, TestContext.Current.CancellationToken));
}
