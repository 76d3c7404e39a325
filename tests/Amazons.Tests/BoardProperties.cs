using FsCheck;
using FsCheck.Fluent;

namespace Qiansi.Amazons.Tests;

/// <summary>What holds for every position; a failing one is made smaller by taking things off the board.</summary>
public sealed class BoardProperties
{
    private static readonly Gen<Board> Boards =
        from width in Gen.Choose(Board.Smallest, Board.Largest)
        from height in Gen.Choose(Board.Smallest, Board.Largest)
        from free in Gen.Choose(1, 12)
        from things in Gen.Choose(0, free + 3).ArrayOf(width * height)
        from black in ArbMap.Default.GeneratorFor<bool>()
        select Of(width, height, things, black ? Side.Black : Side.White);

    private static void ForAll(Action<Board> holds) =>
        Prop.ForAll(Arb.From(Boards, Smaller), holds).Check(Config.QuickThrowOnFailure.WithMaxTest(150).WithReplay(2026, 1129));

    [Fact]
    public void Making_and_taking_back_leaves_the_position() => ForAll(board =>
    {
        var (text, hash, moves) = (board.ToString(), board.Hash, board.Moves());
        foreach (var move in moves)
        {
            board.Make(move);
            board.Unmake(move);
        }

        Assert.Equal((text, hash), (board.ToString(), board.Hash));
        Assert.Equal(moves, board.Moves());
    });

    [Fact]
    public void The_hash_kept_is_the_hash_computed() => ForAll(board =>
    {
        foreach (var move in board.Moves().Take(200))
        {
            board.Make(move);
            Assert.Equal(Board.Parse(board.ToString()).Hash, board.Hash);
            board.Unmake(move);
        }
    });

    [Fact]
    public void Different_moves_lead_to_different_hashes() => ForAll(board =>
    {
        var hashes = new Dictionary<ulong, string>();
        foreach (var move in board.Moves().Append(default).Take(400))
        {
            if (move != default) board.Make(move);
            Assert.Equal(board.ToString(), hashes.GetValueOrDefault(board.Hash, board.ToString()));
            hashes[board.Hash] = board.ToString();
            if (move != default) board.Unmake(move);
        }

        // The turn alone makes a difference, too.
        var before = board.Hash;
        board.Pass();
        Assert.NotEqual(before, board.Hash);
    });

    [Fact]
    public void Moves_are_those_of_the_naive_walk() => ForAll(board =>
    {
        var moves = board.Moves();
        Assert.Equal(new NaiveBoard(board).Moves().Select(m => m.ToString()).Order(), moves.Select(m => m.ToString()).Order());
        Assert.Equal(moves.Length, board.CountMoves());
        Assert.Equal(moves.Length == 0, board.IsOver);
        Assert.All(moves, m => Assert.Null(board.WhyIllegal(m)));
    });

    [Fact]
    public void Symmetric_positions_have_symmetric_moves_and_the_same_value() => ForAll(board =>
    {
        foreach (var symmetry in Symmetry.All)
        {
            var image = symmetry.Of(board);
            var expected = board.Moves().Select(m => symmetry.Of(board, m).ToString()).Order();
            Assert.Equal(expected, image.Moves().Select(m => m.ToString()).Order());
            Assert.Equal(Weights.Default.ValueOf(board), Weights.Default.ValueOf(image), 9);
        }
    });

    [Fact]
    public void A_position_is_read_as_it_is_written() => ForAll(board =>
    {
        var read = Board.Parse(board.ToString());
        Assert.Equal((board.ToString(), board.Hash, board.FreeCount), (read.ToString(), read.Hash, read.FreeCount));
    });

    [Fact]
    public void The_most_promising_moves_are_legal_and_each_comes_once() => ForAll(board =>
    {
        var best = new Move[64];
        var count = MovePriors.Best(board, best);
        Assert.Equal(Math.Min(64, board.CountMoves()), count);
        Assert.Equal(count, best[..count].Distinct().Count());
        Assert.All(best[..count], m => Assert.Null(board.WhyIllegal(m)));
    });

    [Fact]
    public void Likely_moves_are_legal_and_each_comes_once() => ForAll(board =>
    {
        var likely = new Move[48];
        var count = MovePriors.Likely(board, likely, new MoveHistory());
        Assert.InRange(count, Math.Min(1, board.CountMoves()), Math.Min(48, board.CountMoves()));
        Assert.Equal(count, likely[..count].Distinct().Count());
        Assert.All(likely[..count], m => Assert.Null(board.WhyIllegal(m)));
    });

    /// <summary>0 a white amazon, 1 a black one, 2 and 3 arrows, anything else nothing.</summary>
    private static Board Of(int width, int height, int[] things, Side toMove)
    {
        IEnumerable<Square> Where(params int[] what) =>
            things.Index().Where(t => what.Contains(t.Item)).Select(t => new Square(t.Index % width, t.Index / width));

        return new(width, height, Where(0), Where(1), Where(2, 3), toMove);
    }

    private static IEnumerable<Board> Smaller(Board board)
    {
        var squares = (board.Squares & ~board.Free).Squares().Select(s => new Square((byte)s)).ToList();
        foreach (var gone in squares)
        {
            IEnumerable<Square> Kept(Func<Square, bool> which) => squares.Where(s => s != gone && which(s));

            yield return new(
                board.Width, board.Height, Kept(s => board.AmazonOn(s) == Side.White), Kept(s => board.AmazonOn(s) == Side.Black),
                Kept(board.IsArrow), board.ToMove);
        }
    }
}
