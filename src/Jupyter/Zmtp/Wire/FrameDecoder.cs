using System.Buffers;
using System.Buffers.Binary;

namespace Qiansi.Jupyter.Zmtp.Wire;

/// <summary>Turns bytes, cut anywhere, into frames; holds no socket.</summary>
/// <remarks>The memory it holds grows with the bytes that came, at most twofold, never with the length a frame announces.</remarks>
internal sealed class FrameDecoder
{
    /// <summary>What an announced length may allocate before a byte of it has come.</summary>
    internal const int Granted = 64 * 1024;

    private readonly byte[] _header = new byte[FrameHeader.MaxLength];
    private int _headerCount;
    private byte[]? _body;
    private bool _bodyIsRented;
    private int _length;
    private int _received;

    /// <summary>Largest body of the next message frame; set by who knows how much of its message came before.</summary>
    internal long MaxBody { get; set; }

    /// <summary>Largest body of a command, in bytes.</summary>
    internal const int MaxCommand = 64 * 1024;

    /// <summary>Flags of the frame that <see cref="TryRead"/> completed.</summary>
    internal byte Flags { get; private set; }

    /// <summary>Body of the frame that <see cref="TryRead"/> completed; owns its memory.</summary>
    internal byte[] Body { get; private set; } = [];

    /// <summary>Free room inside the body of an unfinished long frame, to receive into directly; empty when there is none.</summary>
    internal Memory<byte> DirectRoom
    {
        get
        {
            if (_body is null || _length <= Granted)
                return default;
            if (_received == Capacity)
                Grow();
            return _body.AsMemory(_received, Capacity - _received);
        }
    }

    private int Capacity => Math.Min(_body!.Length, _length);

    /// <summary>Counts bytes that were received into <see cref="DirectRoom"/>.</summary>
    internal void Advance(int count) => _received += count;

    /// <summary>Takes input up to the end of one frame; false when all input was taken and the frame is not complete.</summary>
    /// <exception cref="ZmtpException">The bytes are no frame, or a frame over the limit.</exception>
    internal bool TryRead(ref ReadOnlySpan<byte> input)
    {
        if (_body is null && !TryReadHeader(ref input))
            return false;

        while (_received < _length && input.Length > 0)
        {
            if (_received == Capacity)
                Grow();
            var count = Math.Min(input.Length, Capacity - _received);
            input[..count].CopyTo(_body.AsSpan(_received));
            _received += count;
            input = input[count..];
        }

        if (_received < _length)
            return false;
        Complete();
        return true;
    }

    /// <summary>Gives back memory of an unfinished frame.</summary>
    internal void Release()
    {
        if (_bodyIsRented)
            ArrayPool<byte>.Shared.Return(_body!);
        _bodyIsRented = false;
        _body = null;
    }

    private bool TryReadHeader(ref ReadOnlySpan<byte> input)
    {
        while (input.Length > 0)
        {
            _header[_headerCount++] = input[0];
            input = input[1..];
            if (_headerCount == 1)
                CheckFlags(_header[0]);
            var isLong = (_header[0] & FrameHeader.Long) != 0;
            if (_headerCount < (isLong ? FrameHeader.MaxLength : 2))
                continue;

            var length = isLong ? BinaryPrimitives.ReadUInt64BigEndian(_header.AsSpan(1)) : _header[1];
            Begin(length);
            return true;
        }

        return false;
    }

    private static void CheckFlags(byte flags)
    {
        if ((flags & ~(FrameHeader.More | FrameHeader.Long | FrameHeader.Command)) != 0)
            throw new ZmtpException($"Frame: flags 0x{flags:X2} have reserved bits set; the peer is out of step or speaks no ZMTP");
        if ((flags & FrameHeader.Command) != 0 && (flags & FrameHeader.More) != 0)
            throw new ZmtpException($"Frame: flags 0x{flags:X2} announce a command of several frames, which ZMTP does not have");
    }

    private void Begin(ulong length)
    {
        Flags = _header[0];
        _headerCount = 0;
        var isCommand = (Flags & FrameHeader.Command) != 0;
        var limit = isCommand ? MaxCommand : Math.Clamp(MaxBody, 0, Array.MaxLength);
        if (length > (ulong)limit)
        {
            throw new ZmtpException($"Frame: a {(isCommand ? "command" : "message")} frame announces {length:N0} bytes, "
                + $"{limit:N0} is what the limit leaves{(isCommand ? "" : "; raise MaxMessageSize if such messages are meant")}");
        }

        _length = (int)length;
        _received = 0;
        _bodyIsRented = _length > 2 * Granted;
        _body = _length == 0 ? [] : _bodyIsRented ? ArrayPool<byte>.Shared.Rent(Granted) : GC.AllocateUninitializedArray<byte>(_length);
    }

    private void Grow()
    {
        var isLast = 2L * _received >= _length;
        var larger = isLast ? GC.AllocateUninitializedArray<byte>(_length) : ArrayPool<byte>.Shared.Rent(2 * _received);
        _body.AsSpan(0, _received).CopyTo(larger);
        Release();
        _body = larger;
        _bodyIsRented = !isLast;
    }

    private void Complete()
    {
        // A rented array is longer than its frame only when the pool gave more than was asked: cut it to size.
        Body = _body!;
        if (_bodyIsRented)
        {
            Body = _body.AsSpan(0, _length).ToArray();
            Release();
        }

        _body = null;
    }
}
