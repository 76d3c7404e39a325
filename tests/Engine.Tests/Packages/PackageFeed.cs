using System.IO.Compression;
using System.Reflection;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Qiansi.Engine.Packages;

namespace Qiansi.Engine.Tests.Packages;

/// <summary>A folder with a package feed, a cache and a place for unpacked packages of its own; its NuGet.config knows no other source,
/// so nothing asks the network.</summary>
internal sealed class PackageFeed : IDisposable
{
    private readonly string _root = Directory.CreateTempSubdirectory("packages ").FullName;

    public PackageFeed()
    {
        foreach (string folder in (string[])[Feed, Cache, Unpacked, Notebooks]) Directory.CreateDirectory(folder);
        File.WriteAllText(Path.Combine(Notebooks, "nuget.config"),
            "<configuration><packageSources><clear /></packageSources></configuration>");
    }

    public string Feed => Path.Combine(_root, "feed");

    public string Cache => Path.Combine(_root, "repository", "cache");

    public string Unpacked => Path.Combine(_root, "unpacked");

    public string Notebooks => Path.Combine(_root, "my notebooks");

    public PackageManager Session(TimeProvider? clock = null, Func<string, AssemblyName?>? inUse = null)
    {
        var manager = new PackageManager(Notebooks, Cache, Unpacked, clock, inUse);
        manager.AddSource(Feed);
        return manager;
    }

    /// <summary>A session of cells that unpacks its packages here.</summary>
    public Engine.Session OpenSession()
    {
        File.WriteAllText(Path.Combine(Notebooks, "nuget.config"),
            $"<configuration><config><add key=\"globalPackagesFolder\" value=\"{Unpacked}\" /></config>"
            + "<packageSources><clear /></packageSources></configuration>");
        return new(Notebooks);
    }

    /// <summary>Adds a package: files by their path inside, dependencies as <c>("Other", "[1.0,2.0)")</c>.</summary>
    public void Add(string name, string version, Dictionary<string, byte[]> files, params (string Name, string Range)[] dependencies)
    {
        string references = string.Concat(dependencies.Select(d => $"<dependency id=\"{d.Name}\" version=\"{d.Range}\" />"));
        using var zip = ZipFile.Open(Path.Combine(Feed, $"{name}.{version}.nupkg"), ZipArchiveMode.Create);
        Write(zip, $"{name}.nuspec", System.Text.Encoding.UTF8.GetBytes($"""
            <package xmlns="http://schemas.microsoft.com/packaging/2013/05/nuspec.xsd">
              <metadata>
                <id>{name}</id><version>{version}</version><authors>tests</authors><description>For tests.</description>
                <dependencies><group targetFramework="net8.0">{references}</group></dependencies>
              </metadata>
            </package>
            """));
        foreach (var (path, content) in files) Write(zip, path, content);
    }

    /// <summary>Adds a package with one assembly of the package's name.</summary>
    public void AddLibrary(string name, string version, string code, params (string Name, string Range)[] dependencies) =>
        Add(name, version, new() { [$"lib/net8.0/{name}.dll"] = Compile(name, code) }, dependencies);

    /// <summary>Compiles an assembly.</summary>
    public static byte[] Compile(string name, string code, params byte[][] references) => Emit(name, code, [], references);

    /// <summary>Compiles an assembly with resources.</summary>
    public static byte[] Emit(string name, string code, ResourceDescription[] resources, params byte[][] references)
    {
        var framework = ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
            .Where(p =>
                Path.GetFileName(p) is "System.Runtime.dll" or "System.Private.CoreLib.dll" or "System.Runtime.InteropServices.dll"
                    or "System.Runtime.Numerics.dll")
            .Select(p => (MetadataReference)MetadataReference.CreateFromFile(p));
        var compilation = CSharpCompilation.Create(name, [CSharpSyntaxTree.ParseText(code)],
            [.. framework, .. references.Select(r => MetadataReference.CreateFromImage(r))],
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary));
        using var image = new MemoryStream();
        var result = compilation.Emit(image, manifestResources: resources);
        Assert.True(result.Success, string.Join("\n", result.Diagnostics));
        return image.ToArray();
    }

    /// <summary>Package references as cells write them.</summary>
    public static PackageReference[] Ask(params string[] packages) =>
        [.. packages.Select(p => PackageReferenceParser.ParseReference($"#r \"nuget: {p}\"")!)];

    public void Dispose() => Directory.Delete(_root, recursive: true);

    private static void Write(ZipArchive zip, string path, byte[] content)
    {
        using var entry = zip.CreateEntry(path).Open();
        entry.Write(content);
    }
}
