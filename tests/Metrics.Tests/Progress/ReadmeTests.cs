using Qiansi.Engine;

namespace Qiansi.Metrics.Tests.Progress;

/// <summary>The example of bars runs as it stands in the README.</summary>
public sealed class ReadmeTests
{
    [Fact]
    public async Task The_example_leaves_a_complete_bar_below_its_lines()
    {
        using var session = new Session(openLibraries: ["Qiansi.Metrics"]);
        var sink = await session.RunAsync(new Readme("kernel-extensions/Metrics").Example("## Progress bars"));
        Assert.Matches("^epoch 1: loss 0\\.[0-9]{3}\nepoch 2: .*\nepoch 3: .*\nepochs +100 % .*3 of 3", sink.Displays[^1]["text/plain"]!);
        Assert.Single(sink.All, r => r.Kind == "display");
    }
}
