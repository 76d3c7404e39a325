using System.Text.Json.Nodes;

namespace Qiansi.Documents.Ipynb;

/// <summary>What a new .ipynb file says about its kernel, so that Jupyter, VS Code and Polyglot Notebooks open it without asking.</summary>
internal static class NewNotebookMetadata
{
    /// <summary>A copy of the notebook's metadata with the missing kernel keys added;
    /// other languages than .NET's are left to their own kernels.</summary>
    public static JsonObject Complete(Notebook notebook)
    {
        var metadata = (JsonObject)notebook.Metadata.DeepClone();
        if (NotebookLanguages.Find(notebook.Language) is not { Kernel: { } kernel } language) return metadata;
        if (!metadata.ContainsKey("kernelspec"))
        {
            metadata["kernelspec"] = new JsonObject
            {
                ["display_name"] = kernel.DisplayName,
                ["language"] = language.Label,
                ["name"] = kernel.Spec,
            };
        }

        if (!metadata.ContainsKey("language_info"))
        {
            metadata["language_info"] = new JsonObject
            {
                ["file_extension"] = kernel.File,
                ["mimetype"] = kernel.MediaType,
                ["name"] = language.Label,
                ["pygments_lexer"] = kernel.Lexer,
                ["version"] = kernel.Version,
            };
        }

        if (!metadata.ContainsKey("polyglot_notebook")) metadata["polyglot_notebook"] = PolyglotMetadata.KernelInfo(notebook);
        var sorted = new JsonObject();
        foreach (var (name, value) in metadata.OrderBy(m => m.Key, StringComparer.Ordinal)) sorted[name] = value?.DeepClone();
        return sorted;
    }
}
