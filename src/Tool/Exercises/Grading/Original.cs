using Qiansi.Documents;

namespace Qiansi.Tool.Exercises.Grading;

/// <summary>A notebook with the checks that count, held in memory from before the first submission runs.</summary>
/// <param name="Name">What errors call it.</param>
/// <param name="Bytes">The file.</param>
internal sealed record Original(string Name, byte[] Bytes)
{
    /// <summary>A notebook of its own for each submission.</summary>
    /// <exception cref="DocumentException">It is not a notebook.</exception>
    public Notebook Load() => Notebook.Parse(Bytes, NotebookFormat.Ipynb, Name);
}

/// <summary>Where the originals of <c>nb grade --source</c> are: a file, a folder that has them by name, or standard input.</summary>
internal sealed class OriginalSource
{
    /// <summary>The name that stands for standard input.</summary>
    public const string StandardInput = "-";

    private readonly Dictionary<string, Original?> _read = new(StringComparer.Ordinal);
    private readonly Original? _only;

    /// <param name="place">A file, a folder, or <see cref="StandardInput"/>.</param>
    /// <param name="input">Standard input.</param>
    /// <exception cref="CommandException">It is not there.</exception>
    /// <exception cref="DocumentException">It cannot be read.</exception>
    public OriginalSource(string place, Func<Stream> input)
    {
        Place = place;
        if (place == StandardInput)
        {
            using var bytes = new MemoryStream();
            input().CopyTo(bytes);
            _only = new("the notebook on standard input", bytes.ToArray());
        }
        else if (File.Exists(place))
        {
            _only = Read(place);
        }
        else if (!Directory.Exists(place))
        {
            throw new CommandException($"--source '{place}' is not there.",
                "Name the notebook with the original checks, its folder, or - for standard input.");
        }
    }

    /// <summary>What the person wrote.</summary>
    public string Place { get; }

    /// <summary>The original of a submission; null when the folder has none of its name.</summary>
    public Original? For(string submission)
    {
        if (_only is not null) return _only;
        var file = Path.Combine(Place, Path.GetFileName(submission));
        if (!_read.TryGetValue(file, out var original)) _read[file] = original = File.Exists(file) ? Read(file) : null;
        return original;
    }

    private static Original Read(string file)
    {
        try
        {
            return new(file, File.ReadAllBytes(file));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new DocumentException(file, 0, 0, $"the file cannot be read ({e.Message})", "Name a notebook that can be read.", e);
        }
    }
}
