using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using Qiansi.Documents.Dib;
using Qiansi.Documents.Ipynb;
using Qiansi.Documents.Json;
using Qiansi.Documents.Saving;

namespace Qiansi.Documents;

/// <summary>A notebook in memory: its cells and metadata, whatever format it was read from.</summary>
/// <remarks>Written in the format it was read from, all that was not changed keeps its bytes,
/// and a notebook that was not changed at all is the same file.</remarks>
public sealed class Notebook
{
    /// <summary>Largest file that is read unless the caller says otherwise: 256 MiB.</summary>
    public const long DefaultMaximumBytes = 256L << 20;

    /// <summary>The cells, first to last.</summary>
    public List<Cell> Cells { get; } = [];

    /// <summary>The notebook's metadata, as nbformat has it; unknown keys are kept.
    /// The <c>#!meta</c> block of a .dib file is its <c>polyglot_notebook</c>.</summary>
    public JsonObject Metadata { get; set; } = [];

    /// <summary>The language of cells that name none, such as <c>csharp</c>.</summary>
    public string Language => PolyglotMetadata.DefaultLanguage(Metadata);

    /// <summary>The format it was read from; null for one made in memory.</summary>
    public NotebookFormat? Format => IpynbOrigin is not null ? NotebookFormat.Ipynb : DibOrigin is not null ? NotebookFormat.Dib : null;

    /// <summary>The minor version of nbformat that was read (4.<i>n</i>); null when there was none.
    /// A changed notebook is written as 4.5.</summary>
    public int? FormatMinor => IpynbOrigin?["nbformat_minor"] is { Kind: JsonTextKind.Number } minor
        && int.TryParse(minor.Bytes, NumberStyles.Integer, CultureInfo.InvariantCulture, out var number) ? number : null;

    /// <summary>The JSON it was read from, if it was.</summary>
    internal JsonText? IpynbOrigin { get; init; }

    /// <summary>The .dib file it was read from, if it was.</summary>
    internal DibFile? DibOrigin { get; set; }

    /// <summary>The format a file name stands for: <c>.ipynb</c>, <c>.dib</c> or its older name <c>.dotnet-interactive</c>.</summary>
    /// <exception cref="DocumentException">It stands for neither.</exception>
    public static NotebookFormat FormatOf(string path) => Path.GetExtension(path).ToLowerInvariant() switch
    {
        ".ipynb" => NotebookFormat.Ipynb,
        ".dib" or ".dotnet-interactive" => NotebookFormat.Dib,
        var other => throw new DocumentException(
            path, 0, 0, $"'{other}' is not a notebook format", "Use a name that ends in .ipynb or .dib."),
    };

    /// <summary>Reads a notebook file.</summary>
    /// <param name="path">The file; its name tells the format.</param>
    /// <param name="maximumBytes">Larger files are refused.</param>
    /// <exception cref="DocumentException">The file cannot be read, is too large, not UTF-8, cut short, or not a notebook.</exception>
    public static Notebook Load(string path, long maximumBytes = DefaultMaximumBytes) =>
        Read(DocumentSource.Create(path, DocumentFile.Read(path, maximumBytes)), FormatOf(path));

    /// <summary>Reads a notebook from bytes.</summary>
    /// <param name="bytes">UTF-8, with or without a byte-order mark.</param>
    /// <param name="format">Their format.</param>
    /// <param name="name">What errors call the document.</param>
    /// <exception cref="DocumentException">They are not a notebook.</exception>
    public static Notebook Parse(ReadOnlySpan<byte> bytes, NotebookFormat format, string name) =>
        Read(DocumentSource.Create(name, bytes.ToArray()), format);

    /// <summary>Reads a notebook from text.</summary>
    /// <param name="text">The document.</param>
    /// <param name="format">Its format.</param>
    /// <param name="name">What errors call the document.</param>
    /// <exception cref="DocumentException">It is not a notebook.</exception>
    public static Notebook Parse(string text, NotebookFormat format, string name) =>
        Read(DocumentSource.Create(name, Encoding.UTF8.GetBytes(text)), format);

    /// <summary>Writes the notebook to a file, whole or not at all; the name tells the format.</summary>
    /// <exception cref="DocumentException">The file cannot be written; what was there before is untouched.</exception>
    public void Save(string path) => AtomicFile.Write(path, ToBytes(FormatOf(path)));

    /// <summary>The notebook as a file's bytes. Outputs, tags and other cell metadata have no place in
    /// <see cref="NotebookFormat.Dib"/> and are left out.</summary>
    public byte[] ToBytes(NotebookFormat format) => format == NotebookFormat.Ipynb ? IpynbWriter.Write(this) : DibWriter.Write(this);

    private static Notebook Read(DocumentSource source, NotebookFormat format) =>
        format == NotebookFormat.Ipynb ? new IpynbReader(source).Read() : DibReader.Read(source);
}
