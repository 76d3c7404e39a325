using Qiansi.Amazons;
using Qiansi.Amazons.Learning;
using Qiansi.Tool.Commands;
using Qiansi.Tool.Play;

namespace Qiansi.Tool.Tests.Play;

/// <summary>What is typed into <c>nb play amazons</c>.</summary>
public sealed class AmazonsGameTests
{
    [Fact]
    public void A_game_is_played_to_its_end()
    {
        var (winner, output) = Play("a1-a2/a1\n", Board.Parse("xxxx/4/wxxx/xxxb w"), [Side.White]);
        Assert.Null(winner);
        Assert.Contains("a1-a2/a1 is not allowed: no amazon stands on a1", output);
        (winner, output) = Play("a2-a3/b3\n", Board.Parse("xxxx/2xx/wxxx/xxxb w"), [Side.White]);
        Assert.Equal(Side.White, winner);
        Assert.Contains("Black cannot move: White has won after 1 moves.", output);
    }

    [Fact]
    public void Words_help_hint_and_take_back()
    {
        var (_, output) = Play("help\nmoves\nhint\nback\nknight\nd1-d7/g7\nback\nposition\nquit\n", Board.Start(), [Side.White]);
        Assert.Contains("takes your last move back", output);
        Assert.Contains("2176 moves", output);
        Assert.Contains("depth", output);
        Assert.Contains("Nothing of yours was played yet", output);
        Assert.Contains("'knight' is no move", output);
        Assert.Contains("Black: ", output);
        Assert.Contains("3b2b3/10/10/b8b/10/10/w8w/10/10/3w2w3 w", output);
    }

    [Fact]
    public void Engines_play_each_other_on_the_command_line()
    {
        using StringWriter output = new(), error = new();
        Assert.Equal(ExitCode.Ok,
            CommandLine.Run(["play", "amazons", "match", "alpha-beta", "plain-tree-search", "--games", "2", "--size", "4",
                "--seconds", "0.01"], output, error));
        Assert.Contains("Elo", output.ToString());
    }

    [Fact]
    public void A_tournament_prints_its_table_and_saves_its_games()
    {
        var file = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());
        try
        {
            var output = Run("tournament", "plain-alpha-beta", "alpha-beta", "tree-search", "--games", "2", "--size",
                "4", "--nodes", "60", "--save", file);
            var games = File.ReadAllLines(file).Select(Game.FromJson).ToList();
            Assert.Equal(6, games.Count);
            string[] rows = output.Split("Elo")[1].Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
            var standings = Standing.Of(games);
            Assert.Equal(standings.Select(s => s.Name), rows.Select(r => r[..20].Trim()));
            Assert.All(standings.Zip(rows),
                row => Assert.Matches($@"\s{row.First.Games}\s+{row.First.Wins}\s+[+−]?\d+ ± \d+$", row.Second));
        }
        finally
        {
            File.Delete(file);
        }
    }

    [Fact]
    public void Weights_are_tuned_on_the_command_line_and_the_same_again()
    {
        string Tune(string seed) => Run("tune", "--games", "20", "--size", "4", "--nodes", "20", "--seed", seed);
        var output = Tune("1");
        Assert.Matches(@"positions of 20 games; \d+ kept apart", output);
        foreach (var part in (string[])["opening", "ending"]) Assert.Matches($@"{part}: +(\d\.\d{{4}}(, )?){{5}}\s", output);
        Assert.Matches(@"to move: \d\.\d{4}\s", output);
        Assert.Matches(@"loss on what was kept apart: \d\.\d{4}; set by hand \d\.\d{4}", output);
        Assert.Equal(output, Tune("1"));
        Assert.NotEqual(output, Tune("2"));
    }

    [Fact]
    public void A_net_learns_on_the_command_line_what_the_shipped_one_did()
    {
        var file = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());
        try
        {
            var output = Run("learn", file, "--rounds", "1", "--games", "1", "--steps", "2");
            Assert.Matches(@"round 1: \d+ positions, loss of the policy \d+\.\d{3}, of the value \d\.\d{3}", output);
            var report = new PolicySearch(TrainedNet.Load(file)).Search(
                Board.Start(6), new(Nodes: 2), cancellation: TestContext.Current.CancellationToken);
            Assert.NotNull(report.Best);
        }
        finally
        {
            File.Delete(file);
        }
    }

    [Fact]
    public void The_shipped_net_plays_in_matches() => Assert.Contains("policy search : plain alpha-beta",
        Run("match", "policy-search", "plain-alpha-beta", "--games", "2", "--size", "6", "--nodes", "20"));

    private static string Run(params string[] arguments)
    {
        using StringWriter output = new(), error = new();
        Assert.Equal(ExitCode.Ok, CommandLine.Run(["play", "amazons", .. arguments], output, error));
        return output.ToString();
    }

    [Theory]
    [InlineData("A tournament needs two or more different engines.", "play", "amazons", "tournament", "alpha-beta")]
    [InlineData("A tournament needs two or more different engines.", "play", "amazons", "tournament", "alpha-beta", "alpha-beta")]
    [InlineData("--games has to be 10 or more", "play", "amazons", "tune", "--games", "9")]
    [InlineData("--size 7 is none of 10, 8, 6, 5 and 4", "play", "amazons", "tune", "--size", "7")]
    [InlineData("There is no engine 'deep-blue'.", "play", "amazons", "match", "deep-blue", "alpha-beta")]
    [InlineData("policy-search has learned on 6×6; the board has 10×10 squares", "play", "amazons", "--engine", "policy-search")]
    [InlineData("cannot be written", "play", "amazons", "learn", "/no/such/folder/weights.dat")]
    [InlineData("--rounds, --games and --steps have to be above 0", "play", "amazons", "learn", "weights.dat", "--rounds", "0")]
    [InlineData("alpha-beta cannot play itself.", "play", "amazons", "match", "alpha-beta", "alpha-beta")]
    [InlineData("there is a usual start for 10, 8, 6, 5 and 4", "play", "amazons", "--size", "7")]
    [InlineData("--seconds has to be above 0", "play", "amazons", "--seconds", "0")]
    [InlineData("--side green", "play", "amazons", "--side", "green")]
    public void What_cannot_be_played_is_said(string words, params string[] arguments)
    {
        using StringWriter output = new(), error = new();
        Assert.Equal(ExitCode.BadInput, CommandLine.Run(arguments, output, error));
        Assert.Contains(words, error.ToString());
    }

    private static (Side? Winner, string Output) Play(string typed, Board board, Side[] people)
    {
        using var output = new StringWriter();
        var game = new AmazonsGame(new StringReader(typed), output, new TreeSearch(), new SearchLimits(Nodes: 50), people.ToHashSet());
        return (game.Play(board, TestContext.Current.CancellationToken), output.ToString());
    }
}
