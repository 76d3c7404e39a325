using System.Text.RegularExpressions;
using Qiansi.Contracts;
using Qiansi.Engine;
using Qiansi.Tensors.Tests.Showing;

namespace Qiansi.Tensors.Tests;

/// <summary>What the README shows runs as it stands there, in a session that knows the library.</summary>
public sealed partial class ReadmeTests
{
    [Fact]
    public async Task TheExampleShowsFiveViews()
    {
        TensorsExtension.Register();
        var code = Example().Match(File.ReadAllText(Path.Combine(Folder(), "README.md"))).Groups[1].Value;
        using var session = new Session(openLibraries: ["Qiansi.Tensors"]);
        var sink = new ResultSink();
        var status = await session.ExecuteAsync(code, sink);
        Assert.True(status == CellStatus.Ok, sink.Failure is null ? "no error told" : string.Join('\n', sink.Failure.Traceback));
        Assert.Equal(5, sink.Shown.Count);
        foreach (var shown in sink.Shown) RenderedAs.Checked(shown["text/html"]!);
        Assert.Contains("Tensor [batch 16, channel 1, height 28, width 28] · float32 · 12,544 elements", sink.Shown[0]["text/plain"]);
        Assert.Contains("no. 15", sink.Shown[1]["text/html"]);
        Assert.Contains("8 channels of 24×24", sink.Shown[2]["text/plain"]);
        Assert.Contains("46,298 parameters", sink.Shown[3]["text/plain"]);
        Assert.Contains("fc.weight", sink.Shown[4]["text/html"]);
    }

    [Fact]
    public void ThePictureIsThere() => Assert.InRange(new FileInfo(Path.Combine(Folder(), "tensors.png")).Length, 1000, 300_000);

    private static string Folder()
    {
        var at = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(at, "Notebooks.sln"))) at = Path.GetDirectoryName(at) ?? throw new DirectoryNotFoundException("Notebooks.sln is above no folder of the tests.");
        return Path.Combine(at, "kernel-extensions", "Tensors");
    }

    [GeneratedRegex("```csharp\n(.*?)```", RegexOptions.Singleline)]
    private static partial Regex Example();

    private sealed class ResultSink : IOutputSink
    {
        public List<MimeBundle> Shown { get; } = [];

        public CellError? Failure { get; private set; }

        public void Write(StandardStream stream, string text) { }

        public void Display(MimeBundle data, string? displayId = null) => Shown.Add(data);

        public void UpdateDisplay(MimeBundle data, string displayId) { }

        public void Result(MimeBundle data) => Shown.Add(data);

        public void Error(CellError error) => Failure = error;

        public void ClearOutput(bool wait) { }

        public Task<string> ReadInputAsync(string prompt, bool password, CancellationToken cancellation) => throw new InputUnavailableException("Nobody is here to answer.");
    }
}
