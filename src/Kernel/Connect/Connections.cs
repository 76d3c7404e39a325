using Qiansi.Engine;
using Qiansi.Jupyter;

namespace Qiansi.Kernel.Connect;

/// <summary>Lets a session's notebooks have cells of other Jupyter kernels.</summary>
public static class Connections
{
    /// <summary>Adds <c>#!connect</c> to a session.</summary>
    public static Session AddTo(Session session)
    {
        session.Add(new ConnectDirective());
        return session;
    }
}
