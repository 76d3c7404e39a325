namespace Qiansi.Engine.Packages;

/// <summary>Packages cannot be had; the message says which, what each source answered, and the way out.</summary>
internal sealed class PackageResolutionException(string message, params IReadOnlyList<string> codes) : Exception(message)
{
    /// <summary>NuGet's codes, <c>NU1101</c>, in the order of the message; empty when NuGet was not reached.</summary>
    public IReadOnlyList<string> Codes { get; } = codes;
}
