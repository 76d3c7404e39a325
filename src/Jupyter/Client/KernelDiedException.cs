namespace Qiansi.Jupyter.Client;

/// <summary>The kernel ended while something was asked of it; the text says how, as far as is known.</summary>
public sealed class KernelDiedException(string message, KernelExit? exit = null) : Exception(message)
{
    /// <summary>How the process ended; null when only the connection was closed.</summary>
    public KernelExit? Exit { get; } = exit;
}
