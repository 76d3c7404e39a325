using System.Reflection.Metadata;

namespace Qiansi.Engine.CSharp.References;

/// <summary>The framework's assemblies as compile-time references.</summary>
/// <remarks>
/// Binding all of the framework's 170 assemblies costs every cell 10 ms and the session 300 MB, and most cells name types of a handful.
/// So cells start with <see cref="Core"/>; a cell that does not compile with it is tried again with <see cref="All"/>,
/// and what it then uses is added to the session's own set. A set must be closed under references (a test
/// holds <see cref="Core"/> to that):
/// to the compiler, a type of an assembly whose references are missing is another type than the same one with all of them there.
/// </remarks>
internal static class FrameworkReferences
{
    private static readonly string[] CoreNames =
    [
        "System.Private.CoreLib", "System.Private.Uri", "System.Runtime", "System.Collections", "System.Linq", "System.Console",
        "System.Runtime.InteropServices", "System.Numerics.Vectors", "System.Memory", "System.Runtime.Intrinsics", "System.Threading",
        "Microsoft.Win32.Primitives", "System.Collections.Concurrent", "System.Text.Encodings.Web",
        "Microsoft.AspNetCore.Html.Abstractions",
    ];

    private static readonly string[] OwnNames = ["Qiansi.Contracts", "Qiansi.Runtime", "Microsoft.DotNet.Interactive"];
    private static readonly string[] WideNames = ["Microsoft.DotNet.Interactive.Formatting", "Newtonsoft.Json", "Qiansi.Engine"];
    private static readonly string[] HostNames = ["Qiansi.Jupyter", "Qiansi.Kernel", "Qiansi.Publishing", "Qiansi.Server"];

    private static readonly Lazy<Dictionary<string, string>> Trusted = new(FindTrustedAssemblies);
    private static readonly Lazy<IReadOnlyDictionary<string, (string Path, IReadOnlyList<string> Needs)>> CompanionsByName =
        new(FindCompanions);
    private static readonly Lazy<IReadOnlyDictionary<string, MetadataReference>> AllByName = new(OpenAll);

    /// <summary>What every cell can see.</summary>
    public static IReadOnlyList<MetadataReference> Core { get; } =
        [.. CoreNames.Concat(OwnNames).Select(name => MappedReference.Open(Trusted.Value[name]))];

    /// <summary>The core library alone, by a reference of its own.</summary>
    public static MetadataReference CoreLibrary => MetadataReference.CreateFromFile(typeof(object).Assembly.Location);

    /// <summary>
    /// The product's libraries that are compiled against packages which only a notebook can bring, by name: the file,
    /// and the assemblies it needs.
    /// </summary>
    /// <remarks>Each session loads its own, so that it meets that session's package.</remarks>
    public static IReadOnlyDictionary<string, (string Path, IReadOnlyList<string> Needs)> Companions => CompanionsByName.Value;

    /// <summary>Everything in the shared frameworks, the product's libraries, and what cells see of the engine.</summary>
    public static IReadOnlyList<MetadataReference> All => [.. AllByName.Value.Values];

    /// <summary>Whether cells can see an assembly of this simple name without a reference of their own.</summary>
    public static bool Has(string simpleName) => Trusted.Value.TryGetValue(simpleName, out var path) && IsOffered(simpleName, path);

    /// <summary>The reference of an assembly file that cells can see anyway; null for other files.</summary>
    public static MetadataReference? Own(string path)
    {
        var name = Path.GetFileNameWithoutExtension(path);
        return Trusted.Value.TryGetValue(name, out var own) && own == path ? AllByName.Value.GetValueOrDefault(name) : null;
    }

    /// <summary>Simple name of a reference's assembly.</summary>
    public static string NameOf(MetadataReference reference) => Path.GetFileNameWithoutExtension(reference.Display) ?? "";

    /// <summary>Those of the references that are the framework's, and what of it all of them reference in turn.</summary>
    public static IReadOnlyCollection<MetadataReference> Closure(IEnumerable<MetadataReference> references)
    {
        var seen = new HashSet<MetadataReference>();
        var open = new Stack<MetadataReference>(references);
        while (open.TryPop(out var reference))
        {
            if (!seen.Add(reference)) continue;
            foreach (var name in ReferencedNames(reference))
            {
                if (AllByName.Value.TryGetValue(name, out var next)) open.Push(next);
            }
        }

        seen.IntersectWith(AllByName.Value.Values);
        return seen;
    }

    private static IEnumerable<string> ReferencedNames(MetadataReference reference) =>
        ReferencedNames(((AssemblyMetadata)((PortableExecutableReference)reference).GetMetadata()).GetModules()[0].GetMetadataReader());

    private static IEnumerable<string> ReferencedNames(MetadataReader metadata) =>
        metadata.AssemblyReferences.Select(h => metadata.GetString(metadata.GetAssemblyReference(h).Name));

    private static IReadOnlyDictionary<string, MetadataReference> OpenAll()
    {
        var all = Core.ToDictionary(NameOf, StringComparer.OrdinalIgnoreCase);
        foreach (var (name, path) in Trusted.Value)
        {
            if (IsOffered(name, path) && !all.ContainsKey(name)) all.Add(name, Open(path));
        }

        return all;
    }

    /// <summary>What the product's own libraries use privately is out of reach for good: a package of that name must not become part of
    /// them.</summary>
    private static MetadataReference Open(string path) => !IsFramework(path) && PrivateReferences.Sever(path, Has) is { } image
        ? MetadataReference.CreateFromImage(image, filePath: path)
        : MappedReference.Open(path);

    private static bool IsOffered(string name, string path) =>
        IsFramework(path) || WideNames.Contains(name) || OwnNames.Contains(name) || (IsLibrary(name) && !Companions.ContainsKey(name));

    private static bool IsLibrary(string name) =>
        name.StartsWith("Qiansi.", StringComparison.Ordinal) && !HostNames.Contains(name)
        && !name.EndsWith(".Tests", StringComparison.Ordinal);

    private static IReadOnlyDictionary<string, (string Path, IReadOnlyList<string> Needs)> FindCompanions()
    {
        var found = new Dictionary<string, (string, IReadOnlyList<string>)>();
        foreach (var (name, path) in Trusted.Value.Where(t => IsLibrary(t.Key)))
        {
            using var file = new System.Reflection.PortableExecutable.PEReader(File.OpenRead(path));
            var missing = ReferencedNames(file.GetMetadataReader()).Where(r => !Trusted.Value.ContainsKey(r)).ToList();
            if (missing.Count > 0) found[name] = (path, missing);
        }

        return found;
    }

    private static bool IsFramework(string path) => path.Contains("Microsoft.NETCore.App") || path.Contains("Microsoft.AspNetCore.App");

    private static Dictionary<string, string> FindTrustedAssemblies()
    {
        var paths = ((string?)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES") ?? "")
            .Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries);
        var byName = new Dictionary<string, string>(paths.Length, StringComparer.OrdinalIgnoreCase);
        foreach (var path in paths) byName.TryAdd(Path.GetFileNameWithoutExtension(path), path);
        return byName;
    }
}
