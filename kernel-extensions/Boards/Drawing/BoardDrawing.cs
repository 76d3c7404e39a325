using System.Globalization;
using Qiansi.Drawing;

namespace Qiansi.Boards.Drawing;

/// <summary>Draws a board.</summary>
internal static class BoardDrawing
{
    private const double Cell = 36, Margin = 22, CaptionSize = 13;

    private static readonly Rgb Light = Rgb.Parse("#f1ead9"), Dark = Rgb.Parse("#c9b48f"),
        Ink = Rgb.Parse("#1f2328"), Red = Rgb.Parse("#c8102e");

    /// <summary>The drawing.</summary>
    /// <param name="board">What is drawn.</param>
    /// <param name="isClicked">Whether its squares say which they are when they are clicked.</param>
    public static SvgWriter Of(BoardPicture board, bool isClicked = false)
    {
        var (width, height) = (board.Columns * Cell, board.Rows * Cell);
        var below = Margin + (board.Heats.Count > 0 ? 34 : 0) + (board.Caption is null ? 0 : 20);
        var wide = Math.Max(width + Margin + 4, board.Caption is null ? 0 : TextWidth.Of(board.Caption, CaptionSize) + 8);
        var svg = new SvgWriter(wide, height + below + 4, BoardText.Sentence(board));
        svg.Group($"translate({SvgWriter.Number(Margin)} 2)");
        var range = HeatRange.Of(board.Heats.Values);
        for (var y = 0; y < board.Rows; y++)
            for (var x = 0; x < board.Columns; x++) Square(svg, board, x, y, range);
        foreach (var (at, why) in board.Marks)
            svg.Rect(Left(at) + 1.5, Top(board, at) + 1.5, Cell - 3, Cell - 3, SvgStyle.Line(Red, 2.5), radius: 3, title: why);
        foreach (var arrow in board.Arrows) Arrow(svg, board, arrow);
        if (isClicked) Clicked(svg, board);
        for (var x = 0; x < board.Columns; x++)
            svg.Text(x * Cell + Cell / 2, height + 15, BoardText.Column(x), "middle", opacity: 0.75);
        for (var y = 0; y < board.Rows; y++)
            svg.Text(-6, height - y * Cell - Cell / 2 + 4, (y + 1).ToString(CultureInfo.InvariantCulture), "end", opacity: 0.75);
        if (range is not null) range.Legend(svg, 0, height + Margin + 2, width, board.HeatName);
        if (board.Caption is { } caption)
            svg.Text(Math.Max(width / 2, wide / 2 - Margin), height + below - 4, caption, "middle", CaptionSize);
        return svg.End();
    }

    private static void Square(SvgWriter svg, BoardPicture board, int x, int y, HeatRange? range)
    {
        var ground = (x + y) % 2 == 0 ? Dark : Light;
        var title = default(string);
        if (range is not null && board.Heats.TryGetValue((x, y), out var heat))
        {
            ground = range.ColorOf(heat);
            title = string.Create(CultureInfo.InvariantCulture, $"{BoardText.Name(x, y)}: {heat:0.###}");
        }

        svg.Rect(Left((x, y)), Top(board, (x, y)), Cell, Cell, SvgStyle.Filled(ground), title: title);
        if (!board.Pieces.TryGetValue((x, y), out var piece)) return;
        var (middle, centre) = (Left((x, y)) + Cell / 2, Top(board, (x, y)) + Cell / 2);
        if (piece == "×") Blocked(svg, middle, centre, ground);
        else
            svg.Text(middle, centre + (piece.Length > 1 ? 5 : 10), piece, "middle", piece.Length > 1 ? 14 : 28,
                ground.TextOnTop.ToString());
    }

    /// <summary>Lies over everything: a click on a piece is one on its square. One stop for Tab; arrow keys go on from there.</summary>
    private static void Clicked(SvgWriter svg, BoardPicture board)
    {
        for (var y = board.Rows - 1; y >= 0; y--)
        {
            for (var x = 0; x < board.Columns; x++)
            {
                var title = BoardText.Name(x, y)
                    + (board.Heats.TryGetValue((x, y), out var heat) ? string.Create(CultureInfo.InvariantCulture, $": {heat:0.###}") : "")
                    + (board.Marks.TryGetValue((x, y), out var why) ? $": {why}" : "");
                svg.Raw($"<g data-qiansi-square=\"{x} {y}\" tabindex=\"{(x == 0 && y == board.Rows - 1 ? 0 : -1)}\">")
                    .Rect(Left((x, y)), Top(board, (x, y)), Cell, Cell, SvgStyle.Filled(Light, 0), title: title)
                    .Raw("</g>");
            }
        }
    }

    private static void Blocked(SvgWriter svg, double x, double y, Rgb ground)
    {
        var style = SvgStyle.Line(ground.TextOnTop, 3);
        const double Arm = Cell / 4;
        svg.Line(x - Arm, y - Arm, x + Arm, y + Arm, style).Line(x - Arm, y + Arm, x + Arm, y - Arm, style);
    }

    private static void Arrow(SvgWriter svg, BoardPicture board, BoardArrow arrow)
    {
        var (x1, y1) = (Left(arrow.From) + Cell / 2, Top(board, arrow.From) + Cell / 2);
        var (x2, y2) = (Left(arrow.To) + Cell / 2, Top(board, arrow.To) + Cell / 2);
        var length = Math.Max(Math.Sqrt((x2 - x1) * (x2 - x1) + (y2 - y1) * (y2 - y1)), 1e-9);
        var (dx, dy) = ((x2 - x1) / length, (y2 - y1) / length);
        svg.Line(x1, y1, x2 - 9 * dx, y2 - 9 * dy, SvgStyle.Line(Ink, 3, arrow.Dashed ? "5 4" : null) with { Opacity = 0.75 },
            $"{BoardText.Name(arrow.From.X, arrow.From.Y)} to {BoardText.Name(arrow.To.X, arrow.To.Y)}");
        svg.Polygon([(x2, y2), (x2 - 11 * dx - 5 * dy, y2 - 11 * dy + 5 * dx), (x2 - 11 * dx + 5 * dy, y2 - 11 * dy - 5 * dx)],
            SvgStyle.Filled(Ink, 0.75));
    }

    private static double Left((int X, int Y) at) => at.X * Cell;

    private static double Top(BoardPicture board, (int X, int Y) at) => (board.Rows - 1 - at.Y) * Cell;
}
