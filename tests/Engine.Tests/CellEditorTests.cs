namespace Qiansi.Engine.Tests;

/// <summary>What an editor asks about a cell of several languages.</summary>
public sealed class CellEditorTests : SessionTest
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Errors_stand_at_their_lines_in_the_cell()
    {
        var found = Assert.Single(await Session.DiagnoseAsync("#!html\n<b>\n#!csharp\n\nint x = \"a\";", Token));
        Assert.Equal(("CS0029", true, 4, 8, 4, 11),
            (found.Id, found.IsError, found.StartLine, found.StartColumn, found.EndLine, found.EndColumn));
        Assert.Empty(await Session.DiagnoseAsync("#!html\n<b>", Token));
    }

    [Theory]
    [InlineData("#!html\n<b>  </b>\n#!csharp\nvar  x=1 ;", "#!html\n<b>  </b>\n#!csharp\nvar x = 1;")]
    [InlineData("var x = (", "var x = (")]
    [InlineData("", "")]
    public async Task Formatting_leaves_other_languages_and_unfinished_code_alone(string code, string formatted) =>
        Assert.Equal(formatted, await Session.FormatAsync(code, Token));
}
