using System.Text;
using System.Text.RegularExpressions;

namespace Qiansi.Publishing;

/// <summary>The style sheet of pages, put together from the files of Styles.</summary>
internal static partial class PageStyles
{
    /// <summary>The whole sheet of a page.</summary>
    public static string Text => PageText.Value;

    /// <summary>The whole sheet of slides.</summary>
    public static string Slides => SlidesText.Value;

    private static readonly Lazy<string> PageText = new(() => Assemble("frame", "prose", "cells", "outputs", "code", "terminal", "print"));
    private static readonly Lazy<string> SlidesText = new(() => Assemble("prose", "cells", "outputs", "code", "terminal", "slides"));

    private static string Assemble(params IEnumerable<string> parts)
    {
        var dark = PageResources.Text("Styles.dark.css");
        var sheet = new StringBuilder(PageResources.Text("Styles.theme.css"));
        // Printed pages are light whatever the screen was.
        sheet.Append("@media screen and (prefers-color-scheme: dark) {\n:root:not(:has(#theme-light:checked)) {\n")
            .Append(dark).Append("}\n}\n");
        sheet.Append("@media screen {\n:root:has(#theme-dark:checked) {\n").Append(dark).Append("}\n}\n");
        foreach (var part in parts) sheet.Append(PageResources.Text($"Styles.{part}.css"));
        return Comment().Replace(sheet.ToString(), "");
    }

    [GeneratedRegex(@"/\*.*?\*/\n?", RegexOptions.Singleline)]
    private static partial Regex Comment();
}
