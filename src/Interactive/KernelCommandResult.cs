using Microsoft.DotNet.Interactive.Commands;
using Qiansi.Contracts;

namespace Microsoft.DotNet.Interactive;

/// <summary>How a command ended.</summary>
public sealed class KernelCommandResult
{
    internal KernelCommandResult(KernelCommand command, CellStatus status) => (Command, Status) = (command, status);

    /// <summary>The command.</summary>
    public KernelCommand Command { get; }

    /// <summary>Whether it did what it should.</summary>
    public CellStatus Status { get; }
}
