using Qiansi.Publishing;
using Qiansi.Tool.CSharp;

namespace Qiansi.Tool.Converting;

/// <summary>How this program makes pages: as the library does, with C# coloured by the compiler.</summary>
internal static class PageOptions
{
    /// <summary>For the page of a notebook's file.</summary>
    /// <param name="file">The notebook.</param>
    /// <param name="folder">Where its relative paths start; its own folder when null.</param>
    public static HtmlPageOptions Of(string file, string? folder = null) => new()
    {
        SourceFolder = folder ?? Path.GetDirectoryName(Path.GetFullPath(file)),
        SourceName = Path.GetFileName(file),
        CSharp = cells => new CSharpHighlighter(cells),
    };
}
