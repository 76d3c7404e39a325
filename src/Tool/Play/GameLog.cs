using Qiansi.Amazons;
using Qiansi.Tool.Commands;

namespace Qiansi.Tool.Play;

/// <summary>
/// Says how each game of a match ended, and keeps its record where one is asked for: what was played stays when a long match is stopped.
/// </summary>
internal sealed class GameLog : IProgress<Game>, IDisposable
{
    private readonly TextWriter _output;
    private readonly StreamWriter? _file;
    private int _games;

    public GameLog(TextWriter output, string? file)
    {
        _output = output;
        try
        {
            _file = file is null ? null : new StreamWriter(file) { AutoFlush = true };
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new CommandException($"--save {file}: {e.Message}");
        }
    }

    public void Report(Game game)
    {
        _output.WriteLine($"{++_games,4}  {game.Winner} beats {(game.Winner == game.First ? game.Second : game.First)} "
            + $"in {game.Moves.Count} moves; {game.First} began");
        _file?.WriteLine(game.ToJson());
    }

    public void Dispose() => _file?.Dispose();
}
