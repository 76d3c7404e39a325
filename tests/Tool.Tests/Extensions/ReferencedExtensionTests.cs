using Microsoft.DotNet.Interactive.Formatting;
using Qiansi.Engine;

namespace Qiansi.Tool.Tests.Extensions;

/// <summary>An extension that a cell brings by <c>#r</c>, in a session that does not load ours by itself.</summary>
public sealed class ReferencedExtensionTests : IDisposable
{
    private readonly ExtensionFolder _extensions = new("Qiansi.Trees");

    public void Dispose() => _extensions.Dispose();

    [Fact]
    public async Task A_reference_by_path_registers_it()
    {
        Formatter.ResetToDefault();
        using var session = new Session(_extensions.Folder);
        await session.RunAsync("#r \"Qiansi.Trees.dll\"");
        var sink = await session.RunAsync("using Qiansi.Trees;\nTree.Of(1, n => n < 4 ? new[] { 2 * n, 2 * n + 1 } : null)");
        Assert.Contains("aria-label=\"tree of 7 nodes\"", sink.Value!["text/html"]);
        Assert.Equal("1\n├── 2\n│   ├── 4\n│   └── 5\n└── 3\n    ├── 6\n    └── 7", sink.Text);
    }
}
