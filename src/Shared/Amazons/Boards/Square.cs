using System.Globalization;

namespace Qiansi.Amazons;

/// <summary>
/// A square as its bit on a board of eleven columns, the last of which is always blocked: <c>11·y + x</c>, a1 = 0, b1 = 1, a2 = 11.
/// </summary>
/// <param name="Index">0 to 108.</param>
public readonly record struct Square(byte Index)
{
    /// <summary>Bits from a square to the one above it.</summary>
    internal const int Stride = 11;

    /// <summary>A square by its column and row, both from 0.</summary>
    public Square(int x, int y)
        : this((byte)(Stride * y + x))
    {
    }

    /// <summary>Column, 0 is a.</summary>
    public int X => Index % Stride;

    /// <summary>Row, 0 is the first.</summary>
    public int Y => Index / Stride;

    /// <summary>Reads <c>d7</c>.</summary>
    /// <exception cref="FormatException">It is no square; whether it lies on a board is the board's to say.</exception>
    public static Square Parse(ReadOnlySpan<char> text)
    {
        if (text.Length is 2 or 3 && char.ToLowerInvariant(text[0]) is >= 'a' and <= 'j' and var column
            && int.TryParse(text[1..], NumberStyles.None, CultureInfo.InvariantCulture, out var row) && row is >= 1 and <= 10)
        {
            return new(column - 'a', row - 1);
        }

        throw new FormatException($"'{text}' is no square; write a column from a to j and a row from 1 to 10, such as d7");
    }

    /// <summary><c>d7</c>.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{(char)('a' + X)}{Y + 1}");
}
