using AngleSharp.Dom;

namespace Qiansi.Publishing.Formulas;

/// <summary>Lines, alignment and distances of a table, as CSS of its cells: MathML Core knows none of their attributes.</summary>
internal static class MathTable
{
    /// <summary>Turns the attributes of an <c>mtable</c> into styles.</summary>
    public static void Style(IElement table)
    {
        var rows = table.Children.Where(r => r.LocalName is "mtr" or "mlabeledtr").ToList();
        foreach (var (row, cells) in rows.Select((r, i) => (i, r.Children.Where(IsColumn).ToList())))
        {
            foreach (var (column, cell) in cells.Index())
            {
                var (isLastRow, isLastColumn) = (row == rows.Count - 1, column == cells.Count - 1);
                var style = new List<string>();
                // The second aligns blocks.
                if (Of(table, "columnalign", column) is ("left" or "right") and var side)
                    style.Add($"text-align:{side};text-align:-webkit-{side}");
                if (!isLastColumn && Line(table, "columnlines", column) is { } right) style.Add($"border-right:{right}");
                if (!isLastRow && Line(table, "rowlines", row) is { } bottom) style.Add($"border-bottom:{bottom}");
                if (table.HasAttribute("columnspacing"))
                {
                    style.Add($"padding-left:{(column == 0 ? OuterSpace(table) : Half(table, column - 1))}");
                    style.Add($"padding-right:{(isLastColumn ? OuterSpace(table) : Half(table, column))}");
                }

                if (style.Count > 0) cell.SetAttribute("style", string.Join(';', style));
            }
        }
    }

    /// <summary>KaTeX puts cells without a column around numbered equations.</summary>
    private static bool IsColumn(IElement cell) =>
        cell.LocalName == "mtd" && !cell.ClassList.Contains("mtr-glue") && !cell.ClassList.Contains("mml-eqn-num");

    private static string? Line(IElement table, string attribute, int index) =>
        Of(table, attribute, index) is ("solid" or "dashed") and var kind ? $".06em {kind}" : null;

    /// <summary>Beside the outermost columns there is space only where lines stand outside them.</summary>
    private static string OuterSpace(IElement table) => table.ParentElement is { LocalName: "menclose" } ? Half(table, 0) : "0";

    private static string Half(IElement table, int index) => $"calc({Of(table, "columnspacing", index)} / 2)";

    /// <summary>The value of a column or row: the last of a list goes on.</summary>
    private static string? Of(IElement table, string attribute, int index) =>
        table.GetAttribute(attribute)?.Split(' ', StringSplitOptions.RemoveEmptyEntries) is { Length: > 0 } values
            ? values[Math.Min(index, values.Length - 1)]
            : null;
}
