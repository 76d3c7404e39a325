using Microsoft.CodeAnalysis;

namespace Qiansi.Engine.CSharp.References;

/// <summary>What the cells of one session are compiled against: a small part of the framework, what <c>#r</c> brought, and libraries made from cells.</summary>
internal sealed class ReferenceSet
{
    private readonly List<MetadataReference> _framework = [.. FrameworkReferences.Core];
    private readonly Dictionary<string, MetadataReference> _files = new(StringComparer.Ordinal);
    private readonly List<CellLibrary> _libraries = [];

    /// <summary>Cells are compiled against this first.</summary>
    public IReadOnlyList<MetadataReference> Small => [.. _framework, .. Own];

    /// <summary>The whole framework and all the rest: for cells that do not compile with <see cref="Small"/>, and for completion.</summary>
    public IReadOnlyList<MetadataReference> Wide => [.. FrameworkReferences.All, .. Own];

    private IEnumerable<MetadataReference> Own => _files.Values.Concat(_libraries.Where(l => l.IsVisible).Select(l => l.Reference));

    /// <summary>Adds an assembly file; a later file of the same assembly replaces it.</summary>
    public void AddFile(string path) => _files[Path.GetFileNameWithoutExtension(path)] = MetadataReference.CreateFromFile(path);

    /// <summary>Adds a library made from a cell; it hides types of the same name from older ones.</summary>
    public void AddLibrary(CellLibrary library)
    {
        foreach (var older in _libraries) older.Hide(library.TypeNames);
        _libraries.RemoveAll(l => !l.IsVisible);
        _libraries.Add(library);
    }

    /// <summary>Keeps what a cell used of the wide set in the small one, so that the next cell like it compiles at once.</summary>
    public void Remember(IEnumerable<MetadataReference> used)
    {
        foreach (var reference in used)
        {
            if (!_framework.Contains(reference) && !Own.Contains(reference)) _framework.Add(reference);
        }
    }
}
