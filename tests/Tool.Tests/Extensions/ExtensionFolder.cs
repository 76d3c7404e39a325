using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;

namespace Qiansi.Tool.Tests.Extensions;

/// <summary>A folder that holds extensions and what they reference, and nothing else of ours:
/// what someone copies who has another host.</summary>
internal sealed class ExtensionFolder : IDisposable
{
    /// <summary>The four extensions whose values other hosts can show.</summary>
    public static readonly string[] Extensions = ["Qiansi.Tensors", "Qiansi.Trees", "Qiansi.Charts", "Qiansi.Metrics"];

    public ExtensionFolder(params string[] extensions)
    {
        var waiting = new Queue<string>(extensions);
        while (waiting.TryDequeue(out var name))
        {
            var source = Path.Combine(AppContext.BaseDirectory, name + ".dll");
            if (!File.Exists(source) || File.Exists(PathOf(name))) continue; // .NET's own, or copied already
            File.Copy(source, PathOf(name));
            foreach (var reference in References(source)) waiting.Enqueue(reference);
        }
    }

    /// <summary>The folder.</summary>
    public string Folder { get; } = Directory.CreateTempSubdirectory("qiansi-extensions").FullName;

    /// <summary>Names of the assemblies in it.</summary>
    public IEnumerable<string> Assemblies => Directory.GetFiles(Folder, "*.dll").Select(p => Path.GetFileNameWithoutExtension(p));

    /// <summary>Where an assembly is.</summary>
    public string PathOf(string assembly) => Path.Combine(Folder, assembly + ".dll");

    public void Dispose() => Directory.Delete(Folder, recursive: true);

    private static List<string> References(string assembly)
    {
        using var file = new PEReader(File.OpenRead(assembly));
        if (!file.HasMetadata) return [];
        var metadata = file.GetMetadataReader();
        return [.. metadata.AssemblyReferences.Select(r => metadata.GetString(metadata.GetAssemblyReference(r).Name))];
    }
}
