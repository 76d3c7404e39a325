namespace Qiansi.Amazons.Tests;

/// <summary>Many games to their end: the board refuses what is illegal, the naive board says who has lost.</summary>
public sealed class SelfPlayTests
{
    [Theory]
    [InlineData("alpha-beta", 300)]
    [InlineData("tree search", 300)]
    [InlineData("plain alpha-beta", 200)]
    [InlineData("plain tree search", 200)]
    [Trait("Needs", "half a minute")]
    public void A_thousand_games_end_without_fault(string name, int games)
    {
        var engine = EngineTable.Make(name);
        for (var seed = 1; seed <= games; seed++)
        {
            var random = new Random(seed);
            var board = RandomPosition.Of(random.Next(4, 11), random.Next(4, 11), seed);
            if (seed % 3 == 0) board = Board.Start(((int[])[4, 5, 6, 8, 10])[seed / 3 % 5]);
            var free = board.FreeCount;
            var limits = new SearchLimits(Nodes: random.Next(1, name == "plain tree search" ? 20 : 80));
            var game = Match.PlayGame(board, engine, engine, limits)!;
            foreach (var move in game.Moves) board.Play(move);
            Assert.Empty(new NaiveBoard(board).Moves());
            Assert.Equal(free - game.Moves.Count, board.FreeCount);
            Assert.Equal(game.ToJson(), Game.FromJson(game.ToJson()).ToJson());
        }
    }
}
