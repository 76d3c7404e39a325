namespace Qiansi.Publishing.Terminal;

/// <summary>How a character of a terminal looks (ECMA-48 "select graphic rendition").</summary>
internal readonly record struct TerminalStyle
{
    /// <summary>Colour of the text.</summary>
    public TerminalColor Foreground { get; init; }

    /// <summary>Colour behind the text.</summary>
    public TerminalColor Background { get; init; }

    public bool Bold { get; init; }

    public bool Dim { get; init; }

    public bool Italic { get; init; }

    public bool Underline { get; init; }

    public bool Struck { get; init; }

    public bool Inverse { get; init; }

    public bool Hidden { get; init; }

    /// <summary>Where the text links to (OSC 8), or null.</summary>
    public string? Link { get; init; }
}

/// <summary>A terminal's colour: none, one of the theme's 16, or red, green and blue.</summary>
/// <param name="Code">0 none, 1-16 the theme's colours, 0x1000000 + RGB a fixed one.</param>
internal readonly record struct TerminalColor(int Code)
{
    private const int Fixed = 0x1000000;
    private static ReadOnlySpan<byte> CubeLevels => [0, 95, 135, 175, 215, 255];

    /// <summary>Whether a colour was set at all.</summary>
    public bool IsSet => Code != 0;

    /// <summary>0-15 for a colour of the theme, else -1.</summary>
    public int ThemeIndex => Code is > 0 and < Fixed ? Code - 1 : -1;

    /// <summary>CSS of a fixed colour: <c>#rrggbb</c>.</summary>
    public string Css => $"#{Code - Fixed:x6}";

    /// <summary>One of xterm's 256 colours: the theme's 16, a 6×6×6 cube, 24 greys.</summary>
    public static TerminalColor Indexed(int index)
    {
        if (index < 16) return new(index + 1);
        if (index >= 232) return Rgb(8 + ((index - 232) * 10), 8 + ((index - 232) * 10), 8 + ((index - 232) * 10));
        var cube = index - 16;
        return Rgb(CubeLevels[cube / 36], CubeLevels[cube / 6 % 6], CubeLevels[cube % 6]);
    }

    /// <summary>A fixed colour; each part 0-255.</summary>
    public static TerminalColor Rgb(int red, int green, int blue) => new(Fixed + (red << 16) + (green << 8) + blue);
}
