using System.CommandLine;
using Qiansi.Amazons;
using Qiansi.Tool.Play;

namespace Qiansi.Tool.Commands;

/// <summary><c>nb play amazons botzone</c>: one line in, one line out.</summary>
internal static class PlayBotzoneCommand
{
    public static Command Create()
    {
        var engine = PlayOptions.EngineOption("tree-search");
        var seconds = new Option<double>("--seconds")
        {
            Description = "Time for the answer.",
            DefaultValueFactory = _ => 0.85,
            HelpName = "s",
        };
        var command = new Command("botzone", "Answer one line of Botzone's: requests and responses as JSON on standard input.")
        {
            engine, seconds,
        };
        command.SetAction(arguments =>
        {
            try
            {
                if (arguments.GetValue(seconds) is not (> 0 and <= 3600 and var time))
                    throw new CommandException("--seconds has to be above 0 and at most 3600.");
                var chosen = PlayOptions.EngineOf(arguments.GetValue(engine)!, Board.Start(8));
                var player = new BotzonePlayer(chosen, SearchLimits.Seconds(time));
                arguments.InvocationConfiguration.Output.WriteLine(player.Answer(Console.In.ReadLine() ?? ""));
                return ExitCode.Ok;
            }
            catch (Exception e) when (e is FormatException or IllegalMoveException)
            {
                throw new CommandException($"Standard input: {e.Message}");
            }
        });
        return command;
    }
}
