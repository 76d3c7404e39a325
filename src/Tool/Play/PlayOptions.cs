using System.CommandLine;
using Qiansi.Amazons;
using Qiansi.Amazons.Learning;
using Qiansi.Tool.Commands;

namespace Qiansi.Tool.Play;

/// <summary>What the commands below <c>nb play amazons</c> have in common: engines by name, boards, and how long a move may take.</summary>
internal static class PlayOptions
{
    private const string Learned = "policy-search";

    private static readonly Dictionary<string, Func<IEngine>> Engines = new(StringComparer.Ordinal)
    {
        ["tree-search"] = () => new TreeSearch(),
        ["alpha-beta"] = () => new AlphaBeta(),
        ["plain-tree-search"] = () => new PlainTreeSearch(),
        ["plain-alpha-beta"] = () => new PlainAlphaBeta(),
        [Learned] = () => new PolicySearch(TrainedNet.Load()),
    };

    public static readonly Option<double> Seconds = new("--seconds")
    {
        Description = "Time for each move of an engine.",
        DefaultValueFactory = _ => 1,
        HelpName = "s",
    };

    public static readonly Option<long?> Nodes = new("--nodes")
    {
        Description = "Positions for each move in place of a time: the same games again on any machine.",
        HelpName = "n",
    };

    public static readonly Option<int> Size = new("--size")
    {
        Description = "Board: 10, 8, 6, 5 or 4.",
        DefaultValueFactory = _ => 10,
        HelpName = "n",
    };

    public static readonly Option<int> Games = new("--games")
    {
        Description = "Games of two engines; each opening is played twice, with the sides changed.",
        DefaultValueFactory = _ => 20,
        HelpName = "n",
    };

    public static readonly Option<ulong> Seed = new("--seed")
    {
        Description = "Of the random moves that games begin with.",
        DefaultValueFactory = _ => 1,
        HelpName = "n",
    };

    public static readonly Option<string?> Save = new("--save")
    {
        Description = "Write the games to a file, a JSON object a line.",
        HelpName = "file",
    };

    public static string EngineNames => string.Join(", ", Engines.Keys);

    public static Option<string> EngineOption(string usual) =>
        new("--engine")
        {
            Description = $"The engine: {EngineNames} (a net that learned by self-play, on 6×6 alone).",
            DefaultValueFactory = _ => usual,
            HelpName = "name",
        };

    /// <summary>The names of the engines that play on a board.</summary>
    public static string[] EnginesFor(Board board) => [.. Engines.Keys.Where(name => name != Learned || IsLearned(board))];

    /// <summary>The engine of a name, for games on a board.</summary>
    /// <exception cref="CommandException">There is none, or it plays on other boards.</exception>
    public static IEngine EngineOf(string name, Board board)
    {
        if (!Engines.TryGetValue(name, out var make))
            throw new CommandException($"There is no engine '{name}'.", $"There are {EngineNames}.");
        return name != Learned || IsLearned(board) ? make() : throw new CommandException(
            $"{Learned} has learned on {TrainedNet.Size}×{TrainedNet.Size}; the board has {board.Width}×{board.Height} squares.",
            $"Add --size {TrainedNet.Size}, or choose another engine.");
    }

    private static bool IsLearned(Board board) => (board.Width, board.Height) == (TrainedNet.Size, TrainedNet.Size);

    public static SearchLimits LimitsOf(ParseResult arguments)
    {
        if (arguments.GetValue(Nodes) is { } nodes)
            return nodes > 0 ? new(Nodes: nodes) : throw new CommandException("--nodes has to be above 0.");
        return arguments.GetValue(Seconds) is > 0 and <= 3600 and var seconds
            ? SearchLimits.Seconds(seconds) : throw new CommandException("--seconds has to be above 0 and at most 3600.");
    }

    public static MatchOptions MatchOf(ParseResult arguments)
    {
        var games = arguments.GetValue(Games);
        if (games < 1) throw new CommandException("--games has to be above 0.");
        return new((games + 1) / 2, StartOf(arguments, null).Width, Seed: arguments.GetValue(Seed));
    }

    public static Board StartOf(ParseResult arguments, string? position)
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
}
