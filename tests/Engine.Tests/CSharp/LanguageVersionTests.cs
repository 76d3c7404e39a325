namespace Qiansi.Engine.Tests.CSharp;

/// <summary>Cells are written in the C# that <c>dotnet run</c> takes.</summary>
public sealed class LanguageVersionTests : SessionTest
{
    [Theory]
    [InlineData("double a = 3, b = 4, inter = 1; double union = a + b - inter; union = Math.Max(union, 1e-9); union", "6")]
    [InlineData("var extension = \".PNG\"; extension = extension.ToLower(); extension", ".png")]
    [InlineData("var record = 1; record = 2; record += 3; record", "5")]
    [InlineData("var record = new List<int>();\nrecord.Add(7);\nrecord[0]++;\nrecord[0]", "8")]
    [InlineData("int record = 1;\nrecord++;\nvar extension = \"a\";\nextension += record;\nrecord R(int X);\nextension", "a2")]
    [InlineData("Func<int, int> record = n => n + 1;\nrecord(4)", "5")]
    [InlineData("var record = 1;\nrecord = await Task.FromResult(3); // wait\nrecord", "3")]
    [InlineData("var field = 1; field = 2; var file = 5; file += field - 1; var scoped = file; scoped", "6")]
    [InlineData("static class E { extension(string s) { public int Twice => s.Length * 2; } }\n\"abc\".Twice", "6")]
    [InlineData("class C { public int P { get => field; set => field = value * 2; } }\nnew C { P = 3 }.P", "6")]
    [InlineData("class C { public int P { get; set; } }\nC c = null; c?.P = 3; c is null", "True")]
    public async Task What_a_program_may_say_a_cell_may_say(string code, string value) => Assert.Equal(value, await Run(code));

    [Fact]
    public async Task Another_version_comes_by_a_line_of_file_based_programs_and_stays()
    {
        var error = await Fail("#:property LangVersion=12\nclass C { public int P { get => field; set => field = value; } }");
        Assert.Contains("'field' does not exist", error.Message); // no keyword yet
        await Fail("class C { public int P { get => field; set => field = value; } }");
        Assert.Equal("1",
            await Run("#:property LangVersion=latest\n#:sdk Microsoft.NET.Sdk.Web\n#:property PublishAot=false\nclass C { public int P { "
                + "get => field; set => field = value; } }\nnew C { P = 1 }.P"));
        await Run("#:property LangVersion=preview\n1");
        Assert.Contains("there is no C# version 'seven'", (await Fail("#:property LangVersion=seven")).Message);
        Assert.Contains("#:packages X is not known here", (await Fail("#:packages X")).Message);
    }

    [Fact]
    public async Task Behind_such_a_word_errors_keep_their_places()
    {
        var error = await Fail("var record = 1;\nrecord = 2;\n\n  var y = nothing;");
        Assert.Contains("(4,11): error CS0103", error.Message);
        Assert.Contains("line 3", string.Join('\n',
            (await Fail("var record = 1;\nrecord = 2;\nthrow new Exception(\"here\");")).Traceback));
    }

    [Theory]
    [InlineData("r with { I = 2 }", "2, 1")]
    [InlineData("var s = r;\ns with\n{\n    I = 2,\n    J = new[] { 5 }.Length + 1,\n}\n\n", "2, 2")]
    [InlineData("h.Value with { J = 7 } // the last line", "1, 7")]
    [InlineData("for (var i = 0; i < 3; i++) r = r with { I = i };\nr with { }", "2, 1")]
    public async Task With_may_be_the_last_line(string code, string value)
    {
        await Run("record R(int I, int J); class H { public R Value = new(1, 1); } var r = new R(1, 1); var h = new H();");
        var shown = await Run(code);
        foreach (var part in value.Split(", ")) Assert.Contains(part, shown);
    }
}
