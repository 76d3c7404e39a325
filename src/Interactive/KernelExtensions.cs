namespace Microsoft.DotNet.Interactive;

/// <summary>What packages made for .NET Interactive call as extension methods.</summary>
public static class KernelExtensions
{
    /// <inheritdoc cref="Kernel.FindKernelByName" />
    public static Kernel? FindKernelByName(this Kernel kernel, string name) => kernel.FindKernelByName(name);
}
