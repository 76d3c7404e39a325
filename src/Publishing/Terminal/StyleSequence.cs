namespace Qiansi.Publishing.Terminal;

/// <summary>Applies <c>ESC [ … m</c> to a style.</summary>
internal static class StyleSequence
{
    /// <summary>The style after the sequence's numbers, in order; an empty list resets.</summary>
    public static TerminalStyle Apply(TerminalStyle style, IReadOnlyList<int> numbers)
    {
        if (numbers.Count == 0) return Reset(style);
        for (var i = 0; i < numbers.Count; i++)
        {
            if (numbers[i] is 38 or 48)
            {
                var isText = numbers[i] == 38;
                if (ReadColor(numbers, ref i) is not { } color) continue;
                style = isText ? style with { Foreground = color } : style with { Background = color };
            }
            else
            {
                style = Apply(style, numbers[i]);
            }
        }

        return style;
    }

    private static TerminalStyle Reset(TerminalStyle style) => new() { Link = style.Link };

    private static TerminalStyle Apply(TerminalStyle style, int number) => number switch
    {
        0 => Reset(style),
        1 => style with { Bold = true },
        2 => style with { Dim = true },
        3 => style with { Italic = true },
        4 or 21 => style with { Underline = true },
        7 => style with { Inverse = true },
        8 => style with { Hidden = true },
        9 => style with { Struck = true },
        22 => style with { Bold = false, Dim = false },
        23 => style with { Italic = false },
        24 => style with { Underline = false },
        27 => style with { Inverse = false },
        28 => style with { Hidden = false },
        29 => style with { Struck = false },
        >= 30 and <= 37 => style with { Foreground = TerminalColor.Indexed(number - 30) },
        39 => style with { Foreground = default },
        >= 40 and <= 47 => style with { Background = TerminalColor.Indexed(number - 40) },
        49 => style with { Background = default },
        >= 90 and <= 97 => style with { Foreground = TerminalColor.Indexed(number - 90 + 8) },
        >= 100 and <= 107 => style with { Background = TerminalColor.Indexed(number - 100 + 8) },
        _ => style,
    };

    /// <summary><c>38;5;n</c> or <c>38;2;r;g;b</c>; leaves <paramref name="at"/> on the last number it used.</summary>
    private static TerminalColor? ReadColor(IReadOnlyList<int> numbers, ref int at)
    {
        var kind = at + 1 < numbers.Count ? numbers[at + 1] : 0;
        if (kind == 5 && at + 2 < numbers.Count)
        {
            at += 2;
            return TerminalColor.Indexed(Math.Clamp(numbers[at], 0, 255));
        }

        if (kind == 2 && at + 4 < numbers.Count)
        {
            at += 4;
            return TerminalColor.Rgb(
                Math.Clamp(numbers[at - 2], 0, 255), Math.Clamp(numbers[at - 1], 0, 255), Math.Clamp(numbers[at], 0, 255));
        }

        at = numbers.Count;
        return null;
    }
}
