using System.Net.Sockets;

namespace Qiansi.Jupyter.Zmtp.Io;

/// <summary>A bound endpoint that accepts peers.</summary>
internal sealed class Listener : Pollable
{
    private const int Backlog = 128;
    private const int RetryMilliseconds = 100;

    private readonly ZmtpSocket _owner;
    private bool _isStarted;

    private Listener(ZmtpSocket owner, Socket socket, string endpoint)
    {
        _owner = owner;
        Socket = socket;
        Endpoint = endpoint;
    }

    /// <summary>What it is bound to, with the port or path the system chose.</summary>
    internal string Endpoint { get; }

    /// <exception cref="ZmtpException">The system refuses the address.</exception>
    internal static Listener Open(ZmtpSocket owner, ZmtpEndpoint endpoint)
    {
        var address = endpoint.ForBind();
        var isIpc = address is UnixDomainSocketEndPoint;
        var socket = CreateSocket(address.AddressFamily);
        try
        {
            if (isIpc)
                RemoveStale(address.ToString()!, address);
            socket.Blocking = false;
            socket.Bind(address);
            socket.Listen(Backlog);
            return new Listener(owner, socket, endpoint.Bound(socket.LocalEndPoint!));
        }
        catch (SocketException exception)
        {
            socket.Dispose();
            throw new ZmtpException($"Cannot bind to {endpoint}: {exception.Message} ({exception.SocketErrorCode})", exception);
        }
    }

    internal static Socket CreateSocket(AddressFamily family) => family == AddressFamily.Unix
        ? new Socket(family, SocketType.Stream, ProtocolType.Unspecified)
        : new Socket(family, SocketType.Stream, ProtocolType.Tcp);

    /// <summary>Settings of every stream, accepted or connected.</summary>
    internal static void Configure(Socket socket)
    {
        socket.Blocking = false;
        if (socket.AddressFamily == AddressFamily.Unix)
            return;
        socket.NoDelay = true;
        // Finds, in hours, peers that vanished without a word.
        socket.SetSocketOption(SocketOptionLevel.Socket, SocketOptionName.KeepAlive, true);
    }

    internal override void OnSignal()
    {
        if (Socket is null)
            return;
        if (_owner.IsDisposed)
        {
            Close();
            return;
        }

        if (_isStarted)
            return;
        _isStarted = true;
        WantsRead = true;
        IoThread.Shared.Watch(this);
    }

    internal override void OnReadable()
    {
        Socket accepted;
        try
        {
            accepted = Socket!.Accept();
        }
        catch (SocketException exception)
            when (exception.SocketErrorCode is SocketError.WouldBlock or SocketError.ConnectionAborted or SocketError.ConnectionReset)
        {
            // Whoever knocked has left again.
            return;
        }

        try
        {
            Configure(accepted);
            _owner.OnAccepted(accepted, Endpoint);
        }
        catch (SocketException)
        {
            // It was reset between accept and here: as good as never there.
            accepted.Dispose();
        }
    }

    internal override void OnDeadline(long now) => WantsRead = true;

    internal override void OnFailure(Exception exception)
    {
        // Out of file descriptors, most likely: the queue of knocking peers stays, so pause instead of spinning.
        WantsRead = false;
        Deadline = Environment.TickCount64 + RetryMilliseconds;
        _owner.ReportFault(Endpoint, new ZmtpException($"cannot accept a peer: {exception.Message}", exception));
    }

    private void Close()
    {
        IoThread.Shared.Unwatch(this);
        Socket?.Dispose();
        Socket = null;
        _owner.OnClosed(this);
    }

    /// <summary>Removes the file of an ipc socket nobody listens on any more; one that is alive, or no socket,
    /// stays and makes Bind fail.</summary>
    private static void RemoveStale(string path, System.Net.EndPoint address)
    {
        if (!File.Exists(path))
            return;
        using var probe = CreateSocket(AddressFamily.Unix);
        try
        {
            probe.Connect(address);
        }
        catch (SocketException exception) when (exception.SocketErrorCode == SocketError.ConnectionRefused && !CanBeOpened(path))
        {
            File.Delete(path);
        }
        catch (SocketException)
        {
            // Not ours to judge: Bind says what is wrong.
        }
    }

    /// <summary>Tells a file from a socket: a socket's entry cannot be opened.</summary>
    private static bool CanBeOpened(string path)
    {
        try
        {
            File.OpenHandle(path).Dispose();
            return true;
        }
        catch (IOException)
        {
            return false;
        }
    }
}
