using Qiansi.Engine;

namespace Qiansi.Boards.Tests;

/// <summary>What the README shows runs as it stands there, in a session that knows the library.</summary>
public sealed class ReadmeTests
{
    private static readonly Readme Readme = new("kernel-extensions/Boards");

    [Fact]
    public async Task The_example_is_a_board()
    {
        BoardsExtension.Register();
        using var session = new Session(openLibraries: ["Qiansi.Boards"]);
        var sink = await session.RunAsync(Readme.Example());
        Assert.Contains("Black to move", sink.Value!["text/html"]);
        Assert.Contains("♕", sink.Text);
    }

    [Fact]
    public void The_picture_is_there() => Readme.HasPicture("boards.png");
}
