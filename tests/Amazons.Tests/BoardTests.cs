namespace Qiansi.Amazons.Tests;

public sealed class BoardTests
{
    [Theory]
    [InlineData(10, 1, 2_176)]
    [InlineData(10, 2, 4_307_152)]
    [InlineData(8, 1, 1_232)]
    [InlineData(8, 2, 1_331_198)]
    [InlineData(6, 1, 544)]
    [InlineData(6, 2, 238_532)]
    [InlineData(5, 1, 260)]
    [InlineData(5, 2, 50_422)]
    [InlineData(4, 1, 104)]
    [InlineData(4, 2, 7_672)]
    public void The_start_has_as_many_games_as_are_known(int size, int depth, long games) =>
        Assert.Equal(games, Board.Start(size).Perft(depth));

    [Fact]
    public void Botzones_start_is_Black_to_move()
    {
        var board = Board.Start(8);
        Assert.Equal(Side.Black, board.ToMove);
        Assert.Equal([new(0, 2), new(2, 0), new(5, 0), new(7, 2)], board.Amazons(Side.Black).OrderBy(s => s.X));
    }

    [Theory]
    [InlineData(4, 4)]
    [InlineData(5, 4)]
    [InlineData(4, 7)]
    [InlineData(7, 7)]
    [InlineData(9, 6)]
    [InlineData(10, 10)]
    public void Random_positions_have_the_moves_that_walking_finds(int width, int height)
    {
        for (var seed = 1; seed <= 20; seed++)
        {
            var board = RandomPosition.Of(width, height, seed);
            Assert.Equal(new NaiveBoard(board).Moves().OrderBy(m => m.ToString()), board.Moves().OrderBy(m => m.ToString()));
            Assert.Equal(board.Moves().Length, board.CountMoves());
            if (width * height <= 30) Assert.Equal(new NaiveBoard(board).Perft(2), board.Perft(2));
        }
    }

    [Theory]
    [InlineData("a4-a5/a6", null)]
    [InlineData("a4-c6/a4", null)]
    [InlineData("a7-a6/a5", "Black's")]
    [InlineData("b4-b5/b6", "no amazon stands on b4")]
    [InlineData("a4-a8/b8", "a7 is taken")]
    [InlineData("a4-b6/b7", "no row, column or diagonal")]
    [InlineData("a4-a5/a7", "a7 is taken")]
    [InlineData("a4-a4/a5", "has to move")]
    [InlineData("a4-a5/a5", "has to fly")]
    public void Illegal_moves_are_refused_with_the_reason(string move, string? reason)
    {
        var board = Board.Start();
        if (reason is null) board.Play(Move.Parse(move));
        else Assert.Contains(reason, Assert.Throws<IllegalMoveException>(() => board.Play(Move.Parse(move))).Message);
    }

    [Theory]
    [InlineData("3b2b3/10/10/b8b/10/10/w8w/10/10/3w2w3 w")]
    [InlineData("xxxx/w2b/4/1x2 b")]
    [InlineData("4/4/4/4 w")]
    public void A_position_is_written_as_it_is_read(string text) => Assert.Equal(text, Board.Parse(text).ToString());

    [Theory]
    [InlineData("4/4/4 w", "4 to 10 columns and rows")]
    [InlineData("4/4/4/5 w", "row 1 has 5 squares")]
    [InlineData("4/4/q3/4 w", "'q' in row 2")]
    [InlineData("4/4/4/4", "side to move")]
    public void A_position_that_is_none_is_refused_with_the_place(string text, string words) =>
        Assert.Contains(words, Assert.Throws<FormatException>(() => Board.Parse(text)).Message);

    [Theory]
    [InlineData("d1-d7/g7")]
    [InlineData("d1 d7 g7")]
    [InlineData("d1-d7(g7)")]
    [InlineData("D1–D7×G7")]
    public void Moves_are_read_in_the_usual_notations(string text) => Assert.Equal("d1-d7/g7", Move.Parse(text).ToString());

    [Theory]
    [InlineData("d1-d7")]
    [InlineData("d1-d7/g11")]
    [InlineData("knight")]
    public void What_is_no_move_is_refused(string text) => Assert.Throws<FormatException>(() => Move.Parse(text));

    [Fact]
    public void Any_number_of_amazons_and_none_at_all()
    {
        Assert.True(Board.Parse("4/4/4/4 w").IsOver);
        Assert.True(Board.Parse("wx2/xx2/4/3b w").IsOver);
        Assert.Equal(new NaiveBoard(Board.Parse("wwww/4/4/bbbb w")).Moves().Count(), Board.Parse("wwww/4/4/bbbb w").CountMoves());
    }
}
