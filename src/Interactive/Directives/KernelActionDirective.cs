namespace Microsoft.DotNet.Interactive.Directives;

/// <summary>
/// A directive that does something, for <see cref="Kernel.AddDirective(KernelActionDirective, KernelCommandInvocation)"/>.
/// </summary>
/// <param name="name">The name with its sign: <c>#!greet</c>.</param>
/// <param name="description">One sentence for help.</param>
public sealed class KernelActionDirective(string name, string? description = null) : KernelDirective(name, description)
{
    /// <summary>The command that its parameters are the properties of; that of the handler where one is named there.</summary>
    public Type? KernelCommandType { get; set; }
}
