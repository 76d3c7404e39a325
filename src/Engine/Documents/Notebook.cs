using System.Text.Json.Nodes;

namespace Qiansi.Engine.Documents;

/// <summary>A notebook in memory: its cells and metadata, whatever format it was read from.</summary>
public sealed class Notebook
{
    /// <summary>The cells, first to last.</summary>
    public List<Cell> Cells { get; } = [];

    /// <summary>The notebook's metadata, as nbformat has it; unknown keys are kept.</summary>
    public JsonObject Metadata { get; set; } = [];

    /// <summary>The language of cells that name none, such as <c>csharp</c>.</summary>
    public string Language => PolyglotMetadata.DefaultLanguage(Metadata);
}
