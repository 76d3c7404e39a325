using System.Net;
using System.Text;
using System.Xml.Linq;

namespace Qiansi.Engine.CSharp.Language.Documentation;

/// <summary>Builds the answer to an inspection twice over, as HTML and as the same words in plain text.</summary>
internal sealed class DocumentationPage
{
    private static readonly (string Element, string Title)[] Sections =
        [("returns", "Returns"), ("value", "Value"), ("remarks", "Remarks"), ("example", "Example")];

    private readonly StringBuilder _html = new();
    private readonly StringBuilder _text = new();

    /// <summary>Adds lines of code, given as both.</summary>
    public void AddCode(string html, string text)
    {
        _html.Append("<pre style=\"white-space:pre-wrap;margin:0 0 .5em 0\"><code>").Append(html).Append("</code></pre>");
        Line(text);
    }

    /// <summary>Adds a sentence.</summary>
    public void AddNote(string text)
    {
        _html.Append("<p>").Append(WebUtility.HtmlEncode(text)).Append("</p>");
        Line(text);
    }

    /// <summary>Adds a documentation comment: summary, parameters, result, exceptions, remarks.</summary>
    public void AddComment(XElement comment)
    {
        if (comment.Element("summary") is { } summary)
        {
            _html.Append("<p>").Append(CommentHtml.Render(summary)).Append("</p>");
            _text.Append('\n').Append(CommentText.Render(summary)).Append('\n');
        }

        AddNamed("Type parameters", comment.Elements("typeparam"), "name");
        AddNamed("Parameters", comment.Elements("param"), "name");
        foreach ((var element, var title) in Sections[..2]) AddSection(title, comment.Element(element));
        AddNamed("Exceptions", comment.Elements("exception"), "cref");
        foreach ((var element, var title) in Sections[2..]) AddSection(title, comment.Element(element));
    }

    /// <summary>Adds the description of one parameter, if the comment has one.</summary>
    public void AddParameter(XElement comment, string name)
    {
        var described = comment.Elements("param").FirstOrDefault(element => (string?)element.Attribute("name") == name);
        if (described is not null && CommentText.Render(described).Length > 0) AddNamed("", [described], "name");
    }

    /// <summary>The page as <c>text/html</c> and <c>text/plain</c>.</summary>
    public MimeBundle ToBundle() => new() { { "text/html", $"<div>{_html}</div>" }, { "text/plain", _text.ToString().Trim('\n') } };

    private void AddNamed(string title, IEnumerable<XElement> elements, string attribute)
    {
        var first = true;
        foreach (var element in elements)
        {
            var name = (string?)element.Attribute(attribute) ?? "";
            if (attribute == "cref") name = CommentText.ShortName(name);
            var text = CommentText.Render(element);
            if (name.Length == 0 || text.Length == 0) continue;
            if (first)
            {
                if (title.Length > 0) _html.Append("<p><b>").Append(title).Append("</b></p>");
                _html.Append("<dl>");
                _text.Append('\n');
                if (title.Length > 0) _text.Append(title).Append(":\n");
                first = false;
            }

            _html.Append("<dt><code>").Append(WebUtility.HtmlEncode(name)).Append("</code></dt><dd>")
                .Append(CommentHtml.Render(element)).Append("</dd>");
            _text.Append("  ").Append(name).Append(": ").Append(text.Replace("\n", "\n    ")).Append('\n');
        }

        if (!first) _html.Append("</dl>");
    }

    private void AddSection(string title, XElement? element)
    {
        if (element is null || CommentText.Render(element) is not { Length: > 0 } text) return;
        _html.Append("<p><b>").Append(title).Append("</b></p><div>").Append(CommentHtml.Render(element)).Append("</div>");
        _text.Append('\n').Append(title).Append(":\n  ").Append(text.Replace("\n", "\n  ")).Append('\n');
    }

    private void Line(string text) => _text.Append(text).Append('\n');
}
