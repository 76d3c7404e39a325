using System.CommandLine;
using Qiansi.Amazons;
using Qiansi.Tool.Play;

namespace Qiansi.Tool.Commands;

/// <summary><c>nb play</c>: the Game of the Amazons on a terminal, in matches, and as Botzone asks for it.</summary>
internal static class PlayCommand
{
    private static readonly Dictionary<string, Func<IEngine>> Engines = new(StringComparer.Ordinal)
    {
        ["tree-search"] = () => new TreeSearch(),
        ["alpha-beta"] = () => new AlphaBeta(),
        ["plain-tree-search"] = () => new PlainTreeSearch(),
        ["plain-alpha-beta"] = () => new PlainAlphaBeta(),
    };

    private static readonly Option<double> Seconds = new("--seconds")
    {
        Description = "Time for each move of an engine.",
        DefaultValueFactory = _ => 1,
        HelpName = "s",
    };

    private static readonly Option<int> Size = new("--size") { Description = "Board: 10, 8, 6, 5 or 4.", DefaultValueFactory = _ => 10, HelpName = "n" };

    public static Command Create() => new Command("play", "Play games: the Game of the Amazons.") { Amazons() };

    private static Command Amazons()
    {
        var side = new Option<string>("--side") { Description = "What you play: white, black, both (two people) or none (look on).", DefaultValueFactory = _ => "white", HelpName = "side" };
        var engine = EngineOption("--engine", "tree-search");
        var position = new Option<string?>("--position") { Description = "Begin here: rows from the top and who is to move, as the command 'position' prints it.", HelpName = "text" };
        var command = new DocumentedCommand("amazons", "Play the Game of the Amazons against an engine.")
        {
            Notes = """
                An amazon goes as a chess queen, then shoots an arrow as a queen from where it stands; the arrow blocks its square for good.
                Who cannot move loses. A move is written d1-d7/g7; 'help' lists what else can be typed.

                Examples:
                  nb play amazons --size 6 --seconds 0.5
                  nb play amazons match tree-search plain-tree-search --games 20 --size 8 --seconds 0.1
                """,
        };
        foreach (var option in (Option[])[side, engine, Size, Seconds, position]) command.Add(option);
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
            var game = new AmazonsGame(Console.In, arguments.InvocationConfiguration.Output, EngineOf(arguments.GetValue(engine)!), Limits(arguments), people);
            game.Play(StartOf(arguments, arguments.GetValue(position)), cancellation);
            return ExitCode.Ok;
        }, CancellationToken.None));
        command.Add(MatchOf());
        command.Add(Botzone());
        return command;
    }

    private static Command MatchOf()
    {
        var first = new Argument<string>("FIRST") { Description = "An engine: " + string.Join(", ", Engines.Keys) + "." };
        var second = new Argument<string>("SECOND") { Description = "Another." };
        var games = new Option<int>("--games") { Description = "Games; each opening is played twice, with the sides changed.", DefaultValueFactory = _ => 20, HelpName = "n" };
        var seed = new Option<ulong>("--seed") { Description = "Of the openings' two random moves.", DefaultValueFactory = _ => 1, HelpName = "n" };
        var command = new Command("match", "Let two engines play each other.") { first, second, games, seed, Size, Seconds };
        command.SetAction((arguments, cancellation) => Task.Run(() =>
        {
            var output = arguments.InvocationConfiguration.Output;
            var (one, two) = (EngineOf(arguments.GetRequiredValue(first)), EngineOf(arguments.GetRequiredValue(second)));
            if (one.Name == two.Name) throw new CommandException($"{one.Name} cannot play itself.", "Name two different engines.");
            var size = StartOf(arguments, null).Width;
            var played = new Progress(output);
            var match = Match.Play(one, two, (arguments.GetValue(games) + 1) / 2, Limits(arguments), size, seed: arguments.GetValue(seed), progress: played, cancellation: cancellation);
            output.WriteLine(match);
            return cancellation.IsCancellationRequested ? ExitCode.Interrupted : ExitCode.Ok;
        }, CancellationToken.None));
        return command;
    }

    private static Command Botzone()
    {
        var engine = EngineOption("--engine", "tree-search");
        var seconds = new Option<double>("--seconds") { Description = "Time for the answer.", DefaultValueFactory = _ => 0.85, HelpName = "s" };
        var command = new Command("botzone", "Answer one line of Botzone's: requests and responses as JSON on standard input.") { engine, seconds };
        command.SetAction(arguments =>
        {
            try
            {
                var player = new BotzonePlayer(EngineOf(arguments.GetValue(engine)!), SearchLimits.Seconds(arguments.GetValue(seconds)));
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

    private static Option<string> EngineOption(string name, string usual) =>
        new(name) { Description = $"The engine: {string.Join(", ", Engines.Keys)}.", DefaultValueFactory = _ => usual, HelpName = "name" };

    private static IEngine EngineOf(string name) => Engines.TryGetValue(name, out var make)
        ? make() : throw new CommandException($"There is no engine '{name}'.", $"There are {string.Join(", ", Engines.Keys)}.");

    private static SearchLimits Limits(ParseResult arguments) => arguments.GetValue(Seconds) is > 0 and <= 3600 and var seconds
        ? SearchLimits.Seconds(seconds) : throw new CommandException("--seconds has to be above 0 and at most 3600.");

    private static Board StartOf(ParseResult arguments, string? position)
    {
        try
        {
            return position is null ? Board.Start(arguments.GetValue(Size)) : Board.Parse(position);
        }
        catch (Exception e) when (e is FormatException or ArgumentException)
        {
            throw new CommandException(e.Message);
        }
    }

    private sealed class Progress(TextWriter output) : IProgress<Game>
    {
        private int _games;

        public void Report(Game game) => output.WriteLine($"{++_games,4}  {game.Winner} wins in {game.Moves.Count} moves; {game.First} began");
    }
}
