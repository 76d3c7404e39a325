using System.Net;
using System.Net.Sockets;

namespace Qiansi.Jupyter.Zmtp.Io;

/// <summary>An address in ZeroMQ's notation: <c>tcp://127.0.0.1:5555</c>, <c>tcp://[::1]:*</c>, <c>ipc:///tmp/s</c>,
/// <c>ipc://@abstract</c>.</summary>
internal sealed class ZmtpEndpoint
{
    private const string Tcp = "tcp://";
    private const string Ipc = "ipc://";
    private const string Loopback = "127.0.0.1";
    private readonly string _text;
    private readonly string _host = "";
    private readonly int _port;

    private ZmtpEndpoint(string text, string path)
    {
        _text = text;
        Path = path;
    }

    private ZmtpEndpoint(string text, string host, int port) => (_text, _host, _port) = (text, host, port);

    /// <summary>The path of an ipc endpoint, with @ in front of an abstract name; null for tcp.</summary>
    internal string? Path { get; }

    /// <summary>Whether the name can be resolved without asking anyone.</summary>
    internal bool IsLiteral => Path is not null || LiteralAddress(forBind: false) is not null;

    public override string ToString() => _text;

    /// <exception cref="ArgumentException">It is not such an address.</exception>
    internal static ZmtpEndpoint Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (text.StartsWith(Ipc, StringComparison.Ordinal) && text.Length > Ipc.Length)
            return new ZmtpEndpoint(text, text[Ipc.Length..]);

        var colon = text.LastIndexOf(':');
        if (!text.StartsWith(Tcp, StringComparison.Ordinal) || colon <= Tcp.Length)
            throw new ArgumentException($"Endpoint '{text}' is neither tcp://host:port nor ipc://path", nameof(text));
        var host = text[Tcp.Length..colon].Trim('[', ']');
        var portText = text[(colon + 1)..];
        var port = 0;
        if (portText != "*" && (!int.TryParse(portText, out port) || port is < 0 or > IPEndPoint.MaxPort))
            throw new ArgumentException($"Endpoint '{text}': port '{portText}' is neither * nor a number from 0 to 65535", nameof(text));
        return new ZmtpEndpoint(text, host, port);
    }

    /// <summary>The address to bind to; port 0 and path * let the system choose.</summary>
    /// <exception cref="ArgumentException">The host is not an address of this machine in numbers.</exception>
    internal EndPoint ForBind()
    {
        if (Path is not null)
            return ForPath(Path == "*" ? System.IO.Path.Combine(System.IO.Path.GetTempPath(), $"zmtp-{Guid.NewGuid():N}") : Path);
        var address = LiteralAddress(forBind: true)
            ?? throw new ArgumentException($"Endpoint '{_text}': bind to a numeric address, localhost or *, not to '{_host}'");
        return new IPEndPoint(address, _port);
    }

    /// <summary>The address to connect to; asks the resolver, and so may block, unless <see cref="IsLiteral"/>.</summary>
    /// <exception cref="SocketException">The name is not known.</exception>
    internal EndPoint ForConnect()
    {
        if (Path is not null)
            return ForPath(Path);
        return new IPEndPoint(LiteralAddress(forBind: false) ?? Resolve(), _port);
    }

    /// <exception cref="ArgumentException">Port or path is a wildcard, which only a bind understands.</exception>
    internal void CheckConnectable()
    {
        if (Path == "*" || (Path is null && (_port == 0 || _host == "*")))
            throw new ArgumentException($"Endpoint '{_text}': cannot connect to a wildcard; use the endpoint that Bind returned");
        if (Path is not null)
            ForPath(Path);
    }

    /// <summary>This endpoint with the port or path that the system put in a wildcard's place.</summary>
    internal string Bound(EndPoint bound) => bound switch
    {
        IPEndPoint ip when _host == Loopback => $"{Tcp}{Loopback}:{ip.Port}",
        IPEndPoint ip => Format(ip),
        _ => Path == "*" ? Ipc + bound : _text,
    };

    /// <summary>The notation of a tcp address.</summary>
    internal static string Format(IPEndPoint address) => address.AddressFamily == AddressFamily.InterNetworkV6
        ? $"{Tcp}[{address.Address}]:{address.Port}"
        : $"{Tcp}{address.Address}:{address.Port}";

    /// <summary>The first IPv4 address of the name, as libzmq takes it, or else the first of any kind.</summary>
    private IPAddress Resolve()
    {
        var addresses = Dns.GetHostAddresses(_host);
        return Array.Find(addresses, address => address.AddressFamily == AddressFamily.InterNetwork) ?? addresses[0];
    }

    private IPAddress? LiteralAddress(bool forBind) => _host switch
    {
        "*" when forBind => IPAddress.Any,
        // Kernels bind here: not having to parse and format it saves a few milliseconds of their start.
        Loopback or "localhost" => IPAddress.Loopback,
        _ => IPAddress.TryParse(_host, out var address) ? address : null,
    };

    private UnixDomainSocketEndPoint ForPath(string path)
    {
        try
        {
            // .NET writes the abstract namespace of Linux as a leading NUL, ZeroMQ as a leading @.
            return new UnixDomainSocketEndPoint(path[0] == '@' ? '\0' + path[1..] : path);
        }
        catch (ArgumentOutOfRangeException exception)
        {
            throw new ArgumentException(
                $"Endpoint '{_text}': a socket's path may have about 100 bytes, this one has {path.Length} characters", exception);
        }
    }
}
