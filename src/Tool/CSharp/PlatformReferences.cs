using Microsoft.CodeAnalysis;

namespace Qiansi.Tool.CSharp;

/// <summary>The libraries that every cell may use: .NET's and our own. Read once a process.</summary>
internal static class PlatformReferences
{
    public static IReadOnlyList<MetadataReference> All { get; } = [.. Paths().Select(path => MetadataReference.CreateFromFile(path))];

    private static IEnumerable<string> Paths()
    {
        var paths = AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES") as string ?? "";
        foreach (var path in paths.Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries))
        {
            var name = Path.GetFileNameWithoutExtension(path.AsSpan());
            if (name.StartsWith("System.") || name.StartsWith("Qiansi.")
                || name is "netstandard" or "mscorlib" or "Microsoft.DotNet.Interactive.Formatting")
                yield return path;
        }
    }
}
