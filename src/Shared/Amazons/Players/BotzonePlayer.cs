using System.Text.Json;
using System.Text.Json.Nodes;

namespace Qiansi.Amazons;

/// <summary>
/// Plays the Amazons as Botzone asks for it: one JSON line with all requests and responses of the game so far, one JSON line as the answer.
/// </summary>
/// <remarks>
/// Coordinates are from 0, <c>x0 y0</c> the amazon, <c>x1 y1</c> where it goes, <c>x2 y2</c> the arrow. Requests hold the other side's
/// moves; the first request is −1 throughout for the side that begins, Black.
/// </remarks>
/// <param name="engine">Who chooses.</param>
/// <param name="limits">For each move; Botzone's is a second from start to end of the program.</param>
public sealed class BotzonePlayer(IEngine engine, SearchLimits limits)
{
    /// <summary>Answers one line.</summary>
    /// <param name="line">What Botzone sends.</param>
    /// <returns>The line to print: <c>{"response":{"x0":…},"debug":"…"}</c>; with −1 throughout when there is no move.</returns>
    /// <exception cref="FormatException">The line is not of that form.</exception>
    /// <exception cref="IllegalMoveException">A move in it is against the rules.</exception>
    public string Answer(string line)
    {
        var board = Replay(line);
        var report = engine.Search(board, limits);
        return new JsonObject { ["response"] = Write(report.Best), ["debug"] = report.ToString() }.ToJsonString();
    }

    /// <summary>The position after the game that a line tells.</summary>
    public static Board Replay(string line)
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

        if (json?["requests"] is not JsonArray { Count: > 0 } requests) throw new FormatException("the line has no \"requests\"");
        var responses = json["responses"] as JsonArray ?? [];
        if (responses.Count != requests.Count - 1)
            throw new FormatException($"there are {requests.Count} requests and {responses.Count} responses; one less is expected");
        var board = Board.Start(8);
        for (var i = 0; i < requests.Count; i++)
        {
            if (Read(requests[i], $"request {i + 1}") is { } theirs) board.Play(theirs);
            else if (i > 0) throw new FormatException($"request {i + 1} holds no move; only the first may");
            if (i < responses.Count && Read(responses[i], $"response {i + 1}") is { } ours) board.Play(ours);
        }

        return board;
    }

    private static Move? Read(JsonNode? node, string what)
    {
        Span<int> numbers = stackalloc int[6];
        for (var i = 0; i < 6; i++)
        {
            var name = $"{(i % 2 == 0 ? 'x' : 'y')}{i / 2}";
            if (node is not JsonObject || node[name] is not JsonValue value || !value.TryGetValue(out numbers[i])
                || numbers[i] is < -1 or > 7)
                throw new FormatException($"{what} has no {name} from 0 to 7, or -1 for no move");
        }

        return numbers.Contains(-1) ? null : new(new(numbers[0], numbers[1]), new(numbers[2], numbers[3]), new(numbers[4], numbers[5]));
    }

    private static JsonObject Write(Move? move)
    {
        var json = new JsonObject();
        foreach (var (i, square) in new[] { move?.From, move?.To, move?.Arrow }.Index())
        {
            json[$"x{i}"] = square?.X ?? -1;
            json[$"y{i}"] = square?.Y ?? -1;
        }

        return json;
    }
}
