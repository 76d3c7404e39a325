using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;

namespace Qiansi.Engine.Packages;

/// <summary>Looks at a file that a cell references before anything compiles against it.</summary>
internal static class AssemblyFile
{
    /// <summary>Why the file cannot be referenced, with what to write instead; null when it is a .NET assembly.</summary>
    public static string? Problem(string path)
    {
        using var stream = File.OpenRead(path);
        using var file = new PEReader(stream);
        try
        {
            if (file.HasMetadata && file.GetMetadataReader().IsAssembly) return null;
        }
        catch (BadImageFormatException)
        {
            // no library of any kind; its name tells what it may be
        }

        return $"{Path.GetFileName(path)} is no .NET assembly. {WayOut(path)}";
    }

    /// <summary>What tells one build of an assembly from another.</summary>
    public static Guid BuildOf(string path)
    {
        using var file = new PEReader(File.OpenRead(path));
        var metadata = file.GetMetadataReader();
        return metadata.GetGuid(metadata.GetModuleDefinition().Mvid);
    }

    private static string WayOut(string path)
    {
        var name = Path.GetFileName(path);
        return Path.GetExtension(path).ToLowerInvariant() switch
        {
            ".cs" or ".csx" => $"To run its code: #load \"{name}\".",
            ".ipynb" or ".dib" => $"To run its cells: #!import {name}",
            ".nupkg" => "To use a package file: #i \"nuget: its folder\", then #r \"nuget: Name, Version\".",
            ".sln" or ".slnx" => "Of a solution, reference the projects you need: #r \"Folder/Name.csproj\".",
            ".dll" or ".so" or ".dylib" =>
                "A native library needs no reference: name it in [DllImport], or load it with NativeLibrary.Load.",
            _ => $"#r is for libraries; to read a file: File.ReadAllText(\"{name}\"), or #!value --name text --from-file {name}",
        };
    }
}
