namespace Qiansi.Amazons.Tests;

/// <summary>The rules once more, by walking over an array: what the quick generator is held to.</summary>
internal sealed class NaiveBoard
{
    private static readonly (int X, int Y)[] Directions = [(0, 1), (1, 1), (1, 0), (1, -1), (0, -1), (-1, -1), (-1, 0), (-1, 1)];

    private readonly char[,] _squares;
    private Side _toMove;

    public NaiveBoard(Board board)
    {
        _squares = new char[board.Width, board.Height];
        _toMove = board.ToMove;
        for (var x = 0; x < board.Width; x++)
            for (var y = 0; y < board.Height; y++)
                _squares[x, y] = board.IsFree(new(x, y)) ? ' '
                    : board.AmazonOn(new(x, y)) switch { Side.White => 'W', Side.Black => 'B', _ => 'x' };
    }

    public IEnumerable<Move> Moves()
    {
        var own = _toMove == Side.White ? 'W' : 'B';
        for (var y = 0; y < _squares.GetLength(1); y++)
        {
            for (var x = 0; x < _squares.GetLength(0); x++)
            {
                if (_squares[x, y] != own) continue;
                foreach (var to in Rays(x, y).ToList())
                {
                    _squares[x, y] = ' ';
                    var arrows = Rays(to.X, to.Y).ToList();
                    _squares[x, y] = own;
                    foreach (var arrow in arrows) yield return new(new(x, y), to, arrow);
                }
            }
        }
    }

    public long Perft(int depth)
    {
        if (depth == 0) return 1;
        var count = 0L;
        foreach (var move in Moves().ToList())
        {
            Put(move.From, ' ');
            Put(move.To, _toMove == Side.White ? 'W' : 'B');
            Put(move.Arrow, 'x');
            _toMove = _toMove.Other();
            count += Perft(depth - 1);
            _toMove = _toMove.Other();
            Put(move.Arrow, ' ');
            Put(move.To, ' ');
            Put(move.From, _toMove == Side.White ? 'W' : 'B');
        }

        return count;
    }

    private bool IsFree(int x, int y) =>
        x >= 0 && y >= 0 && x < _squares.GetLength(0) && y < _squares.GetLength(1) && _squares[x, y] == ' ';

    private void Put(Square square, char what) => _squares[square.X, square.Y] = what;

    private IEnumerable<Square> Rays(int x, int y)
    {
        foreach (var (dx, dy) in Directions)
        {
            for (var (i, j) = (x + dx, y + dy); IsFree(i, j);)
            {
                yield return new(i, j);
                (i, j) = (i + dx, j + dy);
            }
        }
    }
}
