using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using Qiansi.Publishing.Formulas;

namespace Qiansi.Publishing.Html;

/// <summary>Pieces of HTML as a tree. What is parsed and written again is balanced,
/// so no piece can swallow what follows it on the page.</summary>
internal static class HtmlFragment
{
    /// <summary>The body element that holds the parsed piece.</summary>
    public static IElement Parse(string html)
    {
        var parser = new HtmlParser();
        var document = parser.ParseDocument("<!doctype html><html><head></head><body></body></html>");
        var body = document.Body!;
        body.AppendNodes([.. parser.ParseFragment(html, body)]);
        return body;
    }

    /// <summary>Puts an element into a new one that takes its place.</summary>
    public static void Wrap(IElement element, string name, string className)
    {
        var wrapper = element.Owner!.CreateElement(name);
        wrapper.ClassName = className;
        element.Replace(wrapper);
        wrapper.AppendChild(element);
    }

    /// <summary>A value from outside as the value of an attribute.</summary>
    public static string EncodeAttribute(string value) => WebUtility.HtmlEncode(FormulaTable.WithoutMarks(value));

    /// <summary>Text as HTML.</summary>
    public static string Encode(string text) => WebUtility.HtmlEncode(text);
}
