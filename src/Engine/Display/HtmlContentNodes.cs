using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Html;

namespace Qiansi.Engine.Display;

/// <summary>Values that are HTML already: <c>HTML("…")</c>, PocketView, <c>HtmlString</c>.</summary>
internal static class HtmlContentNodes
{
    /// <summary>The HTML of a value that is HTML; null for any other.</summary>
    public static HtmlNode? Of(object value, Type type) =>
        type.GetInterface("Microsoft.AspNetCore.Html.IHtmlContent") is null ? null : Written(value);

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static HtmlNode? Written(object value)
    {
        if (value is not IHtmlContent content) return null;
        var html = content is HtmlString { Value: { } text } ? text : Text(content);
        return new HtmlNode(html, HtmlText.ToPlain(html));
    }

    private static string Text(IHtmlContent content)
    {
        using var writer = new StringWriter(CultureInfo.InvariantCulture);
        content.WriteTo(writer, HtmlEncoder.Default);
        return writer.ToString();
    }
}
