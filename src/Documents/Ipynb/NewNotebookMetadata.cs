using System.Text.Json.Nodes;

namespace Qiansi.Engine.Documents.Ipynb;

/// <summary>What a new .ipynb file says about its kernel, so that Jupyter, VS Code and Polyglot Notebooks open it without asking.</summary>
internal static class NewNotebookMetadata
{
    private sealed record KernelNames(string Language, string DisplayName, string Kernel, string Extension, string MediaType, string Lexer, string Version);

    /// <summary>A copy of the notebook's metadata with the missing kernel keys added; other languages than .NET's are left to their own kernels.</summary>
    public static JsonObject Complete(Notebook notebook)
    {
        var metadata = (JsonObject)notebook.Metadata.DeepClone();
        var names = notebook.Language switch
        {
            "csharp" => new KernelNames("C#", ".NET (C#)", ".net-csharp", ".cs", "text/x-csharp", "csharp", "14.0"),
            "fsharp" => new KernelNames("F#", ".NET (F#)", ".net-fsharp", ".fs", "text/x-fsharp", "fsharp", "10.0"),
            "pwsh" => new KernelNames("PowerShell", ".NET (PowerShell)", ".net-pwsh", ".ps1", "text/x-powershell", "powershell", "7.5"),
            _ => null,
        };
        if (names is null) return metadata;
        if (!metadata.ContainsKey("kernelspec"))
        {
            metadata["kernelspec"] = new JsonObject
            {
                ["display_name"] = names.DisplayName,
                ["language"] = names.Language,
                ["name"] = names.Kernel,
            };
        }

        if (!metadata.ContainsKey("language_info"))
        {
            metadata["language_info"] = new JsonObject
            {
                ["file_extension"] = names.Extension,
                ["mimetype"] = names.MediaType,
                ["name"] = names.Language,
                ["pygments_lexer"] = names.Lexer,
                ["version"] = names.Version,
            };
        }

        if (!metadata.ContainsKey("polyglot_notebook")) metadata["polyglot_notebook"] = PolyglotMetadata.KernelInfo(notebook);
        var sorted = new JsonObject();
        foreach (var (name, value) in metadata.OrderBy(m => m.Key, StringComparer.Ordinal)) sorted[name] = value?.DeepClone();
        return sorted;
    }
}
