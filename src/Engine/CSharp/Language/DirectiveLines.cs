using Qiansi.Engine.Directives;

namespace Qiansi.Engine.CSharp.Language;

/// <summary>The lines of a cell that are no C#: <c>#!time</c>, <c>#r "…"</c>, <c>#i "…"</c>, <c>#load "…"</c>,
/// <c>#:package …</c>.</summary>
internal static class DirectiveLines
{
    /// <summary>The text with directive lines turned to spaces, so that every position stays what it was;
    /// the same instance when there are none.</summary>
    public static string Blank(string code)
    {
        if (!code.Contains('#')) return code;

        char[]? blanked = null;
        var scanner = new CSharpLineScanner();
        for (var start = 0; start < code.Length;)
        {
            var end = LineEnd(code, start);
            var line = code.AsSpan(start, end - start);
            if (scanner.AtCode && IsDirective(line))
            {
                blanked ??= code.ToCharArray();
                blanked.AsSpan(start, end - start).Fill(' ');
            }
            else
            {
                scanner.Read(line);
            }

            start = end + 1;
        }

        return blanked is null ? code : new string(blanked);
    }

    /// <summary>Whether a line is a directive of ours; <c>#if</c>, <c>#nullable</c> and their like are the compiler's.</summary>
    public static bool IsDirective(ReadOnlySpan<char> line)
    {
        line = line.TrimStart();
        if (line.StartsWith("#!") || line.StartsWith("#:")) return true;
        foreach (ReadOnlySpan<char> name in new[] { "#r", "#i", "#load" })
        {
            if (line.StartsWith(name) && (line.Length == name.Length || line[name.Length] is ' ' or '\t' or '"')) return true;
        }

        return false;
    }

    /// <summary>Index of the line break, or of the end, that closes the line containing <paramref name="position"/>.</summary>
    public static int LineEnd(string code, int position)
    {
        var end = code.AsSpan(position).IndexOfAny('\r', '\n');
        return end < 0 ? code.Length : position + end;
    }

    /// <summary>Index of the first character of the line containing <paramref name="position"/>.</summary>
    public static int LineStart(string code, int position) => code.AsSpan(0, position).LastIndexOfAny('\r', '\n') + 1;
}
