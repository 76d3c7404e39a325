namespace Qiansi.Engine.Packages;

/// <summary>What one <c>#r "nuget:"</c> cell brings into the session: only what was not there before.</summary>
internal sealed record ResolvedPackages
{
    /// <summary>The packages the cell asked for, also those that were there already.</summary>
    public required IReadOnlyList<ResolvedPackage> Requested { get; init; }

    /// <summary>All packages that are new in the session, asked for and needed by those.</summary>
    public required IReadOnlyList<ResolvedPackage> Added { get; init; }

    /// <summary>Packages of the session that gave way to another version before anything of them was loaded.</summary>
    public IReadOnlyList<ResolvedPackage> Replaced { get; init; } = [];

    /// <summary>Assemblies to add to the compilation of cells; where the framework has the assembly itself, the path of that.</summary>
    public required IReadOnlyList<string> ReferenceAssemblies { get; init; }

    /// <summary>Assemblies to hand to <see cref="PackageFiles"/>.</summary>
    public required IReadOnlyList<string> RuntimeAssemblies { get; init; }

    /// <summary>Native libraries to hand to <see cref="PackageFiles"/>.</summary>
    public required IReadOnlyList<string> NativeLibraries { get; init; }

    /// <summary>Sentences for the reader: an older cached answer was used, an assembly in use stays, a platform is not supported.</summary>
    public required IReadOnlyList<string> Notes { get; init; }

    /// <summary>Texts of the new packages in other languages.</summary>
    public IEnumerable<string> SatelliteAssemblies => Added.SelectMany(p => p.SatelliteAssemblies);

    /// <summary>Folders of the new packages.</summary>
    public IEnumerable<string> PackageFolders => Added.Select(p => p.Folder);

    /// <summary>Folders that hold the new native libraries.</summary>
    public IEnumerable<string> NativeLibraryFolders => NativeLibraries.Select(f => Path.GetDirectoryName(f)!).Distinct();

    /// <summary>Notebook extension assemblies of the new packages.</summary>
    public IEnumerable<string> ExtensionAssemblies => Added.SelectMany(p => p.ExtensionAssemblies);

    /// <summary>Notebook extension scripts of the new packages.</summary>
    public IEnumerable<string> ExtensionScripts => Added.SelectMany(p => p.ExtensionScripts);
}
