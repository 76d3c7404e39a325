using Qiansi.Publishing.Html;

namespace Qiansi.Publishing;

/// <summary>What stands around the cells: the theme switch, the contents, the footer.</summary>
internal static class PageFrame
{
    /// <summary>Three radio buttons; the style sheet looks at which is checked, so no script is needed.</summary>
    public const string ThemeSwitch = """
        <fieldset class="themes">
        <legend>Theme</legend>
        <label title="As the system has it"><input type="radio" name="theme" id="theme-auto" checked><span>Auto</span></label>
        <label title="Light"><input type="radio" name="theme" id="theme-light"><span>Light</span></label>
        <label title="Dark"><input type="radio" name="theme" id="theme-dark"><span>Dark</span></label>
        </fieldset>

        """;

    /// <summary>The side column; on a narrow screen a line that opens.</summary>
    /// <param name="list">Nested lists of links.</param>
    public static string Contents(string list) => $"""
        <nav class="contents" aria-label="Contents">
        <input type="checkbox" id="contents-open"><label for="contents-open">Contents</label>
        {list}
        </nav>

        """;

    /// <summary>The last line of the page.</summary>
    /// <param name="sourceName">The notebook's file name, or null.</param>
    public static string Footer(string? sourceName) =>
        $"<footer>{(sourceName is null ? "Made" : $"Made from <code>{HtmlFragment.Encode(sourceName)}</code>")} with Qiansi "
        + "<code>nb</code></footer>\n";
}
