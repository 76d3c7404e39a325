using System.Text;

namespace Qiansi.Trees.Pictures;

/// <summary>Text that knows when it is large enough.</summary>
internal sealed class MeasuredText
{
    private const int Limit = 62 * 1024;

    private readonly StringBuilder _text = new();
    private int _bytes;

    /// <summary>Adds text if there is room for it, in bytes of UTF-8.</summary>
    /// <returns>Whether it was added.</returns>
    public bool TryAppend(string text)
    {
        var bytes = Encoding.UTF8.GetByteCount(text);
        if (_bytes + bytes > Limit) return false;
        _text.Append(text);
        _bytes += bytes;
        return true;
    }

    /// <summary>Adds a last line, room or not.</summary>
    public MeasuredText End(string line)
    {
        _text.Append(line);
        return this;
    }

    /// <inheritdoc />
    public override string ToString() => _text.ToString().TrimEnd();
}
