using System.Text.RegularExpressions;
using Qiansi.Contracts;
using Qiansi.Engine;

namespace Qiansi.Trees.Tests;

/// <summary>What the README shows runs as it stands there, in a session that knows the library.</summary>
public sealed partial class ReadmeTests
{
    [Fact]
    public async Task The_example_is_a_film()
    {
        TreesExtension.Register();
        var readme = File.ReadAllText(Path.Combine(Folder(), "README.md"));
        var code = Example().Match(readme).Groups[1].Value;
        using var session = new Session(openLibraries: ["Qiansi.Trees"]);
        var sink = new ResultSink();
        var status = await session.ExecuteAsync(code, sink);
        Assert.True(status == CellStatus.Ok, sink.Failure is null ? "no error told" : string.Join('\n', sink.Failure.Traceback));
        Assert.Contains("aria-label=\"Step 7 of 7: insert 80\"", sink.Value!["text/html"]);
        Assert.Contains("7/7 insert 80\n50\n├── 30\n│   ├── 20\n│   └── 40\n└── 70\n    ├── 60\n    └── 80  (◀ here)", sink.Value["text/plain"]);
    }

    [Fact]
    public void The_picture_is_there() => Assert.InRange(new FileInfo(Path.Combine(Folder(), "trees.png")).Length, 1000, 200_000);

    private static string Folder() => Path.Combine(Root(), "kernel-extensions", "Trees");

    internal static string Root()
    {
        var at = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(at, "Notebooks.sln"))) at = Path.GetDirectoryName(at) ?? throw new DirectoryNotFoundException("Notebooks.sln is above no folder of the tests.");
        return at;
    }

    [GeneratedRegex("```csharp\n(.*?)```", RegexOptions.Singleline)]
    private static partial Regex Example();

    internal sealed class ResultSink : IOutputSink
    {
        public MimeBundle? Value { get; private set; }

        public CellError? Failure { get; private set; }

        public void Write(StandardStream stream, string text) { }

        public void Display(MimeBundle data, string? displayId = null) { }

        public void UpdateDisplay(MimeBundle data, string displayId) { }

        public void Result(MimeBundle data) => Value = data;

        public void Error(CellError error) => Failure = error;

        public void ClearOutput(bool wait) { }

        public Task<string> ReadInputAsync(string prompt, bool password, CancellationToken cancellation) => throw new InputUnavailableException("Nobody is here to answer.");
    }
}
