using System.Text;

namespace Qiansi.Engine.Display;

/// <summary>Text that grows up to a number of bytes in UTF-8.</summary>
internal sealed class LimitedText(int limit)
{
    /// <summary>Kept free for closing what is open and for saying that something is left out.</summary>
    private const int Reserve = 4096;

    private readonly StringBuilder _text = new();
    private int _bytes;

    /// <summary>Bytes left for content.</summary>
    public int Free => limit - Reserve - _bytes;

    /// <summary>Whether content should stop.</summary>
    public bool IsFull => Free <= 0;

    /// <summary>Appends text as it is; the caller stops at <see cref="IsFull"/>.</summary>
    public LimitedText Append(string text)
    {
        _text.Append(text);
        _bytes += Encoding.UTF8.GetByteCount(text);
        return this;
    }

    /// <summary>Appends text that must fit in what is free: its head and tail when it does not.</summary>
    /// <param name="text">The text.</param>
    /// <param name="escape">Applied to what is kept.</param>
    public LimitedText AppendFitted(string text, Func<string, string> escape)
    {
        var escaped = escape(text);
        return Encoding.UTF8.GetByteCount(escaped) <= Free ? Append(escaped) : Append(Cut(text, Math.Max(Free - 256, 0), escape));
    }

    /// <summary>Head and tail of a text with a line between them that says how much is left out.</summary>
    public static string Cut(string text, int bytes, Func<string, string> escape)
    {
        var head = Fit(text, bytes / 4 * 3, escape, fromEnd: false);
        var tail = Fit(text, bytes / 4, escape, fromEnd: true);
        if (head + tail >= text.Length) return escape(text);
        return $"{escape(text[..head])}\n… {text.Length - head - tail} characters left out: "
            + $"output is limited to {DisplayLimits.BytesInWords} …\n{escape(text[^tail..])}";
    }

    /// <inheritdoc />
    public override string ToString() => _text.ToString();

    /// <summary>Number of characters at one end whose escaped text has at most so many bytes; never half of a surrogate pair.</summary>
    private static int Fit(string text, int bytes, Func<string, string> escape, bool fromEnd)
    {
        int low = 0, high = Math.Min(text.Length, bytes);
        while (low < high)
        {
            var middle = (low + high + 1) / 2;
            var part = fromEnd ? text[^middle..] : text[..middle];
            if (Encoding.UTF8.GetByteCount(escape(part)) <= bytes) low = middle;
            else high = middle - 1;
        }

        if (low == 0 || low == text.Length) return low;
        var splits = fromEnd ? char.IsLowSurrogate(text[^low]) : char.IsHighSurrogate(text[low - 1]);
        return splits ? low - 1 : low;
    }
}
