namespace Qiansi.Amazons.Tests;

public sealed class EndgameTests
{
    [Fact]
    public void Apart_regions_are_counted_as_brute_force_plays_them()
    {
        var counted = 0;
        for (var seed = 1; seed <= 400; seed++)
        {
            var board = Walled(seed);
            if (Endgame.Solve(board) is not { } count) continue;
            counted++;
            Assert.Equal(count.Winner == board.ToMove, SmallBoards.Wins(board));
        }

        Assert.True(counted > 100, $"only {counted} positions had regions apart");
    }

    [Theory]
    [InlineData("w3/xxxx/4/b3 w", 3, 7)]
    [InlineData("w1xx/xxxx/xxxx/bxxx b", 1, 0)]
    public void Regions_hold_so_many_moves(string position, int white, int black)
    {
        var count = Endgame.Solve(Board.Parse(position))!;
        Assert.Equal((white, black), (count.White, count.Black));
    }

    [Fact]
    public void A_shared_region_is_not_counted() => Assert.Null(Endgame.Solve(Board.Start(5)));

    [Fact]
    public void Too_small_a_budget_says_nothing() =>
        Assert.Null(Endgame.Solve(Board.Parse("w7/8/8/8/xxxxxxxx/8/8/b7 w"), budget: 3));

    /// <summary>Two halves of a 5×4 board with a wall that has, or has not, a hole.</summary>
    private static Board Walled(int seed)
    {
        var random = new Random(seed);
        var wall = Enumerable.Range(0, 4).Where(y => seed % 4 != 0 || y != seed / 4 % 4).Select(y => new Square(2, y)).ToList();
        Square Left() => new(random.Next(2), random.Next(4));
        Square Right() => new(3 + random.Next(2), random.Next(4));
        var (white, black) = (Left(), Right());
        Square[] some = [Left(), Left(), Left(), Left(), Right(), Right(), Right(), Right()];
        var arrows = some.Distinct().Where(s => s != white && s != black);
        return new(5, 4, [white], [black], wall.Concat(arrows), seed % 2 == 0 ? Side.White : Side.Black);
    }
}
