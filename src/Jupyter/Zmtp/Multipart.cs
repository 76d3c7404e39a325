using System.Collections;
using System.Text;

namespace Qiansi.Jupyter.Zmtp;

/// <summary>A ZMTP message: one or more frames that travel together or not at all.</summary>
/// <remarks>Frames are not copied when they are sent: their bytes must not change afterwards. Received frames own their memory.</remarks>
public sealed class Multipart : IReadOnlyList<ReadOnlyMemory<byte>>
{
    private ReadOnlyMemory<byte>[] _frames;
    private readonly int _start;
    private int _end;

    /// <summary>An empty message, to be filled with <see cref="Add(ReadOnlyMemory{byte})"/>.</summary>
    public Multipart() => _frames = new ReadOnlyMemory<byte>[4];

    /// <summary>A message of these frames.</summary>
    public Multipart(params ReadOnlyMemory<byte>[] frames)
    {
        ArgumentNullException.ThrowIfNull(frames);
        _frames = Copy(frames, 0, frames.Length, 0, frames.Length);
        _end = frames.Length;
    }

    private Multipart(ReadOnlyMemory<byte>[] frames, int start, int end) => (_frames, _start, _end) = (frames, start, end);

    /// <summary>Number of frames.</summary>
    public int Count => _end - _start;

    /// <summary>Bytes in all frames together.</summary>
    public long ByteCount
    {
        get
        {
            long total = 0;
            for (var i = _start; i < _end; i++)
                total += _frames[i].Length;
            return total;
        }
    }

    /// <summary>The frame at a 0-based index.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is no such frame.</exception>
    public ReadOnlyMemory<byte> this[int index]
    {
        get
        {
            if ((uint)index >= (uint)Count)
                throw new ArgumentOutOfRangeException(nameof(index), index, $"The message has {Count} frames");
            return _frames[_start + index];
        }
    }

    /// <summary>The peer that sent it while it waits in the receive queue, so that its place there can be given back.</summary>
    internal Io.Peer? Source { get; set; }

    /// <summary>Appends a frame.</summary>
    public void Add(ReadOnlyMemory<byte> frame)
    {
        if (_end == _frames.Length)
            _frames = Copy(_frames, 0, _end, 0, Math.Max(4, _end * 2));
        _frames[_end++] = frame;
    }

    /// <summary>Appends a frame of UTF-8 text.</summary>
    public void Add(string text) => Add(Encoding.UTF8.GetBytes(text));

    /// <summary>The frames from an index on; shares their memory.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There are fewer frames than that.</exception>
    public Multipart Slice(int start)
    {
        if ((uint)start > (uint)Count)
            throw new ArgumentOutOfRangeException(nameof(start), start, $"The message has {Count} frames");
        return new Multipart(_frames, _start + start, _end);
    }

    /// <inheritdoc/>
    public IEnumerator<ReadOnlyMemory<byte>> GetEnumerator()
    {
        for (var i = _start; i < _end; i++)
            yield return _frames[i];
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <summary>These frames in front of this message's.</summary>
    internal Multipart Prepend(params ReadOnlyMemory<byte>[] head)
    {
        var frames = Copy(_frames, _start, Count, head.Length, head.Length + Count);
        for (var i = 0; i < head.Length; i++)
            frames[i] = head[i];
        return new Multipart(frames, 0, frames.Length);
    }

    /// <summary>A loop, as the generic copies of this element type would be compiled at start.</summary>
    private static ReadOnlyMemory<byte>[] Copy(ReadOnlyMemory<byte>[] from, int start, int count, int at, int length)
    {
        var to = new ReadOnlyMemory<byte>[length];
        for (var i = 0; i < count; i++)
            to[at + i] = from[start + i];
        return to;
    }
}
