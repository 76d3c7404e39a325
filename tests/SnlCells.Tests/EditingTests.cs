namespace Qiansi.SnlCells.Tests;

/// <summary>Completion, hover and whether a program is whole; ¦ is the caret.</summary>
public sealed class EditingTests
{
    private const string Head = "program p\ntype point = record integer x, y; end;\nvar point here; integer count; char c;\n"
        + "procedure move(var point q; integer dx);\n  var integer old;\n  begin q.x := q.x + dx; old := dx end\n";

    [Theory]
    [InlineData(Head + "begin cou¦", "count")]
    [InlineData(Head + "begin move(¦", "here,count,c,point,move,program")]
    [InlineData(Head + "begin here.¦ := 1 end.", "x,y")]
    [InlineData(Head + "begin here.y¦ := 1 end.", "y")]
    [InlineData(Head + "begin WH¦", "while")]
    [InlineData("program p procedure a(integer inner); begin inn¦ end begin a(1) end.", "inner")]
    public async Task Names_and_words_are_offered(string code, string expected)
    {
        var (text, caret) = Split(code);
        var list = await new SnlLanguage().CompleteAsync(text, caret, TestContext.Current.CancellationToken);
        Assert.Subset(list.Items.Select(i => i.Text).ToHashSet(), expected.Split(',').ToHashSet());
        if (!expected.Contains("program")) Assert.Equal(expected.Split(','), list.Items.Select(i => i.Text));
    }

    [Fact]
    public async Task Errors_and_warnings_stand_where_they_are()
    {
        var token = TestContext.Current.CancellationToken;
        var found = await new SnlLanguage().DiagnoseAsync("program p\nvar integer n;\nbegin\n  m := 1\nend.", token);
        Assert.Contains(found, d => d is { Id: "SNL202", IsError: true, StartLine: 3, StartColumn: 2, EndLine: 3, EndColumn: 3 });
        Assert.Contains(found, d => d is { IsError: false, StartLine: 1 });
        Assert.Empty(await new SnlLanguage().DiagnoseAsync(" ", token));
    }

    [Theory]
    [InlineData("program p { a com¦ment } begin end.")]
    [InlineData("program p var char c; begin c := 'a¦' end.")]
    [InlineData("program p procedure a(integer inner); begin inner := 1 end begin inn¦ end.")]
    public async Task Nothing_is_offered_in_comments_and_constants_and_nothing_out_of_scope(string code)
    {
        var (text, caret) = Split(code);
        Assert.Empty((await new SnlLanguage().CompleteAsync(text, caret, TestContext.Current.CancellationToken)).Items);
    }

    [Theory]
    [InlineData(Head + "begin cou¦nt := 1; move(here, 1) end.",
        "integer count\nvariable of p, level 0, offset 5, 1 word; declared in line 3")]
    [InlineData(Head + "begin ¦move(here, 1) end.",
        "procedure move(var record integer x; integer y; end q; integer dx)\nprocedure of p, level 1, ")]
    [InlineData(Head + "begin here.y¦ := 1; move(here, 1) end.", "integer y\nfield, 1 word into its record")]
    [InlineData("program p procedure a(var integer v); begin v¦ := 1 end begin end.",
        "var integer v\nvar parameter of a, level 1, offset 3, 1 word; declared in line 1")]
    [InlineData("program p var char c; begin c := 'a'¦ end.", "'a'\nchar, code 97")]
    public async Task A_name_has_its_type_and_place(string code, string expected)
    {
        var (text, caret) = Split(code);
        Assert.StartsWith(expected, (await new SnlLanguage().InspectAsync(text, caret,
            TestContext.Current.CancellationToken))!["text/plain"]);
    }

    [Theory]
    [InlineData("program p begin ¦ end.")]
    [InlineData("program p begin q¦ := 1 end.")]
    [InlineData("program p {x¦} begin end.")]
    public async Task What_has_no_declaration_has_none(string code)
    {
        var (text, caret) = Split(code);
        Assert.Null(await new SnlLanguage().InspectAsync(text, caret, TestContext.Current.CancellationToken));
    }

    [Theory]
    [InlineData("program p begin write(1) end.", "complete")]
    [InlineData("program p begin write(1)", "incomplete")]
    [InlineData("program p begin write(1) end", "incomplete")]
    [InlineData("program p { never closed", "incomplete")]
    [InlineData("program p begin write(1)) end.", "complete")]
    public void Whether_a_program_is_whole(string code, string expected) => Assert.Equal(expected, new SnlLanguage().IsComplete(code)
        .Status);

    private static (string Text, int Caret) Split(string code) => (code.Replace("¦", ""), code.IndexOf('¦'));
}
