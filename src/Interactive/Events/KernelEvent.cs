using Microsoft.DotNet.Interactive.Commands;
using Qiansi.Contracts;

namespace Microsoft.DotNet.Interactive.Events;

/// <summary>Something that a cell tells, for <see cref="KernelInvocationContext.Publish"/>.</summary>
public abstract class KernelEvent
{
    private protected KernelEvent(KernelCommand? command) => Command = command;

    /// <summary>The command it is told for; null for the cell.</summary>
    public KernelCommand? Command { get; }

    internal abstract void PublishTo(ICellContext cell);
}
