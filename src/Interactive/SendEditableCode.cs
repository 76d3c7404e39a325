namespace Microsoft.DotNet.Interactive.Commands;

/// <summary>Code for the reader to edit and run, for <see cref="Kernel.SendAsync"/>.</summary>
/// <param name="kernelName">Its language.</param>
/// <param name="code">The code.</param>
public sealed class SendEditableCode(string kernelName, string code) : KernelCommand
{
    /// <summary>Its language.</summary>
    public string KernelName => kernelName;

    /// <summary>The code.</summary>
    public string Code => code;
}
