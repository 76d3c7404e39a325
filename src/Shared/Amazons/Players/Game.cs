using System.Text.Json;
using System.Text.Json.Nodes;

namespace Qiansi.Amazons;

/// <summary>One game of a match.</summary>
/// <param name="Start">The opening position.</param>
/// <param name="First">Who moved first in it.</param>
/// <param name="Second">The other.</param>
/// <param name="Winner">Who won.</param>
/// <param name="Moves">What was played.</param>
public sealed record Game(string Start, string First, string Second, string Winner, IReadOnlyList<Move> Moves)
{
    /// <summary>The record of the game: a JSON object on one line.</summary>
    public string ToJson() => new JsonObject
    {
        ["start"] = Start,
        ["first"] = First,
        ["second"] = Second,
        ["winner"] = Winner,
        ["moves"] = string.Join(' ', Moves),
    }.ToJsonString();

    /// <summary>Reads a record and plays it through.</summary>
    /// <exception cref="FormatException">It is none, or its end does not agree with its winner; the message says where.</exception>
    /// <exception cref="IllegalMoveException">A move in it is against the rules.</exception>
    public static Game FromJson(string line)
    {
        JsonNode? json;
        try
        {
            json = JsonNode.Parse(line);
        }
        catch (JsonException e)
        {
            throw new FormatException($"the line is no JSON: {e.Message}", e);
        }

        var moves = Text("moves").Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(Move.Parse).ToList();
        var game = new Game(Text("start"), Text("first"), Text("second"), Text("winner"), moves);
        var board = Board.Parse(game.Start);
        foreach (var move in moves) board.Play(move);
        var won = moves.Count % 2 == 0 ? game.Second : game.First;
        if (!board.IsOver) throw new FormatException($"the game ends after {moves.Count} moves, and {board.ToMove} can still move");
        return won == game.Winner ? game : throw new FormatException($"the moves were won by '{won}', the record says '{game.Winner}'");

        string Text(string name) => json is JsonObject && json[name] is JsonValue value && value.TryGetValue(out string? text)
            ? text : throw new FormatException($"the record has no text \"{name}\"");
    }
}
