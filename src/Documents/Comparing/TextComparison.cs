using System.Text;

namespace Qiansi.Documents.Comparing;

/// <summary>Compares text line by line, numbers within the tolerance. White space next to a number may be longer or shorter,
/// as columns are padded; ANSI escapes and line ends do not count.</summary>
internal static class TextComparison
{
    private const int ExcerptLength = 80;

    /// <summary>What differs, or null.</summary>
    public static string? Compare(string stored, string fresh, ComparisonTolerance tolerance)
    {
        if (stored == fresh) return null;
        string[] before = Lines(stored), now = Lines(fresh);
        var differing = 0;
        string? first = null;
        for (var i = 0; i < Math.Max(before.Length, now.Length); i++)
        {
            var (a, b) = (i < before.Length ? before[i] : null, i < now.Length ? now[i] : null);
            var at = a is null || b is null ? 0 : FirstDifference(a, b, tolerance);
            if (at < 0) continue;
            differing++;
            first ??= $"line {i + 1}: stored {Quote(a, at)}, fresh {Quote(b, at)}";
        }

        return differing > 1 ? $"{first}; and {differing - 1} more {(differing == 2 ? "line" : "lines")}" : first;
    }

    /// <summary>Where two lines part, or -1.</summary>
    public static int FirstDifference(string stored, string fresh, ComparisonTolerance tolerance)
    {
        if (stored == fresh) return -1;
        var a = new TextTokens(stored);
        var b = new TextTokens(fresh);
        var afterNumber = false;
        while (true)
        {
            var (moreA, moreB) = (a.Next(), b.Next());
            if (!moreA && !moreB) return -1;

            // One side may have white space before or after a number where the other has none.
            if (moreA && a.IsSpace && !(moreB && b.IsSpace))
            {
                moreA = a.Next();
                if (!afterNumber && !(moreA && a.Number is not null)) return b.Start;
            }
            else if (moreB && b.IsSpace && !(moreA && a.IsSpace))
            {
                moreB = b.Next();
                if (!afterNumber && !(moreB && b.Number is not null)) return a.Start;
            }
            else if (moreA && moreB && a.IsSpace && b.IsSpace)
            {
                var same = a.Text.SequenceEqual(b.Text);
                var start = a.Start;
                (moreA, moreB) = (a.Next(), b.Next());
                if (!same && !afterNumber && !(moreA && a.Number is not null)) return start;
            }

            if (!moreA && !moreB) return -1;
            if (moreA != moreB) return Math.Min(a.Start, b.Start);
            afterNumber = a.Number is not null && b.Number is not null;
            if (afterNumber ? tolerance.Same(a.Number!.Value, b.Number!.Value) : a.Text.SequenceEqual(b.Text)) continue;
            return Math.Min(a.Start, b.Start) + (afterNumber ? 0 : a.Text.CommonPrefixLength(b.Text));
        }
    }

    /// <summary>A stretch of a text around a place, on one line.</summary>
    public static string Shorten(string text, int at)
    {
        var start = Math.Max(0, Math.Min(at - ExcerptLength / 2, text.Length - ExcerptLength));
        var end = Math.Min(text.Length, start + ExcerptLength);
        return ((start > 0 ? "…" : "") + text[start..end] + (end < text.Length ? "…" : "")).Replace("\n", "↵", StringComparison.Ordinal);
    }

    private static string Quote(string? line, int at) => line is null ? "nothing" : $"'{Shorten(line, at)}'";

    private static string[] Lines(string text)
    {
        var plain = WithoutEscapes(text).Replace("\r\n", "\n", StringComparison.Ordinal).TrimEnd('\n');
        return plain.Length == 0 ? [] : [.. plain.Split('\n').Select(l => l.TrimEnd())];
    }

    /// <summary>The text without ANSI's control sequences (ECMA-48): <c>ESC [</c> up to a letter.</summary>
    private static string WithoutEscapes(string text)
    {
        if (!text.Contains("\u001b[", StringComparison.Ordinal)) return text;
        var plain = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] != '\u001b' || i + 1 == text.Length || text[i + 1] != '[')
            {
                plain.Append(text[i]);
                continue;
            }

            for (i += 2; i < text.Length && text[i] is < '@' or > '~'; i++)
            {
            }
        }

        return plain.ToString();
    }
}
