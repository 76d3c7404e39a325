using System.Net.Sockets;
using Qiansi.Jupyter.Zmtp.Wire;

namespace Qiansi.Jupyter.Zmtp.Io;

/// <summary>One connected stream: reads into the protocol's state machine, writes its peer's queue. Lives on the I/O thread.</summary>
internal sealed class Connection : Pollable
{
    private const int ReadsPerTurn = 16;
    private const int BytesPerTurn = 2 * 1024 * 1024;
    private const int WorthDirectReceive = 16 * 1024;
    private const int MaxPendingOutput = 64 * 1024;

    private readonly ZmtpSocket _owner;
    private readonly string _endpoint;
    private readonly PeerProtocol _protocol;
    private readonly WriteBatch _batch = new();
    private bool _isStarted;
    private bool _isClosing;
    private bool _isShutDown;
    private bool _hasSentMessages;
    private long _handshakeDeadline;
    private long _silenceDeadline = Never;
    private TimeSpan _timeToLive;

    internal Connection(ZmtpSocket owner, Socket socket, Peer peer, string endpoint)
    {
        _owner = owner;
        Peer = peer;
        Socket = socket;
        _endpoint = endpoint;
        _protocol = new PeerProtocol(owner.Kind, owner.IdentityBytes, owner.MaxMessageSize);
    }

    internal Peer Peer { get; }

    /// <summary>Whether the handshake was completed at any time.</summary>
    internal bool WasReady => _protocol.IsReady;

    private bool HasPending => !_batch.IsEmpty || _batch.IsInsideMessage || _owner.HasOutbound(Peer);

    internal void Start()
    {
        _isStarted = true;
        IoThread.Shared.Watch(this);
        WantsRead = true;
        _handshakeDeadline = After(_owner.HandshakeTimeout);
        Flush();
    }

    internal override void OnSignal()
    {
        if (Socket is null)
            return;
        if (!_isStarted)
            Start();
        if (_owner.IsDisposed)
            BeginClose();
        // A full stream is written to when it says that it has room.
        if (WantsWrite)
            UpdateInterest();
        else
            Flush();
    }

    internal override void OnReadable()
    {
        var buffer = IoThread.Shared.ReceiveBuffer;
        for (var turn = 0; turn < ReadsPerTurn && Socket is not null && WantsRead; turn++)
        {
            var direct = _isShutDown ? default : _protocol.DirectRoom;
            var isDirect = direct.Length >= WorthDirectReceive;
            var room = isDirect ? direct.Span : buffer.AsSpan();
            var count = Socket.Receive(room, SocketFlags.None, out var error);
            if (error == SocketError.WouldBlock)
                break;
            if (error != SocketError.Success || count == 0)
            {
                Close();
                return;
            }

            if (_isShutDown)
                continue;
            if (isDirect)
                _protocol.Advance(count);
            Decode(isDirect ? default : buffer.AsSpan(0, count));
            if (_timeToLive > TimeSpan.Zero)
                _silenceDeadline = After(_timeToLive);
            if (count < room.Length)
                break;
        }

        if (_protocol.Output.Count > 0 && !WantsWrite)
            Flush();
        else
            UpdateInterest();
    }

    internal override void OnWritable() => Flush();

    internal override void OnDeadline(long now)
    {
        if (_isClosing && now >= _owner.LingerDeadline)
            Close();
        else if (!_protocol.IsReady && now >= _handshakeDeadline)
            Close(new ZmtpException($"no handshake within {_owner.HandshakeTimeout.TotalSeconds:0.###} s"));
        else if (now >= _silenceDeadline)
            Close(new ZmtpException($"silent for longer than the {_timeToLive.TotalSeconds:0.#} s its PING allowed"));
        else if (now >= _owner.StallDeadline(Peer))
            Close(new ZmtpException($"the subscriber took no message for {_owner.StallTimeout.TotalSeconds:0.###} s and was disconnected"));
        else
            UpdateInterest();
    }

    internal override void OnFailure(Exception exception)
    {
        // An ERROR command tells the peer why, if it can be said without waiting.
        if (Socket is { } socket && !_batch.IsInsideMessage && _batch.IsEmpty && _protocol.Output.Count > 0)
            socket.Send(_protocol.Output.Span, SocketFlags.None, out _);
        Close(exception as ZmtpException ?? new ZmtpException($"{exception.GetType().Name}: {exception.Message}", exception));
    }

    /// <summary>Closes at once; the fault, if any, is reported.</summary>
    internal void Close(ZmtpException? fault = null)
    {
        if (Socket is not { } socket)
            return;
        if (fault is not null)
            _owner.ReportFault(Describe(socket), fault);
        Socket = null;
        IoThread.Shared.Unwatch(this);
        socket.Dispose();
        _protocol.Release();
        _batch.Release();
        _owner.OnConnectionClosed(this);
        Peer.Connector?.OnConnectionClosed(this);
    }

    private string Describe(Socket socket)
    {
        try
        {
            return socket.RemoteEndPoint is System.Net.IPEndPoint remote ? $"{ZmtpEndpoint.Format(remote)} at {_endpoint}" : _endpoint;
        }
        catch (SocketException)
        {
            // Not connected any more, so it has no address.
            return _endpoint;
        }
    }

    private void Decode(ReadOnlySpan<byte> input)
    {
        while (Socket is not null)
        {
            switch (_protocol.Read(ref input))
            {
                case ProtocolEvent.None:
                    return;
                case ProtocolEvent.Ready:
                    _owner.OnReady(this, _protocol);
                    Flush();
                    break;
                case ProtocolEvent.Message:
                    _owner.Deliver(Peer, _protocol.Message!);
                    break;
                case ProtocolEvent.Subscribe:
                    _owner.OnSubscribe(Peer, _protocol.Topic);
                    break;
                case ProtocolEvent.Cancel:
                    _owner.OnCancel(Peer, _protocol.Topic);
                    break;
                case ProtocolEvent.TimeToLive:
                    _timeToLive = _protocol.TimeToLive;
                    break;
            }
        }
    }

    /// <summary>Writes until there is nothing left, the stream is full, or others should have their turn.</summary>
    private void Flush()
    {
        var written = 0;
        var error = SocketError.Success;
        while (Socket is { } socket && written < BytesPerTurn)
        {
            if (_batch.IsEmpty)
                FillBatch();
            if (_batch.IsEmpty)
                break;
            var segments = _batch.Segments();
            var count = segments.Count == 1
                ? socket.Send(segments[0], SocketFlags.None, out error)
                : socket.Send(segments, SocketFlags.None, out error);
            if (error != SocketError.Success)
                break;
            _batch.Advance(count);
            written += count;
        }

        if (Socket is null)
            return;
        if (error is not (SocketError.Success or SocketError.WouldBlock))
        {
            Close();
            return;
        }

        WantsWrite = !_batch.IsEmpty || written >= BytesPerTurn;
        if (_isClosing && !WantsWrite)
            FinishClose();
        UpdateInterest();
    }

    private void FillBatch()
    {
        if (!_batch.IsInsideMessage)
        {
            if (_protocol.Output.Count > 0)
                _batch.AddEncoded(_protocol.Output.Take());
            if (_protocol.IsReady && _owner.TakeCommands(Peer) is { Length: > 0 } commands)
                _batch.AddEncoded(commands);
        }

        if (!_protocol.IsReady)
            return;
        do
        {
            if (!_batch.IsInsideMessage)
            {
                if (_owner.TakeOutbound(Peer) is not { } message)
                    break;
                _batch.Begin(message);
                _hasSentMessages = true;
            }

            _batch.Fill();
        }
        while (_batch.HasRoom);
    }

    private void UpdateInterest()
    {
        if (Socket is null)
            return;
        WantsRead = _isClosing || (!Peer.IsReadPaused && _protocol.Output.Count < MaxPendingOutput);
        var deadline = _protocol.IsReady ? Never : _handshakeDeadline;
        if (_isClosing)
            deadline = Math.Min(deadline, _owner.LingerDeadline);
        // A peer we do not read from cannot prove that it is alive.
        if (WantsRead)
            deadline = Math.Min(deadline, _silenceDeadline);
        Deadline = Math.Min(deadline, _owner.StallDeadline(Peer));
    }

    private void BeginClose()
    {
        _isClosing = true;
        if (!_protocol.IsReady && !HasPending)
            Close();
    }

    /// <summary>
    /// All was written. Closing a stream with unread input would reset it and could cost the peer what it has not read yet, so its own
    /// end is awaited, within the linger time.
    /// </summary>
    private void FinishClose()
    {
        if (_isShutDown || HasPending)
            return;
        if (!_hasSentMessages)
        {
            Close();
            return;
        }

        _isShutDown = true;
        Socket?.Shutdown(SocketShutdown.Send);
    }
}
