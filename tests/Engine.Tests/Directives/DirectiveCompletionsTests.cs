using Qiansi.Contracts;

namespace Qiansi.Engine.Tests.Directives;

public sealed class DirectiveCompletionsTests : SessionTest
{
    /// <summary>Completes at the bar in the text; what is inserted, with the text replaced.</summary>
    private async Task<(string Replaced, string[] Items)> Complete(string text)
    {
        var position = text.IndexOf('|');
        var source = text.Remove(position, 1);
        var list = await Session.CompleteAsync(source, position, TestContext.Current.CancellationToken);
        return (source[list.Start..list.End], [.. list.Items.Select(i => i.Text)]);
    }

    [Theory]
    [InlineData("#!ti|", "#!ti", "#!time")]
    [InlineData("1\n#!ma|\n2", "#!ma", "#!markdown")]
    [InlineData("#!share --f|", "--f", "--from")]
    [InlineData("#!share x --from htm|", "htm", "html")]
    [InlineData("#!html\n#!s|", "#!s", "#!set,#!share")]
    [InlineData("#!share --from value a|", "a", "apple")]
    public async Task NamesOptionsAndVariables(string text, string replaced, string items)
    {
        await Run("#!value --name apple\nx");
        Assert.Equal((replaced, items), await Complete(text) is var (r, i) ? (r, string.Join(",", i)) : default);
    }

    [Fact]
    public async Task TheNamesAreThereBeforeAnythingIsTyped() => Assert.Contains("#!who", (await Complete("1\n#!|")).Items);

    [Fact]
    public async Task OtherLanguagesAreLeftAlone()
    {
        Assert.Empty((await Complete("#!html\n<b>Console.|")).Items);
        Assert.Contains("WriteLine", (await Complete("#!time\nConsole.Wri|")).Items);
        Assert.Contains("WriteLine", (await Complete("#!html\n<b>\n#!csharp\nConsole.Wri|")).Items);
    }

    [Fact]
    public async Task InspectingADirectiveIsItsHelp() =>
        Assert.Contains(
            "Usage: #!share", (await Session.InspectAsync("#!share x", 4, TestContext.Current.CancellationToken))!["text/plain"]);

    [Theory]
    [InlineData("#!html\n<b>", "complete")]
    [InlineData("#!time\nif (true) {", "incomplete")]
    public void TheLastBlockDecidesWhetherACellIsComplete(string source, string status) =>
        Assert.Equal(status, Session.IsComplete(source).Status);
}
