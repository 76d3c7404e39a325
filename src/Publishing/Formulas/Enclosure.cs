using AngleSharp.Dom;
using Qiansi.Publishing.Html;

namespace Qiansi.Publishing.Formulas;

/// <summary>Boxes, strikes and lines around a part of a formula, as CSS: MathML Core has no <c>menclose</c>.</summary>
internal static class Enclosure
{
    /// <summary>Puts a row with styles in the place of a <c>menclose</c>.</summary>
    public static void Draw(IElement enclosure)
    {
        var notations = (enclosure.GetAttribute("notation") ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var row = enclosure.Owner!.CreateElement(NamespaceNames.MathMlUri, "mrow");
        row.ClassName = string.Join(' ', notations.Select(n => "enclosed-" + Side(n)).Prepend("enclosed"));
        row.Append([.. enclosure.ChildNodes]);
        enclosure.Replace(row);
    }

    /// <summary>KaTeX 0.19 says <c>top</c> for the line left of a table's columns and <c>left</c> for the one above its rows.</summary>
    private static string Side(string notation) => notation switch
    {
        "top" => "left",
        "left" => "top",
        "bottom" => "right",
        "right" => "bottom",
        _ => notation,
    };
}
