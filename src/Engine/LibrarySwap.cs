using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using System.Text.RegularExpressions;

namespace Qiansi.Engine;

/// <summary>A library of packages in the place of one of the product's, for the C# cells of a whole session.</summary>
/// <remarks>
/// Before the first cell the packages are restored, and the libraries of <see cref="Folder"/> take the place of the product's of the same
/// names, which are compiled against the library that is replaced. Cells are changed in two ways: <see cref="Names"/> are written for
/// others, and a call of a method whose name with <see cref="Ending"/> is also found goes there.
/// </remarks>
public sealed class LibrarySwap
{
    private readonly Lazy<IReadOnlySet<string>> _corrected;

    /// <summary>Reads nothing yet.</summary>
    public LibrarySwap() => _corrected = new(FindCorrected);

    /// <summary>The packages, as they stand in <c>#r "nuget: …"</c>.</summary>
    public required IReadOnlyList<string> Packages { get; init; }

    /// <summary>Where the libraries lie that are compiled against the packages.</summary>
    public required string Folder { get; init; }

    /// <summary>Qualified names in cells, and what is meant by them.</summary>
    public required IReadOnlyDictionary<string, string> Names { get; init; }

    /// <summary>Libraries whose namespace, named as the assembly, is open in every cell.</summary>
    public required IReadOnlyList<string> Open { get; init; }

    /// <summary>What a method's name ends in that stands in for the package's.</summary>
    public required string Ending { get; init; }

    /// <summary>The libraries.</summary>
    internal IReadOnlyList<string> Files => Directory.Exists(Folder)
        ? [.. Directory.EnumerateFiles(Folder, "*.dll").Order(StringComparer.Ordinal)]
        : throw new DirectoryNotFoundException($"The libraries that belong to {Packages[0]} are not there: {Folder}");

    /// <summary>A cell's text with the other names.</summary>
    internal string Rename(string code) =>
        Names.Aggregate(code, (text, n) => Regex.Replace(text, $@"\b{Regex.Escape(n.Key)}\b", n.Value, RegexOptions.CultureInvariant));

    /// <summary>Whether another method may stand in for one of this name.</summary>
    internal bool MayCorrect(string method) => _corrected.Value.Contains(method);

    private HashSet<string> FindCorrected()
    {
        var names = new HashSet<string>();
        foreach (var path in Files)
        {
            using var file = new PEReader(File.OpenRead(path));
            var metadata = file.GetMetadataReader();
            foreach (var handle in metadata.MethodDefinitions)
            {
                var name = metadata.GetString(metadata.GetMethodDefinition(handle).Name);
                if (name.EndsWith(Ending, StringComparison.Ordinal)) names.Add(name[..^Ending.Length]);
            }
        }

        return names;
    }
}
