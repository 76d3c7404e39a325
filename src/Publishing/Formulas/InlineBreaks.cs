using System.Text;
using AngleSharp.Dom;
using Qiansi.Publishing.Html;

namespace Qiansi.Publishing.Formulas;

/// <summary>Lets a long formula within a text go on in the next line, behind a relation or a sign outside brackets, as TeX does.</summary>
/// <remarks>MathML Core breaks no lines.</remarks>
internal static class InlineBreaks
{
    private const string Operators = "=<>≤≥≠≈≡∼≃≅∝∈∉⊂⊆⊃⊇←→↦⇒⇔↔≪≫:+−-±∓×⋅∘∪∩,";

    /// <summary>Characters of the shortest formula that is broken.</summary>
    private const int Shortest = 12;

    /// <summary>The formula as several with places to break between them; the same when it is short or has none.</summary>
    public static string Allow(string mathml)
    {
        var body = HtmlFragment.Parse(mathml);
        if (body.QuerySelector("math > semantics > mrow") is not { } row || row.TextContent.Length < Shortest) return mathml;
        var html = new StringBuilder();
        var (start, length, isOpen) = (0, 0, 0);
        foreach (var (i, part) in row.Children.Index())
        {
            var isOperator = part.LocalName == "mo";
            var mayBreak = isOperator && isOpen == 0 && length > 1 && i < row.Children.Length - 2
                && part.TextContent is [var sign] && Operators.Contains(sign);
            if (isOperator) isOpen += part.TextContent is "(" or "[" or "{" ? 1 : part.TextContent is ")" or "]" or "}" ? -1 : 0;
            // At the end of a formula it would stand without its distances.
            if (mayBreak && part.TextContent != ",") part.SetAttribute("form", "infix");
            html.Append(part.OuterHtml);
            length += part.TextContent.Length;
            if (!mayBreak) continue;
            html.Insert(start, "<math><mrow>").Append("</mrow></math><wbr>");
            (start, length) = (html.Length, 0);
        }

        if (start == 0) return mathml;
        // The last part carries the source, for those who copy it.
        var source = row.NextElementSibling?.OuterHtml ?? "";
        return html.Insert(start, "<math><semantics><mrow>").Append($"</mrow>{source}</semantics></math>").ToString();
    }
}
