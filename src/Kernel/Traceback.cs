using Qiansi.Contracts;
using Qiansi.Jupyter;

namespace Qiansi.Kernel;

/// <summary>Colours for a traceback that has none: the error's name and message red, the frames dim,
/// as terminals and notebooks show ANSI codes.</summary>
internal static class Traceback
{
    private const string Red = "\u001b[31m";
    private const string Dim = "\u001b[2m";
    private const string Reset = "\u001b[0m";

    public static IReadOnlyList<string> Colour(CellError error)
    {
        var lines = error.Traceback.Count > 0 ? error.Traceback : [error.Message];
        foreach (var line in lines)
        {
            if (line.Contains('\u001b')) return lines;
        }
        var coloured = new string[lines.Count];
        for (var i = 0; i < coloured.Length; i++)
        {
            var isFrame = lines[i].TrimStart().StartsWith("at ", StringComparison.Ordinal);
            coloured[i] = $"{(isFrame ? Dim : Red)}{lines[i]}{Reset}";
        }
        return coloured;
    }
}
