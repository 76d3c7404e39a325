using System.Net;
using System.Net.Sockets;
using Qiansi.Jupyter.Zmtp;
using Qiansi.Jupyter.Zmtp.Wire;

namespace Qiansi.Jupyter.Tests.Zmtp;

/// <summary>A peer that says what it likes over a plain stream, for what a well-behaved one never does.</summary>
internal sealed class RawPeer : IDisposable
{
    private readonly Socket _socket;

    private RawPeer(Socket socket)
    {
        _socket = socket;
        _socket.NoDelay = true;
        _socket.ReceiveTimeout = 10_000;
        _socket.SendTimeout = 10_000;
    }

    internal static RawPeer Connect(string endpoint)
    {
        var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        socket.Connect(IPAddress.Loopback, int.Parse(endpoint[(endpoint.LastIndexOf(':') + 1)..]));
        return new RawPeer(socket);
    }

    /// <summary>Connects and shakes hands.</summary>
    internal static RawPeer Greet(string endpoint, SocketKind kind, byte minor = 1, string identity = "")
    {
        var peer = Connect(endpoint);
        peer.Send(Streams.Hello(kind, minor, identity));
        peer.Handshake();
        return peer;
    }

    internal static RawPeer Accept(Socket listener) => new(listener.Accept());

    /// <summary>Reads the other side's greeting and READY.</summary>
    internal void Handshake()
    {
        Read(Greeting.Length);
        Assert.StartsWith("\u0005READY", System.Text.Encoding.Latin1.GetString(ReadFrame().Body));
    }

    internal void Send(ReadOnlySpan<byte> bytes)
    {
        while (bytes.Length > 0)
            bytes = bytes[_socket.Send(bytes)..];
    }

    internal void Send(Multipart message) => Send(Streams.Encode([message], all => all));

    internal byte[] Read(int count)
    {
        var bytes = new byte[count];
        for (var read = 0; read < count;)
        {
            var some = _socket.Receive(bytes.AsSpan(read));
            Assert.True(some > 0, $"the other side closed after {read} of {count} bytes");
            read += some;
        }

        return bytes;
    }

    internal (byte Flags, byte[] Body) ReadFrame()
    {
        var flags = Read(1)[0];
        var length = (flags & FrameHeader.Long) == 0 ? Read(1)[0] : System.Buffers.Binary.BinaryPrimitives.ReadInt64BigEndian(Read(8));
        return (flags, Read((int)length));
    }

    /// <summary>Reads to the end, which a reset is as well.</summary>
    internal byte[] ReadToEnd()
    {
        using var all = new MemoryStream();
        var buffer = new byte[65_536];
        try
        {
            for (int count; (count = _socket.Receive(buffer)) > 0;)
                all.Write(buffer, 0, count);
        }
        catch (SocketException exception) when (exception.SocketErrorCode == SocketError.ConnectionReset)
        {
            return all.ToArray();
        }

        return all.ToArray();
    }

    /// <summary>Goes away with a reset instead of a proper end.</summary>
    internal void Vanish()
    {
        _socket.LingerState = new LingerOption(true, 0);
        _socket.Dispose();
    }

    public void Dispose() => _socket.Dispose();
}
