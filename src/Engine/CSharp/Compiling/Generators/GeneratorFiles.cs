using Qiansi.Engine.CSharp.Language.Documentation;

namespace Qiansi.Engine.CSharp.Compiling.Generators;

/// <summary>Where source generators lie: in the framework's packs, which come with the SDK, and in packages.</summary>
internal static class GeneratorFiles
{
    // These rewrite calls, and only in projects that ask for it.
    private static readonly string[] OnRequest =
        ["Microsoft.AspNetCore.Http.RequestDelegateGenerator", "Microsoft.Extensions.Configuration.Binder.SourceGeneration"];

    /// <summary>Those of the framework: regular expressions, JSON, native imports, logging; none where no SDK is installed.</summary>
    public static IEnumerable<string> OfFramework() =>
        ReferencePacks.Folders("analyzers").SelectMany(f => In(Path.Combine(f, "dotnet")))
            .Where(f => !OnRequest.Contains(Path.GetFileNameWithoutExtension(f)));

    /// <summary>Those of an unpacked package.</summary>
    public static IEnumerable<string> OfPackage(string folder) => In(Path.Combine(folder, "analyzers", "dotnet"));

    /// <summary>The assemblies for C#, of those for several compilers the newest that this one can load.</summary>
    private static IEnumerable<string> In(string folder)
    {
        if (!Directory.Exists(folder)) return [];
        var compiler = typeof(Microsoft.CodeAnalysis.Compilation).Assembly.GetName().Version!;
        var suited = Directory.EnumerateDirectories(folder, "roslyn*")
            .Select(f => (Folder: f, Version: Version.TryParse(Path.GetFileName(f)["roslyn".Length..], out var version) ? version : null))
            .Where(f => f.Version is not null && f.Version <= compiler).OrderBy(f => f.Version).LastOrDefault().Folder;
        return new[] { folder, suited }.OfType<string>().SelectMany(f => new[] { f, Path.Combine(f, "cs") }).Where(Directory.Exists)
            .SelectMany(f => Directory.EnumerateFiles(f, "*.dll"));
    }
}
