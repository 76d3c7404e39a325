using System.Text.Json.Nodes;
using Qiansi.Contracts;

namespace Qiansi.Documents;

/// <summary>Something a cell displayed.</summary>
/// <param name="data">The renderings.</param>
/// <param name="metadata">Hints by media type.</param>
/// <param name="displayId">The id under which it can be replaced; lives in memory only, as nbformat does not store it.</param>
public sealed class DisplayOutput(MimeBundle data, JsonObject? metadata = null, string? displayId = null) : DataOutput(data, metadata)
{
    /// <inheritdoc />
    public override string OutputType => "display_data";

    /// <summary>The id under which it can be replaced, or null.</summary>
    public string? DisplayId { get; } = displayId;
}
