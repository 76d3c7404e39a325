namespace Qiansi.Engine.Tests.CSharp;

/// <summary>Spans, ref structs and ref locals may stand at the top of a cell; they end with it.</summary>
public sealed class StackLocalTests : SessionTest
{
    [Theory]
    [InlineData("Span<int> s = stackalloc int[3]; s[1] = 5; s.Length + s[1]", "8")]
    [InlineData("int[] a = [1, 2, 3];\nref int r = ref a[1];\nr = 9;\na[1]", "9")]
    [InlineData("int[] a = [1, 2, 3];\nref var r = ref a[1];\nfor (var i = 0; i < 3; i++) r += i;\nr", "5")]
    [InlineData("\"abc\"u8", "abc")]
    [InlineData("\"hello\".AsSpan(1, 3)", "ell")]
    [InlineData("var u = \"abc\"u8; u[0]", "97")]
    [InlineData("scoped ReadOnlySpan<char> s = \"a,b\"; var comma = s.IndexOf(','); comma", "1")]
    [InlineData("ref struct P { public int X; public P(int x) { X = x; } }\nvar p = new P(4); p.X++; p.X", "5")]
    [InlineData("var json = new System.Text.Json.Utf8JsonReader(\"[1,2]\"u8); var n = 0; while (json.Read()) n++; n", "4")]
    public async Task They_work_in_their_cell(string code, string value) => Assert.Equal(value, await Run(code));

    [Fact]
    public async Task A_span_to_show_is_shown_as_an_array() => Assert.Contains("2", await Run("new[] { 1, 2, 3 }.AsSpan(1)"));

    [Fact]
    public async Task Other_variables_of_the_cell_stay()
    {
        await Run("var before = 1; Span<int> s = [4, 5, 6]; int x = s[0], y = s[1]; var text = $\"{s.Length}\"; "
            + "int[] copy = { s[2] }; List<int> all = [.. s];");
        Assert.Equal("1 4 5 3 6 3", await Run("$\"{before} {x} {y} {text} {copy[0]} {all.Count}\""));
        Assert.Contains("CS0103", (await Fail("s.Length")).Message);
    }

    [Fact]
    public async Task An_error_beside_them_is_told_alone()
    {
        var error = await Fail("Span<int> s = stackalloc int[3];\ns.Lenght");
        Assert.Contains("Did you mean Length?", error.Message);
        Assert.DoesNotContain("CS8345", error.Message);
    }
}
