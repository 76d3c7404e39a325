using System.Collections.Concurrent;
using System.Text.Json;
using Qiansi.Boards.Drawing;
using Qiansi.Contracts;

namespace Qiansi.Boards.Clicking;

/// <summary>A board below its cell, which changes when a square is clicked.</summary>
internal sealed class ShownBoard
{
    /// <summary>The comm target that front ends ask: <c>board</c>, the id of the drawing, and <c>square</c>, column and row.</summary>
    public const string Target = "qiansi.boards";

    private static readonly ConcurrentDictionary<string, ShownBoard> Shown = [];

    private readonly string _id = Guid.NewGuid().ToString("N");
    private readonly ExecutionContext? _flow = ExecutionContext.Capture();
    private readonly ICellContext _cell;
    private readonly Func<int, int, BoardPicture> _clicked;
    private BoardPicture _picture;

    private ShownBoard(ICellContext cell, BoardPicture picture, Func<int, int, BoardPicture> clicked) =>
        (_cell, _picture, _clicked) = (cell, picture, clicked);

    /// <summary>Shows a board below a cell.</summary>
    public static void Open(ICellContext cell, BoardPicture picture, Func<int, int, BoardPicture> clicked)
    {
        var board = new ShownBoard(cell, picture, clicked);
        cell.Output.Display(board.Bundle(), board._id);
        Shown[board._id] = board;
        cell.Closed.Register(() => Shown.TryRemove(board._id, out _));
    }

    /// <summary>A square was clicked.</summary>
    /// <exception cref="InvalidOperationException">The board's cell has run again, or the kernel was restarted.</exception>
    public static string Answer(string json)
    {
        var question = JsonElement.Parse(json);
        if (!Shown.TryGetValue(question.GetProperty("board").GetString()!, out var board))
            throw new InvalidOperationException("this board is of an earlier run; run its cell again");
        var square = question.GetProperty("square");
        board.Click(square[0].GetInt32(), square[1].GetInt32());
        return "{}";
    }

    private void Click(int x, int y)
    {
        // As the cell's own code: what it prints goes below the cell.
        if (_flow is null) Change();
        else ExecutionContext.Run(_flow, _ => Change(), null);
        _cell.Output.UpdateDisplay(Bundle(), _id);

        void Change() => _picture = _clicked(x, y) ?? throw new InvalidOperationException("the board's function returned no board to show");
    }

    private MimeBundle Bundle() => new()
    {
        { "text/html", $"<div data-qiansi-board=\"{_id}\">{BoardDrawing.Of(_picture, isClicked: true).ToHtml()}</div>" },
        { "text/plain", _picture.ToString() },
    };
}
