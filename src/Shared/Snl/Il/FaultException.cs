using Qiansi.Snl.Tm;

namespace Qiansi.Snl.Il;

/// <summary>A fault of a running program.</summary>
internal sealed class FaultException(TmFaultKind kind, int offset, string message) : Exception(message)
{
    public TmFaultKind Kind => kind;

    /// <summary>The place in the source.</summary>
    public int Offset => offset;
}
