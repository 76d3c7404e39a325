using Qiansi.Amazons;

namespace Qiansi.Tool.Play;

/// <summary>A game against an engine on a terminal: lines in, lines out.</summary>
/// <param name="input">Where the moves come from.</param>
/// <param name="output">Where board and answers go.</param>
/// <param name="engine">The other side.</param>
/// <param name="limits">For each of its moves.</param>
/// <param name="people">The sides that people play.</param>
internal sealed class AmazonsGame(TextReader input, TextWriter output, IEngine engine, SearchLimits limits, IReadOnlySet<Side> people)
{
    private const string Help = """
        d1-d7/g7   the amazon on d1 goes to d7 and shoots at g7
        hint       what the engine would play
        back       takes your last move back, and the answer to it
        moves      how many moves you have
        position   the position as text, for --position
        quit       ends the game
        """;

    private readonly Stack<Move> _played = [];

    /// <summary>Plays to the end of the game or of the input.</summary>
    /// <returns>Who won; null when the game was left.</returns>
    public Side? Play(Board board, CancellationToken cancellation)
    {
        output.WriteLine(board.ToDiagram());
        while (!board.IsOver)
        {
            if (cancellation.IsCancellationRequested) return null;
            if (!people.Contains(board.ToMove)) Answer(board, cancellation);
            else if (!Ask(board, cancellation)) return null;
        }

        var winner = board.ToMove.Other();
        output.WriteLine($"{board.ToMove} cannot move: {winner} has won after {_played.Count} moves.");
        return winner;
    }

    private void Answer(Board board, CancellationToken cancellation)
    {
        var report = engine.Search(board, limits, cancellation: cancellation);
        output.WriteLine($"{board.ToMove}: {report.Best}   ({report})");
        Make(board, report.Best!.Value);
    }

    /// <summary>Asks until a move was made.</summary>
    /// <returns>False when the game is left.</returns>
    private bool Ask(Board board, CancellationToken cancellation)
    {
        while (true)
        {
            output.Write($"{board.ToMove} to move (help): ");
            output.Flush();
            switch (input.ReadLine()?.Trim())
            {
                case null or "quit" or "exit":
                    return false;
                case "":
                    break;
                case "help" or "?":
                    output.WriteLine(Help);
                    break;
                case "hint":
                    output.WriteLine(engine.Search(board, limits, cancellation: cancellation));
                    break;
                case "moves":
                    output.WriteLine($"{board.CountMoves()} moves; {board.FreeCount} squares are free");
                    break;
                case "position":
                    output.WriteLine(board);
                    break;
                case "back":
                    if (TakeBack(board)) return true;
                    output.WriteLine("Nothing of yours was played yet.");
                    break;
                case var text:
                    if (Try(board, text)) return true;
                    break;
            }
        }
    }

    private bool Try(Board board, string text)
    {
        try
        {
            var move = Move.Parse(text);
            if (board.WhyIllegal(move) is { } reason)
            {
                output.WriteLine($"{move} is not allowed: {reason}.");
                return false;
            }

            Make(board, move);
            return true;
        }
        catch (FormatException e)
        {
            output.WriteLine($"{e.Message} ('help' lists the commands).");
            return false;
        }
    }

    private void Make(Board board, Move move)
    {
        board.Make(move);
        _played.Push(move);
        output.WriteLine();
        output.WriteLine(board.ToDiagram());
    }

    /// <summary>Takes moves back up to and with the last one of a person's.</summary>
    private bool TakeBack(Board board)
    {
        var back = people.Count == 2 ? 1 : 2;
        if (_played.Count < back) return false;
        for (var i = 0; i < back; i++) board.Unmake(_played.Pop());
        output.WriteLine(board.ToDiagram());
        return true;
    }
}
