namespace Qiansi.Amazons.Tests;

public sealed class EvaluationTests
{
    [Fact]
    public void Vectors_and_shifts_reach_the_same_squares()
    {
        for (var seed = 1; seed <= 200; seed++)
        {
            var board = RandomPosition.Of(10, 10, seed);
            var amazons = Terms.SetOf(board.AmazonsAt(Side.White));
            Assert.Equal(amazons.QueenStepByShifts(board.Free), amazons.QueenStep(board.Free));
        }
    }

    [Fact]
    public void Distances_are_those_of_a_search_square_by_square()
    {
        for (var seed = 1; seed <= 40; seed++)
        {
            var board = RandomPosition.Of(8, 9, seed);
            foreach (var queen in new[] { true, false })
            {
                var levels = new Bits[64];
                var count = Terms.Spread(Terms.SetOf(board.AmazonsAt(Side.Black)), board.Free, levels, queen);
                var expected = Distances(board, Side.Black, queen);
                for (var i = 0; i < count; i++)
                    Assert.Equal(expected.Where(d => d.Value == i + 1).Select(d => (int)d.Key.Index).Order(), levels[i].Squares());
                Assert.Equal(expected.Count, levels[..count].Sum(l => l.Count));
            }
        }
    }

    [Fact]
    public void Maps_hold_the_distances()
    {
        var board = RandomPosition.Of(7, 6, 5);
        var (queen, king) = (DistanceMap.Queen(board, Side.White), DistanceMap.King(board, Side.White));
        var (queens, kings) = (Distances(board, Side.White, queen: true), Distances(board, Side.White, queen: false));
        for (var i = 0; i < 42; i++)
        {
            Assert.Equal(At(queens, new(i % 7, i / 7)), queen[i % 7, i / 7]);
            Assert.Equal(At(kings, new(i % 7, i / 7)), king[i % 7, i / 7]);
        }
    }

    [Fact]
    public void The_terms_are_Lieberums_sums()
    {
        for (var seed = 1; seed <= 40; seed++)
        {
            var board = RandomPosition.Of(10, 8, seed);
            var terms = Terms.Of(board);
            var (whiteQueen, blackQueen) = (Distances(board, Side.White, true), Distances(board, Side.Black, true));
            var (whiteKing, blackKing) = (Distances(board, Side.White, false), Distances(board, Side.Black, false));
            var tie = board.ToMove == Side.White ? 0.2 : -0.2;
            var (t1, t2, c1, c2, phase) = (0.0, 0.0, 0.0, 0.0, 0.0);
            foreach (var square in board.Free.Squares().Select(s => new Square((byte)s)))
            {
                int? a = At(whiteQueen, square), b = At(blackQueen, square), c = At(whiteKing, square), d = At(blackKing, square);
                t1 += Nearer(a, b, tie);
                t2 += Nearer(c, d, tie);
                c1 += 2 * ((a is { } i ? Math.Pow(2, -i) : 0) - (b is { } j ? Math.Pow(2, -j) : 0));
                c2 += c is null && d is null ? 0 : c is null ? -1 : d is null ? 1 : Math.Clamp((d.Value - c.Value) / 6.0, -1, 1);
                if (a is { } p && b is { } q) phase += Math.Pow(2, -Math.Abs(p - q));
            }

            Assert.Equal(t1, terms.QueenTerritory, 9);
            Assert.Equal(t2, terms.KingTerritory, 9);
            Assert.Equal(c1, terms.QueenPosition, 9);
            Assert.Equal(c2, terms.KingPosition, 9);
            Assert.Equal(phase, terms.Phase, 9);
        }
    }

    private static int? At(Dictionary<Square, int> distances, Square square) => distances.TryGetValue(square, out var d) ? d : null;

    private static double Nearer(int? a, int? b, double tie) => a is null && b is null ? 0 : a == b ? tie : b is null || a < b ? 1 : -1;

    /// <summary>Distances by a queue, with the naive walk.</summary>
    private static Dictionary<Square, int> Distances(Board board, Side side, bool queen)
    {
        var distances = new Dictionary<Square, int>();
        var queue = new Queue<(Square, int)>(board.Amazons(side).Select(a => (a, 0)));
        while (queue.TryDequeue(out var at))
        {
            var (square, distance) = at;
            for (var dx = -1; dx <= 1; dx++)
            {
                for (var dy = -1; dy <= 1; dy++)
                {
                    var (x, y) = (square.X + dx, square.Y + dy);
                    while ((dx, dy) != (0, 0) && x >= 0 && y >= 0 && x < board.Width && y < board.Height && board.IsFree(new(x, y)))
                    {
                        if (distances.TryAdd(new(x, y), distance + 1)) queue.Enqueue((new(x, y), distance + 1));
                        if (!queen) break;
                        (x, y) = (x + dx, y + dy);
                    }
                }
            }
        }

        return distances;
    }
}
