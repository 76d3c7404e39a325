using System.Buffers;
using System.Runtime.InteropServices;
using Qiansi.Jupyter.Zmtp.Wire;

namespace Qiansi.Jupyter.Zmtp.Io;

/// <summary>
/// What goes into the next write: headers and small frames copied together, large frames where they lie. It holds a rented buffer only
/// while it holds bytes.
/// </summary>
internal sealed class WriteBatch
{
    private const int ScratchLength = 64 * 1024;
    private const int CopyLimit = 4 * 1024;
    private const int MaxSegments = 64;
    private const int EnoughBytes = 512 * 1024;

    private readonly List<ArraySegment<byte>> _segments = [];
    private byte[]? _scratch;
    private int _scratchUsed;
    private int _runStart;
    private Multipart? _message;
    private int _nextFrame;
    private long _bytes;

    /// <summary>Whether there is nothing to write.</summary>
    internal bool IsEmpty => _segments.Count == 0 && _scratchUsed == _runStart;

    /// <summary>Whether the bytes so far end inside a message, where no command may come.</summary>
    internal bool IsInsideMessage => _message is not null;

    /// <summary>Whether more may be added before it is written.</summary>
    internal bool HasRoom =>
        _bytes < EnoughBytes && _segments.Count < MaxSegments && _scratchUsed + FrameHeader.MaxLength + CopyLimit <= ScratchLength;

    /// <summary>Adds bytes that are frames already.</summary>
    internal void AddEncoded(ReadOnlyMemory<byte> frames)
    {
        _scratch ??= ArrayPool<byte>.Shared.Rent(ScratchLength);
        if (frames.Length <= ScratchLength - _scratchUsed)
        {
            frames.Span.CopyTo(_scratch.AsSpan(_scratchUsed));
            _scratchUsed += frames.Length;
        }
        else
        {
            EndRun();
            AddSegment(frames);
        }
    }

    /// <summary>Begins a message, the one before having been added whole.</summary>
    internal void Begin(Multipart message)
    {
        _message = message;
        _nextFrame = 0;
    }

    /// <summary>Adds frames of the message begun until it is whole or the batch is full.</summary>
    internal void Fill()
    {
        if (_message is null)
            return;
        _scratch ??= ArrayPool<byte>.Shared.Rent(ScratchLength);
        while (_nextFrame < _message.Count && HasRoom)
        {
            var frame = _message[_nextFrame++];
            var flags = _nextFrame < _message.Count ? FrameHeader.More : (byte)0;
            _scratchUsed += FrameHeader.Write(_scratch.AsSpan(_scratchUsed), flags, frame.Length);
            if (frame.Length <= CopyLimit)
            {
                frame.Span.CopyTo(_scratch.AsSpan(_scratchUsed));
                _scratchUsed += frame.Length;
            }
            else
            {
                EndRun();
                AddSegment(frame);
            }
        }

        if (_nextFrame == _message.Count)
            _message = null;
    }

    /// <summary>What is to be written, in order.</summary>
    internal List<ArraySegment<byte>> Segments()
    {
        EndRun();
        return _segments;
    }

    /// <summary>Counts bytes from the front as written.</summary>
    internal void Advance(int written)
    {
        var whole = 0;
        while (whole < _segments.Count && written >= _segments[whole].Count)
            written -= _segments[whole++].Count;
        if (whole == _segments.Count)
        {
            _segments.Clear();
            ReturnScratch();
            return;
        }

        _segments.RemoveRange(0, whole);
        if (written > 0)
            _segments[0] = _segments[0][written..];
    }

    /// <summary>Gives the buffer back and forgets what was not written.</summary>
    internal void Release()
    {
        _segments.Clear();
        _message = null;
        ReturnScratch();
    }

    private void EndRun()
    {
        if (_scratchUsed > _runStart)
            _segments.Add(new ArraySegment<byte>(_scratch!, _runStart, _scratchUsed - _runStart));
        _bytes += _scratchUsed - _runStart;
        _runStart = _scratchUsed;
    }

    private void AddSegment(ReadOnlyMemory<byte> memory)
    {
        // Memory that no array stands behind cannot go into a vectored write.
        if (!MemoryMarshal.TryGetArray(memory, out var segment))
            segment = memory.ToArray();
        _segments.Add(segment);
        _bytes += segment.Count;
    }

    private void ReturnScratch()
    {
        if (_scratch is not null)
            ArrayPool<byte>.Shared.Return(_scratch);
        _scratch = null;
        _scratchUsed = 0;
        _runStart = 0;
        _bytes = 0;
    }
}
