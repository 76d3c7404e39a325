using Qiansi.Documents;

namespace Qiansi.Tool.Running;

/// <summary>Cells in one line.</summary>
internal static class CellTitle
{
    private const int Longest = 120;

    /// <summary>The cell's first line that is not blank; tabs become spaces, other control characters (which would act on
    /// a terminal) are left out.</summary>
    public static string Of(Cell cell)
    {
        foreach (var line in cell.Source.AsSpan().EnumerateLines())
        {
            var text = line.Trim();
            if (text.Length > 0) return Printable(text.ToString());
        }

        return "(empty)";
    }

    private static string Printable(string line)
    {
        var clean = string.Concat(line.Replace('\t', ' ').Where(c => !char.IsControl(c)));
        if (clean.Length <= Longest) return clean;
        var cut = char.IsHighSurrogate(clean[Longest - 2]) ? Longest - 2 : Longest - 1;
        return clean[..cut] + "…";
    }
}
