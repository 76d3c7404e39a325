namespace Qiansi.Charts.Rendering.Layout;

/// <summary>How wide a text will be, near enough to keep texts apart; fonts differ by a tenth.</summary>
internal static class TextWidth
{
    /// <summary>Width in pixels.</summary>
    public static double Of(string text, double size)
    {
        var ems = 0.0;
        foreach (var c in text) ems += Ems(c);
        return ems * size;
    }

    private static double Ems(char c) => c switch
    {
        'i' or 'j' or 'l' or '.' or ',' or ':' or ';' or '\'' or '|' or '!' or 'I' => 0.28,
        ' ' or 'f' or 't' or 'r' or '(' or ')' or '-' or '/' => 0.36,
        'm' or 'w' or 'M' or 'W' or '%' or '@' => 0.88,
        >= '0' and <= '9' => 0.58,
        >= 'A' and <= 'Z' => 0.67,
        >= '\u2E80' => 1.0,
        _ => 0.55,
    };
}
