using System.Globalization;
using System.Text;

namespace Qiansi.Amazons;

public sealed partial class Board
{
    /// <summary>
    /// The start of a game: 10×10 with four amazons each and White to move, Botzone's 8×8 with Black to move, and others by the same plan.
    /// </summary>
    /// <param name="size">10, 8, 6 or 5 with four amazons each, 4 with two.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no usual start of that size; use the constructor or
    /// <see cref="Parse"/>.</exception>
    public static Board Start(int size = 10) => Parse(size switch
    {
        10 => "3b2b3/10/10/b8b/10/10/w8w/10/10/3w2w3 w",
        8 => "2w2w2/8/w6w/8/8/b6b/8/2b2b2 b",
        6 => "1b2b1/b4b/6/6/w4w/1w2w1 w",
        5 => "1b1b1/b3b/5/w3w/1w1w1 w",
        4 => "b2w/4/4/w2b w",
        _ => throw new ArgumentOutOfRangeException(
            nameof(size), size, "there is a usual start for 10, 8, 6, 5 and 4; write another by Board.Parse"),
    });

    /// <summary>
    /// Reads a position: rows from the top, w and b for amazons, x for arrows, numbers for free squares, then the side to move.
    /// </summary>
    /// <exception cref="FormatException">It is none; the message says where.</exception>
    public static Board Parse(string text)
    {
        var parts = text.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (parts is not [var rows, "w" or "b" or "W" or "B"])
            throw new FormatException($"'{text}' is no position; write its rows from the top and the side to move: 3b2b3/10/… w");
        var (white, black, arrows) = (new List<Square>(), new List<Square>(), new List<Square>());
        var lines = rows.Split('/');
        var width = 0;
        for (var row = 0; row < lines.Length; row++)
        {
            var (x, y) = (0, lines.Length - 1 - row);
            for (var i = 0; i < lines[row].Length; i++)
            {
                if (char.IsAsciiDigit(lines[row][i]))
                {
                    var digits = lines[row].Skip(i).TakeWhile(char.IsAsciiDigit).Count();
                    x += int.Parse(lines[row].AsSpan(i, digits), CultureInfo.InvariantCulture);
                    i += digits - 1;
                    continue;
                }

                var list = char.ToLowerInvariant(lines[row][i]) switch
                {
                    'w' => white,
                    'b' => black,
                    'x' => arrows,
                    var other => throw new FormatException($"'{other}' in row {y + 1} is none of w, b, x and numbers"),
                };
                list.Add(new(x++, y));
            }

            if (row == 0) width = x;
            if (x != width) throw new FormatException($"row {y + 1} has {x} squares, the top row {width}");
        }

        if (width is < Smallest or > Largest || lines.Length is < Smallest or > Largest)
            throw new FormatException($"a board has {Smallest} to {Largest} columns and rows, this one {width}×{lines.Length}");
        return new(width, lines.Length, white, black, arrows, parts[1] is "w" or "W" ? Side.White : Side.Black);
    }

    /// <summary>What <see cref="Parse"/> reads.</summary>
    public override string ToString()
    {
        var text = new StringBuilder();
        for (var y = Height - 1; y >= 0; y--)
        {
            var free = 0;
            for (var x = 0; x < Width; x++)
            {
                var square = new Square(x, y);
                if (IsFree(square))
                {
                    free++;
                    continue;
                }

                if (free > 0) text.Append(CultureInfo.InvariantCulture, $"{free}");
                free = 0;
                text.Append(AmazonOn(square) switch { Side.White => 'w', Side.Black => 'b', _ => 'x' });
            }

            if (free > 0) text.Append(CultureInfo.InvariantCulture, $"{free}");
            text.Append(y > 0 ? '/' : ' ');
        }

        return text.Append(ToMove == Side.White ? 'w' : 'b').ToString();
    }

    /// <summary>A drawing for terminals, with the names of rows and columns.</summary>
    public string ToDiagram()
    {
        var text = new StringBuilder();
        for (var y = Height - 1; y >= 0; y--)
        {
            text.Append(CultureInfo.InvariantCulture, $"{y + 1,2} ");
            for (var x = 0; x < Width; x++)
            {
                var square = new Square(x, y);
                text.Append(' ').Append(IsFree(square) ? '·' : AmazonOn(square) switch { Side.White => 'W', Side.Black => 'B', _ => '×' });
            }

            text.Append('\n');
        }

        text.Append("   ");
        for (var x = 0; x < Width; x++) text.Append(' ').Append((char)('a' + x));
        return text.Append('\n').ToString();
    }
}
