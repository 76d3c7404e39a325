namespace Qiansi.Engine.Packages;

/// <summary>A package in the version that was chosen, with the files of it that this machine uses.</summary>
/// <param name="Name">The package's id as its author writes it.</param>
/// <param name="Version">The version, normalised: <c>2.14.1</c>.</param>
/// <param name="IsDirect">Asked for by a cell, rather than needed by another package.</param>
/// <param name="Folder">Where it is unpacked.</param>
internal sealed record ResolvedPackage(string Name, string Version, bool IsDirect, string Folder)
{
    /// <summary>Assemblies to compile against, full paths.</summary>
    public IReadOnlyList<string> ReferenceAssemblies { get; init; } = [];

    /// <summary>Assemblies to run, for this machine's operating system and processor, full paths.</summary>
    public IReadOnlyList<string> RuntimeAssemblies { get; init; } = [];

    /// <summary>Texts of assemblies in other languages, <c>de/Name.resources.dll</c>, full paths.</summary>
    public IReadOnlyList<string> SatelliteAssemblies { get; init; } = [];

    /// <summary>Native libraries for this machine, full paths.</summary>
    public IReadOnlyList<string> NativeLibraries { get; init; } = [];

    /// <summary>Notebook extensions the package brings: assemblies of <c>interactive-extensions/dotnet</c>, full paths.</summary>
    public IReadOnlyList<string> ExtensionAssemblies { get; init; } = [];

    /// <summary>Cells the package wants run when it is referenced: its <c>extension.dib</c>, full paths.</summary>
    public IReadOnlyList<string> ExtensionScripts { get; init; } = [];

    /// <summary><c>Humanizer.Core, 2.14.1</c>.</summary>
    public override string ToString() => $"{Name}, {Version}";
}
