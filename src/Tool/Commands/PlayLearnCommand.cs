using System.CommandLine;
using System.Globalization;
using Qiansi.Amazons.Learning;
using Qiansi.Tool.Play;

namespace Qiansi.Tool.Commands;

/// <summary><c>nb play amazons learn</c>: how the shipped net came about.</summary>
internal static class PlayLearnCommand
{
    public static Command Create()
    {
        var file = new Argument<string>("FILE") { Description = "Takes the weights, after each round." };
        var rounds = new Option<int>("--rounds")
        {
            Description = "Rounds of games and training.",
            DefaultValueFactory = _ => TrainedNet.Recipe.Rounds,
            HelpName = "n",
        };
        var games = new Option<int>("--games")
        {
            Description = "Games of a round.",
            DefaultValueFactory = _ => TrainedNet.Recipe.Games,
            HelpName = "n",
        };
        var steps = new Option<int>("--steps")
        {
            Description = "Steps of the optimizer after the games of a round.",
            DefaultValueFactory = _ => TrainedNet.Recipe.Steps,
            HelpName = "n",
        };
        var seed = new Option<int>("--seed")
        {
            Description = "Of first weights, openings, noise and batches.",
            DefaultValueFactory = _ => 1,
            HelpName = "n",
        };
        var command = new DocumentedCommand("learn", "Let a net for 6×6 learn from games with itself, as the shipped one did.")
        {
            Notes = """
                The net plays both sides of its games by a search with noise at the root, and learns to foretell the search and the winner.
                The same options give the same weights on the same kind of processor.

                Example:
                  nb play amazons learn policy-6x6.dat
                """,
        };
        command.Add(file);
        foreach (var option in (Option[])[rounds, games, steps, seed]) command.Add(option);
        command.SetAction((arguments, cancellation) => Task.Run(() =>
        {
            var (path, chance) = (arguments.GetRequiredValue(file), arguments.GetValue(seed));
            var recipe = TrainedNet.Recipe with
            {
                Rounds = arguments.GetValue(rounds),
                Games = arguments.GetValue(games),
                Steps = arguments.GetValue(steps),
                Seed = chance,
            };
            if (recipe.Rounds < 1 || recipe.Games < 1 || recipe.Steps < 1)
                throw new CommandException("--rounds, --games and --steps have to be above 0.");
            var net = TrainedNet.Fresh(chance);
            try
            {
                net.save(path);
                Qiansi.torch.set_num_threads(1); // a small net: one thread is quickest, and adds up in the same order
                PolicyIteration.Run(net, recipe, new Rounds(net, path, arguments.InvocationConfiguration.Output), cancellation);
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException)
            {
                throw new CommandException($"{path} cannot be written: {e.Message}");
            }

            return cancellation.IsCancellationRequested ? ExitCode.Interrupted : ExitCode.Ok;
        }, CancellationToken.None));
        return command;
    }

    private sealed class Rounds(PolicyValueNet net, string path, TextWriter output) : IProgress<LearningReport>
    {
        public void Report(LearningReport value)
        {
            net.save(path);
            var (policy, won) = (value.PolicyLoss, value.ValueLoss);
            output.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"round {value.Round}: {value.Positions} positions, loss of the policy {policy:0.000}, of the value {won:0.000}"));
        }
    }
}
