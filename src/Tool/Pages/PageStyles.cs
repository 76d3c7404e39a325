using System.Text;
using System.Text.RegularExpressions;

namespace Qiansi.Tool.Pages;

/// <summary>The style sheet of pages, put together from the files of Styles.</summary>
internal static partial class PageStyles
{
    private static readonly string[] Parts = ["frame", "prose", "cells", "outputs", "code", "terminal", "print"];

    /// <summary>The whole sheet.</summary>
    public static string Text { get; } = Assemble();

    private static string Assemble()
    {
        var dark = PageResources.Text("Styles.dark.css");
        var sheet = new StringBuilder(PageResources.Text("Styles.theme.css"));
        // Printed pages are light whatever the screen was.
        sheet.Append("@media screen and (prefers-color-scheme: dark) {\n:root:not(:has(#theme-light:checked)) {\n").Append(dark).Append("}\n}\n");
        sheet.Append("@media screen {\n:root:has(#theme-dark:checked) {\n").Append(dark).Append("}\n}\n");
        foreach (var part in Parts) sheet.Append(PageResources.Text($"Styles.{part}.css"));
        return Comment().Replace(sheet.ToString(), "");
    }

    [GeneratedRegex(@"/\*.*?\*/\n?", RegexOptions.Singleline)]
    private static partial Regex Comment();
}
