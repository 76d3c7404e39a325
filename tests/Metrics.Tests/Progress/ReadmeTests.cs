using System.Text.RegularExpressions;
using Qiansi.Contracts;
using Qiansi.Engine;

namespace Qiansi.Metrics.Tests.Progress;

/// <summary>The example of bars runs as it stands in the README.</summary>
public sealed partial class ReadmeTests
{
    [Fact]
    public async Task The_example_leaves_a_complete_bar_below_its_lines()
    {
        var at = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(at, "Notebooks.sln"))) at = Path.GetDirectoryName(at) ?? throw new DirectoryNotFoundException("Notebooks.sln is above no folder of the tests.");
        var code = Example().Match(File.ReadAllText(Path.Combine(at, "kernel-extensions", "Metrics", "README.md"))).Groups[1].Value;
        using var session = new Session(openLibraries: ["Qiansi.Metrics"]);
        var sink = new CountingSink();
        Assert.Equal(CellStatus.Ok, await session.ExecuteAsync(code, sink));
        Assert.Matches("^epoch 1: loss 0\\.[0-9]{3}\nepoch 2: .*\nepoch 3: .*\nepochs +100 % .*3 of 3", sink.Last["text/plain"]!);
        Assert.Equal(1, sink.Displays);
    }

    [GeneratedRegex("## Progress bars\n\n```csharp\n(.*?)```", RegexOptions.Singleline)]
    private static partial Regex Example();
}
