using System.Text;

namespace Qiansi.Jupyter.Zmtp.Wire;

/// <summary>The socket types of ZMTP 3.1 that can stand at either end of a connection of ours.</summary>
internal enum SocketKind
{
    Req,
    Rep,
    Dealer,
    Router,
    Pub,
    Sub,
    XPub,
    XSub,
}

/// <summary>Names of socket types on the wire, and which may talk to which.</summary>
internal static class SocketKinds
{
    internal static ReadOnlySpan<byte> WireName(this SocketKind kind) => kind switch
    {
        SocketKind.Req => "REQ"u8,
        SocketKind.Rep => "REP"u8,
        SocketKind.Dealer => "DEALER"u8,
        SocketKind.Router => "ROUTER"u8,
        SocketKind.Pub => "PUB"u8,
        SocketKind.Sub => "SUB"u8,
        SocketKind.XPub => "XPUB"u8,
        _ => "XSUB"u8,
    };

    internal static SocketKind? Parse(ReadOnlySpan<byte> wireName)
    {
        for (var kind = SocketKind.Req; kind <= SocketKind.XSub; kind++)
        {
            if (wireName.SequenceEqual(kind.WireName()))
                return kind;
        }

        return null;
    }

    internal static bool MayTalkTo(this SocketKind local, SocketKind remote) => local switch
    {
        SocketKind.Req => remote is SocketKind.Rep or SocketKind.Router,
        SocketKind.Rep => remote is SocketKind.Req or SocketKind.Dealer,
        SocketKind.Dealer => remote is SocketKind.Rep or SocketKind.Dealer or SocketKind.Router,
        SocketKind.Router => remote is SocketKind.Req or SocketKind.Dealer or SocketKind.Router,
        SocketKind.Pub or SocketKind.XPub => remote is SocketKind.Sub or SocketKind.XSub,
        _ => remote is SocketKind.Pub or SocketKind.XPub,
    };

    internal static string Display(this SocketKind kind) => Encoding.ASCII.GetString(kind.WireName());
}
