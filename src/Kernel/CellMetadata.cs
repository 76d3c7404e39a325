using System.Text.Json;
using Qiansi.Jupyter;
using Qiansi.Jupyter.Messages;

namespace Qiansi.Kernel;

/// <summary>What JupyterLab and VS Code send along with <c>execute_request</c>: the cell's own metadata, and which cell it is.</summary>
internal static class CellMetadata
{
    /// <summary>The language of a cell whose text does not name it, because the notebook was made with Polyglot
    /// Notebooks or read from a .dib file:
    /// <c>polyglot_notebook.kernelName</c>, else the older <c>dotnet_interactive.language</c>, else null.</summary>
    public static string? Language(RawJson metadata)
    {
        // Most cells name none.
        if (!metadata.Text.Contains("polyglot_notebook", StringComparison.Ordinal)
            && !metadata.Text.Contains("dotnet_interactive", StringComparison.Ordinal)) return null;
        using var document = JsonDocument.Parse(metadata.Text);
        return Text(document.RootElement, "polyglot_notebook", "kernelName")
            ?? Text(document.RootElement, "dotnet_interactive", "language");
    }

    /// <summary>What the front end calls the cell: <c>cellId</c>, else null.</summary>
    public static string? CellId(RawJson metadata)
    {
        if (!metadata.Text.Contains("cellId", StringComparison.Ordinal)) return null;
        using var document = JsonDocument.Parse(metadata.Text);
        return document.RootElement.ValueKind == JsonValueKind.Object && document.RootElement.TryGetProperty("cellId", out var id)
            && id.ValueKind == JsonValueKind.String ? id.GetString() : null;
    }

    private static string? Text(JsonElement metadata, string section, string name) =>
        metadata.ValueKind == JsonValueKind.Object && metadata.TryGetProperty(section, out var inner)
        && inner.ValueKind == JsonValueKind.Object
        && inner.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String && value.GetString() is { Length: > 0 } text
        ? text : null;
}
