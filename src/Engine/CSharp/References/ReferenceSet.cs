using Qiansi.Engine.CSharp.Compiling.Generators;
using Qiansi.Engine.Packages;

namespace Qiansi.Engine.CSharp.References;

/// <summary>What the cells of one session are compiled against: a small part of the framework, what <c>#r</c> brought,
/// and libraries made from cells.</summary>
/// <remarks>Changed by the cell thread only; editors ask for <see cref="Wide"/> from other threads.</remarks>
internal sealed class ReferenceSet
{
    private readonly Lock _gate = new();
    private readonly List<MetadataReference> _framework = [.. FrameworkReferences.Core];
    private readonly Dictionary<string, MetadataReference> _files = new(StringComparer.OrdinalIgnoreCase);
    private readonly List<CellLibrary> _libraries = [];

    /// <summary>What writes the other part of partial types.</summary>
    public SourceGenerators Generators { get; } = new();

    /// <summary>Cells are compiled against this first.</summary>
    public IReadOnlyList<MetadataReference> Small => [.. _framework, .. Own];

    /// <summary>The whole framework and all the rest: for cells that do not compile with <see cref="Small"/>, and for completion.</summary>
    public IReadOnlyList<MetadataReference> Wide
    {
        get
        {
            lock (_gate) return [.. FrameworkReferences.All.Where(r => !_files.ContainsKey(FrameworkReferences.NameOf(r))), .. Own];
        }
    }

    /// <summary>Whether <see cref="Small"/> has an assembly of this simple name.</summary>
    public bool HasSmall(string simpleName) =>
        _files.ContainsKey(simpleName) || _framework.Exists(r => FrameworkReferences.NameOf(r) == simpleName);

    /// <summary>Whether <see cref="Wide"/> has an assembly of this simple name.</summary>
    public bool Has(string simpleName) => _files.ContainsKey(simpleName) || FrameworkReferences.Has(simpleName);

    /// <summary>Whether <see cref="Small"/> has this very reference.</summary>
    public bool HasSmall(MetadataReference reference) => _framework.Contains(reference) || Own.Contains(reference);

    private IEnumerable<MetadataReference> Own => _files.Values.Concat(_libraries.Select(l => l.Reference));

    /// <summary>Adds assembly files; a later file of the same assembly replaces it, and replaces the framework's own.</summary>
    /// <remarks>
    /// What they reference of the framework comes along at once. A type is another one to the compiler when its assembly is bound with
    /// other references, so a variable of a package's type would not fit a later cell that needs more of the framework.
    /// For the same reason a file that is there already, and is still the same, keeps its reference.
    /// A library of the product that shows a package's values comes with the package.
    /// </remarks>
    public void AddFiles(IEnumerable<string> paths)
    {
        var own = new List<MetadataReference>();
        foreach (var path in paths)
        {
            var name = Path.GetFileNameWithoutExtension(path);
            if (FrameworkReferences.Own(path) is { } known && !_files.ContainsKey(name)) own.Add(known);
            else if (!_files.TryGetValue(name, out var old) || old.Display != path || BuildOf(old) != AssemblyFile.BuildOf(path))
            {
                _framework.RemoveAll(r => FrameworkReferences.NameOf(r).Equals(name, StringComparison.OrdinalIgnoreCase));
                lock (_gate) _files[name] = MetadataReference.CreateFromFile(path);
            }
        }

        foreach (var (companion, (path, needs)) in FrameworkReferences.Companions)
        {
            if (_files.ContainsKey(companion) || !needs.All(_files.ContainsKey)) continue;
            lock (_gate) _files[companion] = MetadataReference.CreateFromFile(path);
        }

        Remember([.. own, .. _files.Values]);
    }

    private static Guid BuildOf(MetadataReference reference) =>
        ((AssemblyMetadata)((PortableExecutableReference)reference).GetMetadata()).GetModules()[0].GetModuleVersionId();

    /// <summary>The visible libraries that declare one of these names.</summary>
    public IEnumerable<CellLibrary> LibrariesWith(IReadOnlySet<string> names) =>
        _libraries.Where(l => l.IsVisible && l.TypeNames.Overlaps(names));

    /// <summary>Adds a library made from a cell; older ones with types of the same names go out of sight.</summary>
    public void AddLibrary(CellLibrary library)
    {
        lock (_gate)
        {
            foreach (var older in LibrariesWith(library.TypeNames)) older.Hide();
            _libraries.Add(library);
        }
    }

    /// <summary>Keeps what a cell used of the wide set in the small one, so that the next cell like it compiles at once.</summary>
    /// <remarks>What the used assemblies reference comes along: only then are their types the same to the compiler in both sets.</remarks>
    public void Remember(IEnumerable<MetadataReference> used)
    {
        foreach (var reference in FrameworkReferences.Closure(used))
        {
            if (!_framework.Contains(reference) && !_files.ContainsKey(FrameworkReferences.NameOf(reference))) _framework.Add(reference);
        }
    }
}
