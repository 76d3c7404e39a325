using AngleSharp.Dom;

namespace Qiansi.Publishing.Html;

/// <summary>Takes out of HTML whatever runs code or fetches something; what shows text, tables, pictures and formulas stays.</summary>
/// <remarks>Pages of notebooks that are not trusted also carry a content security policy,
/// so that a browser would refuse what slipped through.</remarks>
internal static class HtmlSanitizer
{
    private static readonly string[] LinkAttributes = ["href", "xlink:href", "cite"];
    private static readonly string[] ForbiddenAttributes = ["srcdoc", "srcset", "action", "formaction", "ping", "background", "poster",
        "manifest", "data", "autofocus", "target", "is", "slot"];

    /// <summary>Cleans all that is below an element.</summary>
    /// <param name="body">The element; itself left as it is.</param>
    /// <param name="place">Where the HTML stands, for warnings.</param>
    /// <param name="warnings">Gets one line when something was left out.</param>
    public static void Clean(IElement body, string place, List<string> warnings)
    {
        var left = new SortedDictionary<string, int>(StringComparer.Ordinal);
        foreach (var node in body.Descendants().ToList())
        {
            if (node is IElement element) Clean(element, body, left);
            else if (node is IComment or IProcessingInstruction) node.Parent?.RemoveChild(node);
        }

        if (left.Count == 0) return;
        var what = string.Join(", ", left.Select(l => l.Value == 1 ? l.Key : $"{l.Value} × {l.Key}"));
        warnings.Add($"{place}: left out of the page because it runs code or fetches something: {what}. nb convert --trust keeps it.");
    }

    private static void Clean(IElement element, IElement body, SortedDictionary<string, int> left)
    {
        if (!body.Contains(element)) return; // went with an element around it
        var name = element.LocalName;
        if (SafeElements.DropsContent(name))
        {
            Count(left, $"<{name}>");
            element.Remove();
            return;
        }

        if (!SafeElements.Allows(name))
        {
            element.Replace([.. element.ChildNodes]);
            return;
        }

        if (name == "style" && !CleanStyleSheet(element, left)) return;
        foreach (var attribute in element.Attributes.ToList())
            if (!Allows(element, attribute.Name, attribute.Value, left))
                element.RemoveAttribute(attribute.NamespaceUri!, attribute.LocalName);
    }

    private static bool CleanStyleSheet(IElement style, SortedDictionary<string, int> left)
    {
        // Inside SVG and MathML a style element is parsed as markup, which is a way to smuggle elements past a cleaner.
        var isPlain = style.NamespaceUri == NamespaceNames.HtmlUri && !style.TextContent.Contains('<')
            && !StyleRules.Fetches(style.TextContent);
        if (isPlain) return true;
        Count(left, "<style> that fetches");
        style.Remove();
        return false;
    }

    private static bool Allows(IElement element, string name, string value, SortedDictionary<string, int> left)
    {
        var lower = name.ToLowerInvariant();
        if (lower.StartsWith("on", StringComparison.Ordinal))
        {
            Count(left, lower);
            return false;
        }

        if (ForbiddenAttributes.Contains(lower)) return false;
        if (lower == "attributename")
            return !value.Contains("href", StringComparison.OrdinalIgnoreCase)
                && !value.TrimStart().StartsWith("on", StringComparison.OrdinalIgnoreCase);
        if (lower == "src") return SafeAddress.IsMedia(value) || element.LocalName == "img"; // ImageInliner sees to the others
        if (LinkAttributes.Contains(lower))
        {
            var isOk = element.LocalName is "use" or "mpath" or "textpath" or "lineargradient" or "radialgradient" or "pattern"
                ? value.StartsWith('#')
                : element.LocalName == "image" ? SafeAddress.IsMedia(value)
                : SafeAddress.IsLink(value);
            if (!isOk) Count(left, "address " + Excerpt(value));
            return isOk;
        }

        if (lower == "style" || value.Contains("url(", StringComparison.OrdinalIgnoreCase)) return !StyleRules.Fetches(value);
        return true;
    }

    private static void Count(SortedDictionary<string, int> left, string what) => left[what] = left.GetValueOrDefault(what) + 1;

    private static string Excerpt(string value) => value.Length <= 40 ? value : value[..37] + "…";
}
