using System.Buffers.Binary;

namespace Qiansi.Jupyter.Zmtp.Wire;

/// <summary>What <see cref="PeerProtocol.Read"/> came upon.</summary>
internal enum ProtocolEvent
{
    /// <summary>All input was taken.</summary>
    None,

    /// <summary>The handshake is done: kind, identity and version of the peer are known.</summary>
    Ready,

    /// <summary>A whole message is in <see cref="PeerProtocol.Message"/>.</summary>
    Message,

    /// <summary>The peer subscribed to <see cref="PeerProtocol.Topic"/>.</summary>
    Subscribe,

    /// <summary>The peer cancelled one subscription to <see cref="PeerProtocol.Topic"/>.</summary>
    Cancel,

    /// <summary>The peer sent a PING that says how long its silence may last, in <see cref="PeerProtocol.TimeToLive"/>.</summary>
    TimeToLive,
}

/// <summary>
/// One side of a ZMTP 3.1 connection with the NULL mechanism as a state machine: bytes in, events and bytes to send out. It holds
/// no socket and no clock. Follows RFC 37/ZMTP; a ZMTP 3.0 peer (RFC 23) differs only in how it subscribes.
/// </summary>
internal sealed class PeerProtocol
{
    /// <summary>Counted for each frame besides its body, so that a message of endless empty frames meets the limit as well.</summary>
    internal const int FrameOverhead = 32;

    private readonly SocketKind _local;
    private readonly byte[] _identity;
    private readonly long _maxMessageSize;
    private readonly FrameDecoder _frames = new();
    private readonly byte[] _greeting = new byte[Greeting.Length];
    private int _greetingCount;
    private Multipart? _partial;
    private long _partialSize;

    internal PeerProtocol(SocketKind local, byte[] identity, long maxMessageSize)
    {
        _local = local;
        _identity = identity;
        // What subscribers send is subscriptions only, which are small.
        _maxMessageSize = local is SocketKind.Pub ? Math.Min(maxMessageSize, FrameDecoder.MaxCommand) : maxMessageSize;
        _frames.MaxBody = _maxMessageSize - FrameOverhead;
        Greeting.Write(Output);
    }

    /// <summary>Greeting, READY, PONG or ERROR to be sent, between two messages.</summary>
    internal ByteBuffer Output { get; } = new();

    internal bool IsReady { get; private set; }

    internal SocketKind Remote { get; private set; }

    /// <summary>The peer's routing id, empty when it has none.</summary>
    internal byte[] RemoteIdentity { get; private set; } = [];

    /// <summary>0 for ZMTP 3.0, whose subscriptions are messages; 1 for 3.1, whose subscriptions are commands.</summary>
    internal int RemoteMinorVersion { get; private set; }

    internal Multipart? Message { get; private set; }

    internal ReadOnlyMemory<byte> Topic { get; private set; }

    internal TimeSpan TimeToLive { get; private set; }

    /// <summary>Room to receive a long frame's bytes into without another copy; empty when <see cref="Read"/> should get them.</summary>
    internal Memory<byte> DirectRoom => _frames.DirectRoom;

    /// <summary>Counts bytes received into <see cref="DirectRoom"/>; <see cref="Read"/> comes next, with no input.</summary>
    internal void Advance(int count) => _frames.Advance(count);

    /// <summary>Takes input up to the next event.</summary>
    /// <exception cref="ZmtpException">The peer broke the protocol; <see cref="Output"/> may hold an ERROR for it.</exception>
    internal ProtocolEvent Read(ref ReadOnlySpan<byte> input)
    {
        if (_greetingCount < Greeting.Length && !TryReadGreeting(ref input))
            return ProtocolEvent.None;

        while (_frames.TryRead(ref input))
        {
            var found = (_frames.Flags & FrameHeader.Command) != 0
                ? OnCommand(_frames.Body)
                : OnMessageFrame(_frames.Body, (_frames.Flags & FrameHeader.More) != 0);
            if (found != ProtocolEvent.None)
                return found;
        }

        return ProtocolEvent.None;
    }

    /// <summary>Gives back memory of an unfinished message.</summary>
    internal void Release()
    {
        _frames.Release();
        _partial = null;
    }

    private bool TryReadGreeting(ref ReadOnlySpan<byte> input)
    {
        var count = Math.Min(input.Length, Greeting.Length - _greetingCount);
        input[..count].CopyTo(_greeting.AsSpan(_greetingCount));
        input = input[count..];
        _greetingCount += count;
        Greeting.Check(_greeting.AsSpan(0, _greetingCount));
        if (_greetingCount < Greeting.Length)
            return false;

        RemoteMinorVersion = Greeting.MinorVersion(_greeting);
        Command.WriteReady(Output, _local, _identity);
        return true;
    }

    private ProtocolEvent OnMessageFrame(byte[] body, bool more)
    {
        if (!IsReady)
            throw new ZmtpException($"Handshake: got a message frame of {body.Length} bytes before READY");

        _partial ??= new Multipart();
        _partial.Add(body);
        _partialSize += body.Length + FrameOverhead;
        if (more && _partialSize > _maxMessageSize)
        {
            throw new ZmtpException($"Message: {_partial.Count:N0} frames hold {_partialSize:N0} bytes "
                + $"({FrameOverhead} counted for each frame), more than MaxMessageSize {_maxMessageSize:N0}");
        }

        if (more)
        {
            _frames.MaxBody = _maxMessageSize - _partialSize - FrameOverhead;
            return ProtocolEvent.None;
        }

        Message = _partial;
        _partial = null;
        _partialSize = 0;
        _frames.MaxBody = _maxMessageSize - FrameOverhead;
        return _local is SocketKind.Pub ? OnSubscriberMessage(Message) : ProtocolEvent.Message;
    }

    /// <summary>ZMTP 3.0 subscribes by a message: byte 1 or 0, then the topic. Other messages to a publisher are ignored.</summary>
    private ProtocolEvent OnSubscriberMessage(Multipart message)
    {
        Message = null;
        var frame = message[0];
        if (message.Count != 1 || frame.Length == 0 || frame.Span[0] > 1)
            return ProtocolEvent.None;
        Topic = frame[1..];
        return frame.Span[0] == 1 ? ProtocolEvent.Subscribe : ProtocolEvent.Cancel;
    }

    private ProtocolEvent OnCommand(byte[] body)
    {
        var name = Command.ParseName(body, out var data);
        if (name.SequenceEqual("ERROR"u8))
            throw new ZmtpException($"The peer refused the connection: '{Command.ParseError(data)}'");
        if (!IsReady)
        {
            if (!name.SequenceEqual("READY"u8))
                throw new ZmtpException($"Handshake: got command '{Greeting.Printable(name)}' before READY");
            OnReady(data);
            return ProtocolEvent.Ready;
        }

        if (name.SequenceEqual("PING"u8))
            return OnPing(data);
        if (_local is SocketKind.Pub && (name.SequenceEqual("SUBSCRIBE"u8) || name.SequenceEqual("CANCEL"u8)))
        {
            Topic = body.AsMemory(body.Length - data.Length);
            return name[0] == 'S' ? ProtocolEvent.Subscribe : ProtocolEvent.Cancel;
        }

        // PONG, and whatever later versions bring.
        return ProtocolEvent.None;
    }

    private void OnReady(ReadOnlySpan<byte> data)
    {
        SocketKind? remote = null;
        var shownType = "";
        while (data.Length > 0)
        {
            Command.TakeProperty(ref data, out var name, out var value);
            if (System.Text.Ascii.EqualsIgnoreCase(name, "Socket-Type"u8))
            {
                remote = SocketKinds.Parse(value);
                shownType = Greeting.Printable(value);
            }
            else if (System.Text.Ascii.EqualsIgnoreCase(name, "Identity"u8))
            {
                if (value.Length > byte.MaxValue)
                    throw new ZmtpException($"READY: identity has {value.Length:N0} bytes, at most 255 are allowed");
                RemoteIdentity = value.ToArray();
            }
        }

        if (remote is not { } kind || !_local.MayTalkTo(kind))
        {
            Command.WriteError(Output, "Incompatible socket type"u8);
            throw new ZmtpException($"READY: the peer is a {(shownType.Length == 0 ? "socket of no type" : shownType)}, "
                + $"which a {_local.Display()} cannot talk to");
        }

        Remote = kind;
        IsReady = true;
    }

    private ProtocolEvent OnPing(ReadOnlySpan<byte> data)
    {
        if (data.Length < 2)
            throw new ZmtpException($"PING: has {data.Length} bytes, its time to live alone takes 2");
        // A context of up to 16 bytes comes back in the PONG; longer ones are cut, as RFC 37 limits them.
        Command.Write(Output, "PONG"u8, data[2..Math.Min(data.Length, 18)]);
        var tenths = BinaryPrimitives.ReadUInt16BigEndian(data);
        if (tenths == 0)
            return ProtocolEvent.None;
        TimeToLive = TimeSpan.FromMilliseconds(100 * tenths);
        return ProtocolEvent.TimeToLive;
    }
}
