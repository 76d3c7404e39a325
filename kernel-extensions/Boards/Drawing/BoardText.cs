using System.Globalization;
using System.Text;

namespace Qiansi.Boards.Drawing;

/// <summary>A board in words and letters.</summary>
internal static class BoardText
{
    public static string Column(int x) => ((char)('a' + x)).ToString();

    public static string Name(int x, int y) => Column(x) + (y + 1).ToString(CultureInfo.InvariantCulture);

    /// <summary>One sentence for those who do not see the drawing.</summary>
    public static string Sentence(BoardPicture board)
    {
        var pieces =
            board.Pieces.GroupBy(p => p.Value).Select(g => $"{g.Key} on {string.Join(", ", g.Select(p => Name(p.Key.X, p.Key.Y)))}");
        return string.Join("; ", new[] { $"a board of {board.Columns} by {board.Rows}", board.Caption }.OfType<string>().Concat(pieces));
    }

    public static string Of(BoardPicture board)
    {
        var width = Math.Max(1, board.Pieces.Values.Select(p => p.Length).DefaultIfEmpty(1).Max());
        var text = new StringBuilder();
        for (var y = board.Rows - 1; y >= 0; y--)
        {
            text.Append(CultureInfo.InvariantCulture, $"{y + 1,2}");
            for (var x = 0; x < board.Columns; x++)
                text.Append(' ').Append((board.Pieces.GetValueOrDefault((x, y)) ?? "·").PadRight(width));
            text.Append('\n');
        }

        text.Append("  ");
        for (var x = 0; x < board.Columns; x++) text.Append(' ').Append(Column(x).PadRight(width));
        foreach (var arrow in board.Arrows)
            text.Append(CultureInfo.InvariantCulture, $"\n{Name(arrow.From.X, arrow.From.Y)} → {Name(arrow.To.X, arrow.To.Y)}");
        foreach (var (at, why) in board.Marks) text.Append(CultureInfo.InvariantCulture, $"\n{Name(at.X, at.Y)}: {why}");
        if (board.Heats.Count > 0)
        {
            text.Append(CultureInfo.InvariantCulture, $"\n{board.HeatName ?? "heat"}:");
            foreach (var row in board.Heats.GroupBy(h => h.Key.Y).OrderByDescending(g => g.Key))
                text.Append('\n').Append(string.Join(
                    ' ', row.Select(h => string.Create(CultureInfo.InvariantCulture, $"{Name(h.Key.X, h.Key.Y)} {h.Value:0.##}"))));
        }

        return text.Append(board.Caption is { } caption ? "\n" + caption : "").ToString();
    }
}
