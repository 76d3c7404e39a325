using System.CommandLine;
using System.Globalization;
using Qiansi.Amazons;
using Qiansi.Tool.Play;

namespace Qiansi.Tool.Commands;

/// <summary><c>nb play amazons match</c>: two engines, many games.</summary>
internal static class PlayMatchCommand
{
    public static Command Create()
    {
        var first = new Argument<string>("FIRST") { Description = $"An engine: {PlayOptions.EngineNames}." };
        var second = new Argument<string>("SECOND") { Description = "Another." };
        var sprt = new Option<double[]>("--sprt")
        {
            Description = "Stop when it is sure (5 % error) whether FIRST is better by the second number of Elo, or only by the first.",
            Arity = new ArgumentArity(2, 2),
            AllowMultipleArgumentsPerToken = true,
            HelpName = "elo0 elo1",
        };
        var command = new DocumentedCommand("match", "Let two engines play each other.")
        {
            Notes = """
                Examples:
                  nb play amazons match alpha-beta plain-alpha-beta --games 200 --size 8 --seconds 0.02 --save games.jsonl
                  nb play amazons match policy-search plain-tree-search --games 200 --size 6 --seconds 0.05
                  nb play amazons match tree-search alpha-beta --games 2000 --nodes 1000 --sprt 0 30
                """,
        };
        command.Add(first);
        command.Add(second);
        foreach (var option in (Option[])[PlayOptions.Games, PlayOptions.Seed, PlayOptions.Size, PlayOptions.Seconds, PlayOptions.Nodes])
            command.Add(option);
        command.Add(sprt);
        command.Add(PlayOptions.Save);
        command.SetAction((arguments, cancellation) => Task.Run(() =>
        {
            var output = arguments.InvocationConfiguration.Output;
            var start = PlayOptions.StartOf(arguments, null);
            var one = PlayOptions.EngineOf(arguments.GetRequiredValue(first), start);
            var two = PlayOptions.EngineOf(arguments.GetRequiredValue(second), start);
            if (one.Name == two.Name) throw new CommandException($"{one.Name} cannot play itself.", "Name two different engines.");
            var test = SprtOf(arguments.GetValue(sprt));
            var options = PlayOptions.MatchOf(arguments) with { Sprt = test };
            using var log = new GameLog(output, arguments.GetValue(PlayOptions.Save));
            var match = Match.Play(one, two, options, PlayOptions.LimitsOf(arguments), log, cancellation);
            output.WriteLine(match);
            if (test is not null) output.WriteLine(Verdict(test, match));
            return cancellation.IsCancellationRequested ? ExitCode.Interrupted : ExitCode.Ok;
        }, CancellationToken.None));
        return command;
    }

    private static Sprt? SprtOf(double[]? elo) => elo switch
    {
        null or [] => null,
        [var low, var high] when low < high => new(low, high),
        _ => throw new CommandException("--sprt takes two numbers of Elo, the smaller first: --sprt 0 30."),
    };

    private static string Verdict(Sprt test, Match match)
    {
        var ratio = test.LogLikelihoodRatio(match.Wins, match.Games.Count - match.Wins).ToString("0.00", CultureInfo.InvariantCulture);
        return test.Decide(match) switch
        {
            true => $"{match.First} is better by {test.Elo1} Elo rather than by {test.Elo0} (log likelihood ratio {ratio})",
            false => $"{match.First} is better by {test.Elo0} Elo rather than by {test.Elo1} (log likelihood ratio {ratio})",
            null => $"not sure yet (log likelihood ratio {ratio}); play more games",
        };
    }
}
