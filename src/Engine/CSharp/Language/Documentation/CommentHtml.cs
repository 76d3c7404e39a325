using System.Net;
using System.Text;
using System.Xml.Linq;

namespace Qiansi.Engine.CSharp.Language.Documentation;

/// <summary>Renders the content of a documentation comment as HTML.</summary>
internal static class CommentHtml
{
    /// <summary>The content of an element as inline and block HTML; nothing of the comment's own markup passes unencoded.</summary>
    public static string Render(XElement element)
    {
        var html = new StringBuilder();
        AppendContent(html, element);
        return html.ToString().Trim();
    }

    private static void AppendContent(StringBuilder html, XElement element)
    {
        foreach (var inner in element.Nodes()) Append(html, inner);
    }

    private static void Append(StringBuilder html, XNode node)
    {
        switch (node)
        {
            case XText text:
                html.Append(WebUtility.HtmlEncode(CommentText.Collapse(text.Value)));
                break;
            case XElement { Name.LocalName: "para" or "p" } paragraph:
                Wrap(html, "p", paragraph);
                break;
            case XElement { Name.LocalName: "br" }:
                html.Append("<br>");
                break;
            case XElement { Name.LocalName: "code" } code:
                html.Append("<pre><code>").Append(WebUtility.HtmlEncode(CommentText.Dedent(code.Value))).Append("</code></pre>");
                break;
            case XElement { Name.LocalName: "c" } code:
                html.Append("<code>").Append(WebUtility.HtmlEncode(code.Value)).Append("</code>");
                break;
            case XElement { Name.LocalName: "b" or "i" or "em" or "strong" } styled:
                Wrap(html, styled.Name.LocalName, styled);
                break;
            case XElement { Name.LocalName: "list" } list:
                AppendList(html, list);
                break;
            case XElement { Name.LocalName: "see" or "seealso" or "a" } link when IsWebAddress((string?)link.Attribute("href")):
                var address = (string)link.Attribute("href")!;
                html.Append("<a href=\"").Append(WebUtility.HtmlEncode(address)).Append("\">")
                    .Append(WebUtility.HtmlEncode(link.Value.Length > 0 ? CommentText.Collapse(link.Value) : address)).Append("</a>");
                break;
            case XElement { IsEmpty: true } reference when CommentText.TargetOf(reference) is { } target:
                html.Append("<code>").Append(WebUtility.HtmlEncode(target)).Append("</code>");
                break;
            case XElement other:
                AppendContent(html, other);
                break;
        }
    }

    private static void AppendList(StringBuilder html, XElement list)
    {
        var tag = (string?)list.Attribute("type") == "number" ? "ol" : "ul";
        html.Append('<').Append(tag).Append('>');
        foreach (var item in list.Elements("item"))
        {
            html.Append("<li>");
            if (item.Element("term") is { } term) html.Append("<b>").Append(Render(term)).Append("</b> ");
            if (item.Element("description") is { } description) AppendContent(html, description);
            else if (item.Element("term") is null) AppendContent(html, item);
            html.Append("</li>");
        }

        html.Append("</").Append(tag).Append('>');
    }

    private static void Wrap(StringBuilder html, string tag, XElement content)
    {
        html.Append('<').Append(tag).Append('>');
        AppendContent(html, content);
        html.Append("</").Append(tag).Append('>');
    }

    private static bool IsWebAddress(string? address) =>
        address is not null
        && (address.StartsWith("https://", StringComparison.Ordinal) || address.StartsWith("http://", StringComparison.Ordinal));
}
