using System.Text.RegularExpressions;

namespace Qiansi.Amazons;

/// <summary>An amazon goes from a square to another, and shoots an arrow from there.</summary>
/// <param name="From">Where the amazon stands.</param>
/// <param name="To">Where it goes.</param>
/// <param name="Arrow">Where the arrow comes down; may be <paramref name="From"/>.</param>
public readonly partial record struct Move(Square From, Square To, Square Arrow)
{
    /// <summary>Reads <c>d1-d7/g7</c>, <c>d1-d7xg7</c>, <c>d1-d7(g7)</c> or <c>d1 d7 g7</c>.</summary>
    /// <exception cref="FormatException">It is no move.</exception>
    public static Move Parse(string text)
    {
        var squares = SquareName().Matches(text);
        if (squares.Count != 3 || SquareName().Replace(text, "").Any(c => !" -–/x×()".Contains(c)))
            throw new FormatException($"'{text}' is no move; write the amazon's square, where it goes and where it shoots: d1-d7/g7");
        return new(Square.Parse(squares[0].Value), Square.Parse(squares[1].Value), Square.Parse(squares[2].Value));
    }

    /// <summary><c>d1-d7/g7</c>.</summary>
    public override string ToString() => $"{From}-{To}/{Arrow}";

    [GeneratedRegex("[a-jA-J](10|[1-9])(?!\\d)")]
    private static partial Regex SquareName();
}
