using System.Text.Json.Nodes;

namespace Qiansi.Documents;

/// <summary>The keys Polyglot Notebooks keeps in notebook and cell metadata.</summary>
internal static class PolyglotMetadata
{
    /// <summary>A cell's language, or null when the cell leaves it to the notebook.</summary>
    public static string? ReadLanguage(JsonObject cellMetadata) =>
        Text(cellMetadata, "polyglot_notebook", "kernelName") ?? Text(cellMetadata, "dotnet_interactive", "language");

    /// <summary>Sets or, with null, removes a cell's language, under the current and the older key.</summary>
    public static void WriteLanguage(JsonObject cellMetadata, string? language)
    {
        Write(cellMetadata, "dotnet_interactive", "language", language);
        Write(cellMetadata, "polyglot_notebook", "kernelName", language);
    }

    /// <summary>The language of cells that name none: Polyglot's default kernel,
    /// else the kernel specification's or Jupyter's language, else C#.</summary>
    public static string DefaultLanguage(JsonObject notebookMetadata)
    {
        if (notebookMetadata["polyglot_notebook"] is JsonObject polyglot
            && Text(polyglot, "kernelInfo", "defaultKernelName") is { Length: > 0 } kernel)
            return NotebookLanguages.NameOf(kernel) ?? kernel;
        var language = Text(notebookMetadata, "kernelspec", "language") ?? Text(notebookMetadata, "language_info", "name");
        return language is { Length: > 0 } ? NotebookLanguages.NameOf(language) ?? language.ToLowerInvariant() : "csharp";
    }

    /// <summary>The list of kernels that Polyglot Notebooks keeps: the default one, and those the cells use.</summary>
    public static JsonObject KernelInfo(Notebook notebook)
    {
        var names = notebook.Cells.Select(c => c.Language).OfType<string>().Prepend(notebook.Language).Distinct();
        return new JsonObject
        {
            ["kernelInfo"] = new JsonObject
            {
                ["defaultKernelName"] = notebook.Language,
                ["items"] = new JsonArray([.. names.Select(n => (JsonNode)KernelItem(n))]),
            },
        };
    }

    /// <summary>One kernel of that list.</summary>
    public static JsonObject KernelItem(string name) => new() { ["aliases"] = new JsonArray(), ["name"] = name };

    /// <summary>The text under two keys, or null when it is not there.</summary>
    public static string? Text(JsonObject metadata, string outer, string inner) =>
        metadata[outer] is JsonObject section && section[inner] is JsonValue value && value.TryGetValue(out string? text) ? text : null;

    private static void Write(JsonObject metadata, string outer, string inner, string? value)
    {
        if (value is not null)
        {
            if (metadata[outer] is not JsonObject section) metadata[outer] = section = [];
            section[inner] = value;
        }
        else if (metadata[outer] is JsonObject section)
        {
            section.Remove(inner);
            if (section.Count == 0) metadata.Remove(outer);
        }
    }
}
