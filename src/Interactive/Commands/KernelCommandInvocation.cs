using Microsoft.DotNet.Interactive.Commands;

namespace Microsoft.DotNet.Interactive;

/// <summary>Does what a command asks.</summary>
public delegate Task KernelCommandInvocation(KernelCommand command, KernelInvocationContext context);
