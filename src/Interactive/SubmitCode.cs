namespace Microsoft.DotNet.Interactive.Commands;

/// <summary>Code to run, for <see cref="Kernel.SendAsync"/>.</summary>
/// <param name="code">Text of a cell, directives included.</param>
/// <param name="targetKernelName">Language it starts in; that of the kernel it is sent to when null.</param>
public sealed class SubmitCode(string code, string? targetKernelName = null) : KernelCommand
{
    /// <summary>Text of a cell, directives included.</summary>
    public string Code => code;

    /// <summary>Language it starts in; that of the kernel it is sent to when null.</summary>
    public string? TargetKernelName => targetKernelName;
}
