using System.CommandLine;
using Qiansi.Amazons;
using Qiansi.Tool.Play;

namespace Qiansi.Tool.Commands;

/// <summary><c>nb play</c>: the Game of the Amazons on a terminal, in matches, and as Botzone asks for it.</summary>
internal static class PlayCommand
{
    public static Command Create() => new Command("play", "Play games: the Game of the Amazons.") { Amazons() };

    private static Command Amazons()
    {
        var side = new Option<string>("--side")
        {
            Description = "What you play: white, black, both (two people) or none (look on).",
            DefaultValueFactory = _ => "white",
            HelpName = "side",
        };
        var engine = PlayOptions.EngineOption("tree-search");
        var position = new Option<string?>("--position")
        {
            Description = "Begin here: rows from the top and who is to move, as the command 'position' prints it.",
            HelpName = "text",
        };
        var command = new DocumentedCommand("amazons", "Play the Game of the Amazons against an engine.")
        {
            Notes = """
                An amazon goes as a chess queen, then shoots an arrow as a queen from where it stands; the arrow blocks its square for good.
                Who cannot move loses. A move is written d1-d7/g7; 'help' lists what else can be typed.

                Examples:
                  nb play amazons --size 6 --seconds 0.5
                  nb play amazons --size 6 --engine policy-search
                  nb play amazons match tree-search plain-tree-search --games 20 --size 8 --seconds 0.1
                """,
        };
        foreach (var option in (Option[])[side, engine, PlayOptions.Size, PlayOptions.Seconds, PlayOptions.Nodes, position])
            command.Add(option);
        command.SetAction((arguments, cancellation) => Task.Run(() =>
        {
            var people = arguments.GetValue(side) switch
            {
                "white" => new HashSet<Side> { Side.White },
                "black" => [Side.Black],
                "both" => [Side.White, Side.Black],
                "none" => [],
                var other => throw new CommandException($"--side {other} is none of white, black, both and none."),
            };
            var output = arguments.InvocationConfiguration.Output;
            var start = PlayOptions.StartOf(arguments, arguments.GetValue(position));
            var against = PlayOptions.EngineOf(arguments.GetValue(engine)!, start);
            var game = new AmazonsGame(Console.In, output, against, PlayOptions.LimitsOf(arguments), people);
            game.Play(start, cancellation);
            return ExitCode.Ok;
        }, CancellationToken.None));
        command.Add(PlayMatchCommand.Create());
        command.Add(PlayTournamentCommand.Create());
        command.Add(PlayTuneCommand.Create());
        command.Add(PlayLearnCommand.Create());
        command.Add(PlayBotzoneCommand.Create());
        return command;
    }
}
