using Microsoft.CodeAnalysis;

namespace Qiansi.Engine.CSharp.References;

/// <summary>The framework's assemblies as compile-time references.</summary>
/// <remarks>
/// Binding all of the framework's 170 assemblies costs every cell 10 ms and the session 300 MB, and most cells name types of a handful.
/// So cells start with <see cref="Core"/>; a cell that does not compile with it is tried again with <see cref="All"/>,
/// and what it then uses is added to the session's own set.
/// </remarks>
internal static class FrameworkReferences
{
    private static readonly string[] CoreNames =
    [
        "System.Private.CoreLib", "System.Runtime", "System.Collections", "System.Linq", "System.Console",
        "Microsoft.AspNetCore.Html.Abstractions",
    ];

    private static readonly string[] OwnNames = ["Qiansi.Contracts", "Qiansi.Engine", "Microsoft.DotNet.Interactive.Formatting"];

    private static readonly Lazy<Dictionary<string, string>> Trusted = new(FindTrustedAssemblies);
    private static readonly Lazy<IReadOnlyList<MetadataReference>> AllLazily = new(LoadAll);

    /// <summary>What every cell can see.</summary>
    public static IReadOnlyList<MetadataReference> Core { get; } = [.. CoreNames.Concat(OwnNames).Select(name => Open(Trusted.Value[name]))];

    /// <summary>Everything in the shared frameworks, and what cells see of the engine.</summary>
    public static IReadOnlyList<MetadataReference> All => AllLazily.Value;

    /// <summary>Whether the framework has an assembly of this simple name.</summary>
    public static bool Has(string simpleName) => Trusted.Value.ContainsKey(simpleName);

    private static IReadOnlyList<MetadataReference> LoadAll()
    {
        var core = CoreNames.Concat(OwnNames).ToHashSet();
        var others = Trusted.Value.Where(a => !core.Contains(a.Key) && IsFramework(a.Value));
        return [.. Core, .. others.Select(a => Open(a.Value))];
    }

    private static bool IsFramework(string path) => path.Contains("Microsoft.NETCore.App") || path.Contains("Microsoft.AspNetCore.App");

    private static Dictionary<string, string> FindTrustedAssemblies()
    {
        var paths = ((string?)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries);
        var byName = new Dictionary<string, string>(paths.Length, StringComparer.OrdinalIgnoreCase);
        foreach (var path in paths) byName.TryAdd(Path.GetFileNameWithoutExtension(path), path);
        return byName;
    }

    private static PortableExecutableReference Open(string path) => MetadataReference.CreateFromFile(path);
}
