using System.Net;
using System.Net.Sockets;

namespace Qiansi.Jupyter.Zmtp.Io;

/// <summary>Keeps a connection to one endpoint: connects, and connects again when it is lost.</summary>
internal sealed class Connector : Pollable
{
    private const int MinDelay = 5;

    private readonly ZmtpSocket _owner;
    private readonly ZmtpEndpoint _endpoint;
    private bool _isStarted;
    private bool _isClosed;
    private long _tryingSince;
    private Connection? _connection;
    private volatile EndPoint? _resolved;
    private volatile SocketException? _resolveFailure;

    internal Connector(ZmtpSocket owner, ZmtpEndpoint endpoint)
    {
        _owner = owner;
        _endpoint = endpoint;
        Peer = new Peer(this);
    }

    internal Peer Peer { get; }

    internal override void OnSignal()
    {
        if (_isClosed)
            return;
        if (_owner.IsDisposed && _connection is null)
        {
            if (!_owner.HasOutbound(Peer))
            {
                Close();
                return;
            }

            // Messages wait for the peer: keep trying within the linger time.
            Deadline = Math.Min(Deadline, _owner.LingerDeadline);
        }

        if (!_isStarted)
        {
            _isStarted = true;
            _tryingSince = Environment.TickCount64;
            IoThread.Shared.Watch(this);
            Attempt();
        }
        else if (_resolved is not null && Socket is null && _connection is null)
        {
            Attempt();
        }
        else if (_resolveFailure is not null)
        {
            _resolveFailure = null;
            Retry();
        }
    }

    internal override void OnWritable()
    {
        WantsWrite = false;
        var error = (int)(Socket!.GetSocketOption(SocketOptionLevel.Socket, SocketOptionName.Error) ?? 0);
        if (error == 0)
            Established();
        else
            Retry();
    }

    internal override void OnDeadline(long now)
    {
        if (_owner.IsDisposed && _connection is null && now >= _owner.LingerDeadline)
            Close();
        else if (Socket is not null)
            Retry();
        else if (_connection is null)
            Attempt();
    }

    internal override void OnFailure(Exception exception)
    {
        _owner.ReportFault(_endpoint.ToString(), new ZmtpException($"cannot connect: {exception.Message}", exception));
        if (!_isClosed && _connection is null)
            Retry();
    }

    internal void OnConnectionClosed(Connection connection)
    {
        if (connection != _connection)
            return;
        _connection = null;
        if (connection.WasReady)
            _tryingSince = Environment.TickCount64;
        if (_owner.IsDisposed && !_owner.HasOutbound(Peer))
            Close();
        else
            Retry();
    }

    private void Attempt()
    {
        if (!_endpoint.IsLiteral && _resolved is null)
        {
            ThreadPool.UnsafeQueueUserWorkItem(static connector => connector.Resolve(), this, preferLocal: false);
            return;
        }

        var address = _resolved ?? _endpoint.ForConnect();
        _resolved = null;
        Socket = Listener.CreateSocket(address.AddressFamily);
        Listener.Configure(Socket);
        try
        {
            Socket.Connect(address);
        }
        catch (SocketException exception)
            when (exception.SocketErrorCode is SocketError.WouldBlock or SocketError.InProgress && address is IPEndPoint)
        {
            WantsWrite = true;
            SetDeadline(After(_owner.HandshakeTimeout));
            return;
        }
        catch (SocketException)
        {
            Retry();
            return;
        }

        Established();
    }

    /// <summary>Asks the resolver, which may take seconds, away from the I/O thread.</summary>
    private void Resolve()
    {
        try
        {
            _resolved = _endpoint.ForConnect();
        }
        catch (SocketException exception)
        {
            _resolveFailure = exception;
            _owner.ReportFault(_endpoint.ToString(), new ZmtpException($"cannot resolve the name: {exception.Message}", exception));
        }

        IoThread.Shared.Signal(this);
    }

    private void Established()
    {
        var socket = Socket!;
        if (IsSelfConnected(socket))
        {
            Retry();
            return;
        }

        Socket = null;
        Deadline = Never;
        _connection = new Connection(_owner, socket, Peer, _endpoint.ToString());
        _owner.Track(_connection);
    }

    /// <summary>Whether TCP chose the very port it connects to as its own, which succeeds when nobody listens there.</summary>
    private static bool IsSelfConnected(Socket socket)
    {
        try
        {
            return socket.AddressFamily != AddressFamily.Unix && Equals(socket.LocalEndPoint, socket.RemoteEndPoint);
        }
        catch (SocketException)
        {
            // Reset already: reading will find that out.
            return false;
        }
    }

    /// <summary>Waits a sixteenth of the time tried so far, so that a peer about to start is found soon and
    /// one long gone costs little.</summary>
    private void Retry()
    {
        Socket?.Dispose();
        Socket = null;
        WantsWrite = false;
        var now = Environment.TickCount64;
        var longest = Math.Max(MinDelay, (long)_owner.ReconnectIntervalMax.TotalMilliseconds);
        SetDeadline(now + Math.Clamp((now - _tryingSince) / 16, MinDelay, longest));
    }

    private void SetDeadline(long deadline) =>
        Deadline = _owner.IsDisposed ? Math.Min(deadline, _owner.LingerDeadline) : deadline;

    private void Close()
    {
        _isClosed = true;
        IoThread.Shared.Unwatch(this);
        Socket?.Dispose();
        Socket = null;
        _owner.OnClosed(this);
    }
}
