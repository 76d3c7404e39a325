using Qiansi.Jupyter.Zmtp.Io;
using Qiansi.Jupyter.Zmtp.Wire;

namespace Qiansi.Jupyter.Zmtp;

/// <summary>DEALER: sends to its peers in turn and receives from all; sending waits when no peer has room.</summary>
public sealed class DealerSocket : RoundRobinSocket
{
    internal override SocketKind Kind => SocketKind.Dealer;

    private protected override bool Admit(Multipart message, bool mayWait, out SendWaiter? waiter) =>
        Dispatch(message, mayWait, out waiter);
}
