using Qiansi.Engine;

namespace Qiansi.Trees.Tests;

/// <summary>What the README shows runs as it stands there, in a session that knows the library.</summary>
public sealed class ReadmeTests
{
    private static readonly Readme Readme = new("kernel-extensions/Trees");

    [Fact]
    public async Task The_example_is_a_film()
    {
        TreesExtension.Register();
        using var session = new Session(openLibraries: ["Qiansi.Trees"]);
        var sink = await session.RunAsync(Readme.Example());
        Assert.Contains("aria-label=\"Step 7 of 7: insert 80\"", sink.Value!["text/html"]);
        Assert.Contains("7/7 insert 80\n50\n├── 30\n│   ├── 20\n│   └── 40\n└── 70\n    ├── 60\n    └── 80  (◀ here)", sink.Text);
    }

    [Fact]
    public void The_picture_is_there() => Readme.HasPicture("trees.png");
}
