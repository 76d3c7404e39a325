using System.CommandLine;
using System.Globalization;
using Qiansi.Amazons;
using Qiansi.Tool.Play;

namespace Qiansi.Tool.Commands;

/// <summary><c>nb play amazons tournament</c>: everybody against everybody, and the table.</summary>
internal static class PlayTournamentCommand
{
    public static Command Create()
    {
        var engines = new Argument<string[]>("ENGINE")
        {
            Description = $"Two or more of {PlayOptions.EngineNames}; all that play on the board when none is named.",
            Arity = ArgumentArity.ZeroOrMore,
        };
        var command = new Command("tournament", "Let engines play each other in pairs, and print the table.") { engines };
        foreach (var option in (Option[])[PlayOptions.Games, PlayOptions.Seed, PlayOptions.Size, PlayOptions.Seconds, PlayOptions.Nodes])
            command.Add(option);
        command.Add(PlayOptions.Save);
        command.SetAction((arguments, cancellation) => Task.Run(() =>
        {
            var start = PlayOptions.StartOf(arguments, null);
            var names = arguments.GetValue(engines) is { Length: > 0 } named ? named : PlayOptions.EnginesFor(start);
            if (names.Length < 2 || names.Distinct().Count() < names.Length)
                throw new CommandException("A tournament needs two or more different engines.", $"There are {PlayOptions.EngineNames}.");
            var output = arguments.InvocationConfiguration.Output;
            using var log = new GameLog(output, arguments.GetValue(PlayOptions.Save));
            IEngine[] players = [.. names.Select(name => PlayOptions.EngineOf(name, start))];
            var games = Tournament.Play(players, PlayOptions.MatchOf(arguments), PlayOptions.LimitsOf(arguments), log, cancellation);
            output.WriteLine($"\n{"",-20} {"games",5} {"wins",5}   Elo");
            foreach (var row in Standing.Of(games))
            {
                output.WriteLine(string.Create(
                    CultureInfo.InvariantCulture, $"{row.Name,-20} {row.Games,5} {row.Wins,5} {row.Elo,5:+0;−0;0} ± {row.Error:0}"));
            }

            return cancellation.IsCancellationRequested ? ExitCode.Interrupted : ExitCode.Ok;
        }, CancellationToken.None));
        return command;
    }
}
