namespace Microsoft.DotNet.Interactive.Commands;

/// <summary>What a directive was given, as properties; extensions derive from it.</summary>
public abstract class KernelDirectiveCommand : KernelCommand;
