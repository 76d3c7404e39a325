using Qiansi.Boards.Clicking;
using Qiansi.Boards.Drawing;
using Qiansi.Runtime;

namespace Qiansi.Boards;

/// <summary>A board of squares with pieces, arrows, marks and a number on each square as heat; shown as the last line of a cell,
/// or with <c>display</c>.</summary>
/// <remarks>
/// Squares are named by column and row from 0, the first row at the bottom, as a1 is on a chess board.
/// What has been put on a picture stays; each method returns the picture, so that calls follow one another.
/// </remarks>
public sealed class BoardPicture
{
    /// <summary>Most columns and rows.</summary>
    public const int Largest = 26;

    private readonly Dictionary<(int X, int Y), string> _pieces = [];
    private readonly Dictionary<(int X, int Y), double> _heat = [];
    private readonly Dictionary<(int X, int Y), string> _marks = [];
    private readonly List<BoardArrow> _arrows = [];

    /// <summary>An empty board.</summary>
    /// <param name="columns">1 to 26.</param>
    /// <param name="rows">1 to 26.</param>
    public BoardPicture(int columns, int rows)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(columns);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(columns, Largest);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(rows);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(rows, Largest);
        (Columns, Rows) = (columns, rows);
    }

    /// <summary>Columns.</summary>
    public int Columns { get; }

    /// <summary>Rows.</summary>
    public int Rows { get; }

    /// <summary>What stands below the board.</summary>
    public string? Caption { get; private set; }

    /// <summary>What the heat's numbers are, for the scale below the board.</summary>
    public string? HeatName { get; private set; }

    internal IReadOnlyDictionary<(int X, int Y), string> Pieces => _pieces;

    internal IReadOnlyDictionary<(int X, int Y), double> Heats => _heat;

    internal IReadOnlyDictionary<(int X, int Y), string> Marks => _marks;

    internal IReadOnlyList<BoardArrow> Arrows => _arrows;

    /// <summary>Puts a piece: one of ♔♕♖♗♘♙♚♛♜♝♞♟, <c>×</c> for a blocked square, or a short text.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is no such square.</exception>
    public BoardPicture Put(int x, int y, string piece)
    {
        _pieces[OnBoard(x, y)] = piece;
        return this;
    }

    /// <summary>Marks a square by a frame.</summary>
    /// <param name="x">Column.</param>
    /// <param name="y">Row.</param>
    /// <param name="why">Said when the pointer rests on it, and in the text.</param>
    public BoardPicture Mark(int x, int y, string why = "marked")
    {
        _marks[OnBoard(x, y)] = why;
        return this;
    }

    /// <summary>An arrow from the middle of a square to that of another.</summary>
    /// <param name="from">Where it begins.</param>
    /// <param name="to">Where its head is.</param>
    /// <param name="dashed">For what flies rather than walks.</param>
    public BoardPicture Arrow((int X, int Y) from, (int X, int Y) to, bool dashed = false)
    {
        _arrows.Add(new(OnBoard(from.X, from.Y), OnBoard(to.X, to.Y), dashed));
        return this;
    }

    /// <summary>Colours squares by numbers: from white to blue, or, where signs mix, red above zero and blue below.</summary>
    /// <param name="values">A number for a square; null or NaN leaves it as it is.</param>
    /// <param name="name">What the numbers are.</param>
    public BoardPicture Heat(Func<int, int, double?> values, string? name = null)
    {
        _heat.Clear();
        HeatName = name;
        for (var y = 0; y < Rows; y++)
            for (var x = 0; x < Columns; x++)
                if (values(x, y) is { } value && double.IsFinite(value)) _heat[(x, y)] = value;
        return this;
    }

    /// <summary>Sets what stands below the board.</summary>
    public BoardPicture WithCaption(string caption)
    {
        Caption = caption;
        return this;
    }

    /// <summary>Shows the board below the running cell, and another after each click on a square, until the cell runs again. Clicks come
    /// from <c>nb lab</c>; elsewhere the board stands still.</summary>
    /// <param name="clicked">Given column and row, returns what is shown from then on: this board, changed, or another. Called between
    /// cells; what it prints goes below the cell, and what it throws is shown beside the board.</param>
    public void Show(Func<int, int, BoardPicture> clicked)
    {
        ArgumentNullException.ThrowIfNull(clicked);
        if (CurrentCell.Context is { } cell) ShownBoard.Open(cell, this, clicked);
        else Console.WriteLine(this);
    }

    /// <summary>The drawing for a page; no script.</summary>
    public string ToHtml() => BoardDrawing.Of(this).ToHtml();

    /// <summary>The drawing as an SVG file, which follows the reader's light or dark setting.</summary>
    public string ToSvg() => BoardDrawing.Of(this).ToFile();

    /// <summary>The board in text, with what is marked, pointed at and coloured.</summary>
    public override string ToString() => BoardText.Of(this);

    private (int X, int Y) OnBoard(int x, int y) => x >= 0 && x < Columns && y >= 0 && y < Rows
        ? (x, y) : throw new ArgumentOutOfRangeException(nameof(x), $"({x}, {y}) is not on a board of {Columns} columns and {Rows} rows");
}

/// <summary>An arrow on a board.</summary>
internal sealed record BoardArrow((int X, int Y) From, (int X, int Y) To, bool Dashed);
