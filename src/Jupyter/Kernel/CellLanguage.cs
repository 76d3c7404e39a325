using System.Text.Json;
using Qiansi.Jupyter.Messages;

namespace Qiansi.Jupyter.Kernel;

/// <summary>The language of a cell that its text does not name, because the notebook was made with Polyglot Notebooks or read from a .dib file.</summary>
/// <remarks>JupyterLab and VS Code send a cell's own metadata along with <c>execute_request</c>.</remarks>
internal static class CellLanguage
{
    /// <summary><c>polyglot_notebook.kernelName</c>, else the older <c>dotnet_interactive.language</c>, else null.</summary>
    public static string? Of(RawJson metadata)
    {
        // Most cells name none.
        if (!metadata.Text.Contains("polyglot_notebook", StringComparison.Ordinal) && !metadata.Text.Contains("dotnet_interactive", StringComparison.Ordinal)) return null;
        using var document = JsonDocument.Parse(metadata.Text);
        return Text(document.RootElement, "polyglot_notebook", "kernelName") ?? Text(document.RootElement, "dotnet_interactive", "language");
    }

    private static string? Text(JsonElement metadata, string section, string name) =>
        metadata.ValueKind == JsonValueKind.Object && metadata.TryGetProperty(section, out var inner) && inner.ValueKind == JsonValueKind.Object
        && inner.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String && value.GetString() is { Length: > 0 } text ? text : null;
}
