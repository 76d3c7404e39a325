namespace Microsoft.DotNet.Interactive.Commands;

/// <summary>Something to do, for <see cref="Kernel.SendAsync"/>.</summary>
public abstract class KernelCommand
{
    private protected KernelCommand()
    {
    }
}
