using System.Net;
using System.Text;

namespace Qiansi.Engine.Packages;

/// <summary>Shows what a cell installed, in HTML and in words.</summary>
internal static class InstalledPackages
{
    /// <summary>The list of the packages asked for, how many others came with them, and the notes.</summary>
    public static MimeBundle Render(ResolvedPackages packages)
    {
        var more = More(packages.Added.Count(a => !packages.Requested.Contains(a)));
        var html = new StringBuilder("<div class=\"qs-packages\"><strong>Installed packages</strong><ul>");
        foreach (var package in packages.Requested) html.Append("<li>").Append(WebUtility.HtmlEncode(package.ToString())).Append("</li>");
        html.Append("</ul>");
        if (more.Length > 0) html.Append("<div>").Append(more).Append("</div>");
        foreach (var note in packages.Notes) html.Append("<div>").Append(WebUtility.HtmlEncode(note)).Append("</div>");
        html.Append("</div>");

        var text = new StringBuilder("Installed: ").AppendJoin("; ", packages.Requested);
        if (more.Length > 0) text.Append(" (").Append(more).Append(')');
        foreach (var note in packages.Notes) text.Append('\n').Append(note);
        return new MimeBundle { { "text/html", html.ToString() }, { "text/plain", text.ToString() } };
    }

    private static string More(int count) => count switch
    {
        0 => "",
        1 => "and 1 package it needs",
        _ => $"and {count} packages they need",
    };
}
