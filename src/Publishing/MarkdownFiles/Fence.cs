namespace Qiansi.Publishing.MarkdownFiles;

/// <summary>Fenced code blocks.</summary>
internal static class Fence
{
    /// <summary>The code between fences that are longer than any run of backticks in it.</summary>
    /// <param name="code">The code.</param>
    /// <param name="info">What stands behind the opening fence.</param>
    public static string Write(string code, string info)
    {
        var (longest, run) = (2, 0);
        foreach (var c in code)
        {
            run = c == '`' ? run + 1 : 0;
            longest = Math.Max(longest, run);
        }

        var fence = new string('`', longest + 1);
        return $"{fence}{info}\n{code.TrimEnd('\n', '\r')}\n{fence}";
    }

    /// <summary>Whether a line opens a block at the left margin.</summary>
    /// <param name="line">The line.</param>
    /// <param name="fence">The fence itself, as it must at least be repeated to close.</param>
    /// <param name="info">What stands behind it.</param>
    public static bool Opens(string line, out string fence, out string info)
    {
        (fence, info) = ("", "");
        if (line is not (['`', '`', '`', ..] or ['~', '~', '~', ..])) return false;
        var length = line.TakeWhile(c => c == line[0]).Count();
        fence = line[..length];
        info = line[length..].Trim();
        return line[0] == '~' || !info.Contains('`');
    }

    /// <summary>Whether a line closes the block a fence opened.</summary>
    public static bool Closes(string line, string fence) =>
        line.Trim() is var bare && bare.Length >= fence.Length && bare.All(c => c == fence[0])
        && line.Length - line.TrimStart(' ').Length <= 3;
}
