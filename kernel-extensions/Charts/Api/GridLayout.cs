namespace Qiansi.Charts;

/// <summary>Brings the layouts of single charts into that of their grid.</summary>
internal static class GridLayout
{
    private static readonly string[] References = ["xref", "yref", "axref", "ayref"];

    /// <summary>Takes over axes, shapes and annotations under the names they have in the grid, and what concerns the whole.</summary>
    public static void TakeOver(Layout from, Layout grid, int x, int y, int charts)
    {
        foreach (var (name, value) in from)
        {
            if (value is PlotlyObject axis && name.Length > 4 && name.AsSpan(1).StartsWith("axis") && name[0] is 'x' or 'y')
            {
                var letter = name[..1];
                var id = GridOfCharts.Moved(letter + name[5..], letter, letter == "x" ? x : y, charts);
                var moved = ((PlotlyObject)value!).Copy();
                if (moved["overlaying"] is string over && over.Length > 0)
                    moved["overlaying"] = GridOfCharts.Moved(over, over[..1], over[0] == 'x' ? x : y, charts);
                if (moved["overlaying"] is not null) moved["anchor"] = GridOfCharts.Id(letter == "x" ? "y" : "x", letter == "x" ? y : x);
                grid.Part(letter + "axis" + id[1..]).Merge(moved);
            }
            else if (name is "annotations" or "shapes" && value is Array items)
            {
                var own = items.Cast<object?>().OfType<PlotlyObject>().Select(i => Move(i, x, y, charts));
                grid[name] = (grid[name] as Array ?? Array.Empty<object>()).Cast<object?>().Concat(own).ToArray();
            }
            else if (name is "barmode" or "bargap" or "bargroupgap" or "boxmode" or "violinmode" or "hovermode" or "template" or "font"
                or "colorway")
            {
                grid[name] ??= value;
            }
        }
    }

    /// <summary>Writes a title above a cell.</summary>
    public static void AddTitle(Layout grid, string title, PlotlyObject domain)
    {
        var (x, y) = ((double[])domain["x"]!, (double[])domain["y"]!);
        var annotation = new PlotlyObject
        {
            ["text"] = title,
            ["x"] = (x[0] + x[1]) / 2,
            ["y"] = y[1],
            ["xref"] = "paper",
            ["yref"] = "paper",
            ["xanchor"] = "center",
            ["yanchor"] = "bottom",
            ["showarrow"] = false,
            ["font"] = new PlotlyObject { ["size"] = 14 },
        };
        grid["annotations"] = (grid["annotations"] as Array ?? Array.Empty<object>()).Cast<object?>().Append(annotation).ToArray();
    }

    private static PlotlyObject Move(PlotlyObject item, int x, int y, int charts)
    {
        var moved = item.Copy();
        foreach (var name in References)
        {
            if (moved[name] is not string reference || reference.Length == 0 || reference[0] is not ('x' or 'y')) continue;
            var (id, rest) = reference.IndexOf(' ') is var space and > 0 ? (reference[..space], reference[space..]) : (reference, "");
            moved[name] = GridOfCharts.Moved(id, id[..1], id[0] == 'x' ? x : y, charts) + rest;
        }

        return moved;
    }
}
