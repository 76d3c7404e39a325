using Qiansi.Amazons;

namespace Qiansi.Boards;

/// <summary>A game against an engine, and how far the person's move has been said.</summary>
internal sealed class AmazonsGame
{
    private readonly Board _board;
    private readonly IEngine _engine;
    private readonly SearchLimits _limits;
    private readonly Side _you;
    private Move? _last;
    private Square? _from, _to;

    public AmazonsGame(Board board, IEngine engine, SearchLimits limits, Side you)
    {
        (_board, _engine, _limits, _you) = (board, engine, limits, you);
        Reply();
    }

    /// <summary>The squares that a click may say next.</summary>
    private IEnumerable<Square> Choices => (_from, _to) switch
    {
        (null, _) => _board.Moves().Select(m => m.From),
        ({ } from, null) => _board.Moves().Where(m => m.From == from).Select(m => m.To),
        ({ } from, { } to) => _board.Moves().Where(m => m.From == from && m.To == to).Select(m => m.Arrow),
    };

    /// <summary>A square was clicked.</summary>
    public BoardPicture Click(int x, int y)
    {
        var square = new Square(x, y);
        if (!Choices.Contains(square))
        {
            var before = _from;
            (_from, _to) = (null, null);
            if (square != before && Choices.Contains(square)) _from = square;
        }
        else if (_from is null) _from = square;
        else if (_to is null) _to = square;
        else
        {
            Make(new(_from.Value, _to.Value, square));
            (_from, _to) = (null, null);
            Reply();
        }

        return ToPicture();
    }

    /// <summary>The position, the last move or the one that is begun, and what a click says next.</summary>
    public BoardPicture ToPicture()
    {
        if (_from is not { } from) return _board.ToPicture(_last).WithCaption(Caption("click an amazon"));
        var picture = _board.ToPicture().WithCaption(Caption(_to is null ? "click where it goes" : "click where its arrow comes down"));
        if (_to is { } to) picture.Arrow((from.X, from.Y), (to.X, to.Y));
        foreach (var square in Choices.Distinct()) picture.Mark(square.X, square.Y, _to is null ? "it can go here" : "it can shoot here");
        return picture;
    }

    private string Caption(string next) => _board.IsOver
        ? _board.ToMove == _you ? $"{_engine.Name} has won" : "You have won"
        : $"You are {_you}: {next}";

    private void Reply()
    {
        if (_board.ToMove != _you && _engine.Search(_board, _limits).Best is { } best) Make(best);
    }

    private void Make(Move move)
    {
        _board.Play(move);
        _last = move;
    }
}
