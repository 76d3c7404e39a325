using System.Text.Json.Nodes;
using Qiansi.Documents.Dib;
using Qiansi.Documents.Json;

namespace Qiansi.Documents;

/// <summary>A cell of a notebook.</summary>
/// <remarks>Its metadata is the one place where its language and tags are kept; <see cref="Language"/> and
/// <see cref="Tags"/> read and write it.</remarks>
public sealed class Cell
{
    /// <summary>A new cell with an id of its own.</summary>
    /// <param name="kind">What it is for.</param>
    /// <param name="source">Its text.</param>
    /// <param name="language">Language of a code cell; the notebook's when null.</param>
    public Cell(CellKind kind, string source, string? language = null)
    {
        Id = CellIds.Create();
        Kind = kind;
        Source = source;
        if (language is not null) Language = language;
    }

    /// <summary>nbformat 4.5's cell id: 1 to 64 of <c>a-z A-Z 0-9 - _</c>, unique in the notebook.
    /// Made on reading when the file has none.</summary>
    public string Id { get; set; }

    /// <summary>What the cell is for.</summary>
    public CellKind Kind { get; set; }

    /// <summary>The cell's whole text, as Jupyter front ends show it: a leading <c>#!html</c> line included.</summary>
    public string Source { get; set; }

    /// <summary>The text without a first line that only names the language.</summary>
    public string Code => Kind == CellKind.Code ? LanguageLine.Split(Source).Code : Source;

    /// <summary>Everything else about the cell; unknown keys are kept.</summary>
    public JsonObject Metadata { get; set; } = [];

    /// <summary>
    /// The language of a code cell: what a first line <c>#!html</c> says, else <c>polyglot_notebook.kernelName</c>, else the older
    /// <c>dotnet_interactive.language</c>, else null, which means the notebook's.
    /// Setting it writes both keys and changes a first line that names a language.
    /// </summary>
    public string? Language
    {
        get => Kind == CellKind.Code ? LanguageLine.Split(Source).Language ?? PolyglotMetadata.ReadLanguage(Metadata) : null;
        set
        {
            if (LanguageLine.Split(Source) is (not null, var code)) Source = value is null ? code : $"#!{value}\n{code}";
            PolyglotMetadata.WriteLanguage(Metadata, value);
        }
    }

    /// <summary>The cell's tags, in order; empty when there are none.</summary>
    public IReadOnlyList<string> Tags
    {
        get => Metadata["tags"] is JsonArray tags
            ? [.. tags.OfType<JsonValue>().Select(t => t.TryGetValue(out string? tag) ? tag : null).OfType<string>()] : [];
        set
        {
            if (value.Count == 0) Metadata.Remove("tags");
            else Metadata["tags"] = new JsonArray([.. value.Select(t => (JsonNode)JsonValue.Create(t))]);
        }
    }

    /// <summary>Files kept inside a Markdown or raw cell: name → media type → base64; null when the cell has none.</summary>
    public JsonObject? Attachments { get; set; }

    /// <summary>What a code cell put out when it last ran.</summary>
    public List<Output> Outputs { get; set; } = [];

    /// <summary>The number in <c>In[n]</c>, or null when the cell has not run.</summary>
    public int? ExecutionCount { get; set; }

    /// <summary>Whether the cell has a tag.</summary>
    public bool HasTag(string tag) => Tags.Contains(tag);

    /// <summary>The JSON the cell was read from, if it was.</summary>
    internal JsonText? Origin { get; init; }

    /// <summary>The id made on reading because the file had none.</summary>
    internal string? DerivedId { get; init; }

    /// <summary>The stretch of a .dib file the cell was read from, if it was.</summary>
    internal DibBlock? DibOrigin { get; init; }
}
