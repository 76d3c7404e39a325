using Qiansi.Contracts;
using Qiansi.Engine.CSharp.Language;

namespace Qiansi.Engine.Tests.CSharp.Language;

public sealed class DiagnosticsTests
{
    private static readonly CellChain Cells = new("var numbers = new List<int> { 1 };\nclass Shape { }", "1 + 1");

    [Theory]
    [InlineData("numbers.Count")]
    [InlineData("var unused = 1; void Unused() { int local; }")]
    [InlineData("using System.Xml;\nint x = 1;")]
    [InlineData("#!time\n#r \"nuget: Some.Package\"\nnumbers.Add(1);")]
    [InlineData("await Task.Delay(1);\nnumbers.Count")]
    [InlineData("static class Extensions { public static int Twice(this int n) => 2 * n; }\n5.Twice()")]
    [InlineData("static class Extensions { extension(int n) { public int Doubled => 2 * n; } }\n5.Doubled")]
    [InlineData("namespace Shop { public class Item { } }\nvar item = new Shop.Item();")]
    [InlineData("class Shape { public int Sides; }\nnew Shape().Sides")]
    public async Task Finds_nothing_in_good_code(string code) => Assert.Empty(await Diagnose(code));

    [Theory]
    [InlineData("var x = missing;", "CS0103", true, 0, 8, 15)]
    [InlineData("#!time\nvar x = missing;", "CS0103", true, 1, 8, 15)]
    [InlineData("int x = \"a\";", "CS0029", true, 0, 8, 11)]
    [InlineData("var s = \"😀\"; missing", "CS0103", true, 0, 14, 21)]
    [InlineData("int x = 1", "CS1002", true, 0, 9, 9)]
    [InlineData("#warning 小心", "CS1030", false, 0, 9, 11)]
    [InlineData("static class E { public static int T(this int n) => missing; }", "CS0103", true, 0, 52, 59)]
    public async Task Places_what_it_finds(string code, string id, bool isError, int line, int column, int end)
    {
        CodeDiagnostic found = Assert.Single(await Diagnose(code));

        Assert.Equal((id, isError, line, column, line, end),
            (found.Id, found.IsError, found.StartLine, found.StartColumn, found.EndLine, found.EndColumn));
        Assert.NotEmpty(found.Message);
    }

    [Fact]
    public async Task Orders_by_place()
    {
        IReadOnlyList<CodeDiagnostic> found = await Diagnose("second();\nfirst();\n");

        Assert.Equal([0, 1], found.Select(diagnostic => diagnostic.StartLine));
    }

    private static Task<IReadOnlyList<CodeDiagnostic>> Diagnose(string code) =>
        Cells.Services.DiagnoseAsync(code, TestContext.Current.CancellationToken);
}
