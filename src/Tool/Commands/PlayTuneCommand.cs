using System.CommandLine;
using System.Globalization;
using Qiansi.Amazons;
using Qiansi.Tool.Play;

namespace Qiansi.Tool.Commands;

/// <summary><c>nb play amazons tune</c>: how the weights of the evaluation were found.</summary>
internal static class PlayTuneCommand
{
    private const int Every = 10, Progress = 100;

    public static Command Create()
    {
        var games = new Option<int>("--games")
        {
            Description = "Games on each board.",
            DefaultValueFactory = _ => 3000,
            HelpName = "n",
        };
        var nodes = new Option<long>("--nodes")
        {
            Description = "Positions for each move.",
            DefaultValueFactory = _ => 200,
            HelpName = "n",
        };
        var sizes = new Option<int[]>("--size")
        {
            Description = "Boards, one or more.",
            DefaultValueFactory = _ => [8, 10],
            AllowMultipleArgumentsPerToken = true,
            HelpName = "n",
        };
        var command = new DocumentedCommand("tune", "Find weights of the evaluation by logistic regression on self-play.")
        {
            Notes = """
                Alpha-beta plays itself. The same options give the same weights on any machine. Every tenth game is kept apart, to tell how
                well the weights foretell.

                Example:
                  nb play amazons tune --games 500 --size 8
                """,
        };
        foreach (var option in (Option[])[games, nodes, sizes, PlayOptions.Seed]) command.Add(option);
        command.SetAction((arguments, cancellation) => Task.Run(() =>
        {
            var output = arguments.InvocationConfiguration.Output;
            var (count, budget) = (arguments.GetValue(games), arguments.GetValue(nodes));
            if (count < Every || budget < 1) throw new CommandException($"--games has to be {Every} or more, --nodes 1 or more.");
            var played = new List<Game>();
            foreach (var size in arguments.GetValue(sizes)!)
            {
                if (size is not (4 or 5 or 6 or 8 or 10)) throw new CommandException($"--size {size} is none of 10, 8, 6, 5 and 4.");
                var limits = new SearchLimits(Nodes: budget);
                foreach (var game in Tuning.SelfPlay(Player, count, size, limits, arguments.GetValue(PlayOptions.Seed), cancellation))
                {
                    played.Add(game);
                    if (played.Count % Progress == 0) output.WriteLine($"{played.Count} games");
                }
            }

            if (cancellation.IsCancellationRequested) return ExitCode.Interrupted;
            Tell(output, played);
            return ExitCode.Ok;
        }, CancellationToken.None));
        return command;
    }

    private static AlphaBeta Player() => new(new(TableBytes: 1 << 20), Weights.HandSet);

    private static void Tell(TextWriter output, List<Game> played)
    {
        var known = Tuning.Samples(played.Where((_, i) => i % Every != 0)).ToList();
        var apart = Tuning.Samples(played.Where((_, i) => i % Every == 0)).ToList();
        var weights = Tuning.Fit(known);
        output.WriteLine($"{known.Count} positions of {played.Count} games; {apart.Count} kept apart");
        output.WriteLine($"opening: {Text(weights.Opening)}");
        output.WriteLine($"ending:  {Text(weights.Ending)}");
        output.WriteLine($"to move: {Text([weights.ToMove])}");
        var (tuned, hand) = (Tuning.Loss(weights, apart), Tuning.Loss(Weights.HandSet, apart));
        output.WriteLine($"loss on what was kept apart: {Text([tuned])}; set by hand {Text([hand])}");
    }

    private static string Text(IEnumerable<double> weights) =>
        string.Join(", ", weights.Select(w => w.ToString("0.0000", CultureInfo.InvariantCulture)));
}
