using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Qiansi.Documents;
using Qiansi.Server.Http;

namespace Qiansi.Server.Contents;

/// <summary>Notebooks as front ends get and give them: nbformat's JSON with every text in one piece,
/// and a mark on cells with trusted outputs.</summary>
internal static class NotebookJson
{
    private static readonly JsonDocumentOptions ReadOptions = new() { MaxDepth = 256 };

    /// <summary>The JSON for a front end.</summary>
    /// <param name="notebook">The notebook, as it was read.</param>
    /// <param name="isTrusted">Whether its outputs may run scripts.</param>
    public static Action<Utf8JsonWriter> ForFrontEnd(Notebook notebook, bool isTrusted)
    {
        var bytes = notebook.ToBytes(NotebookFormat.Ipynb).AsSpan();
        var mark = bytes.StartsWith(Encoding.UTF8.Preamble) ? Encoding.UTF8.Preamble.Length : 0;
        var root = (JsonObject)JsonNode.Parse(bytes[mark..], documentOptions: ReadOptions)!;
        var cells = root["cells"]!.AsArray();
        for (var i = 0; i < cells.Count; i++)
        {
            var cell = cells[i]!.AsObject();
            // Files of nbformat 4.4 and older have none; saving knows the cell again by the id.
            cell["id"] ??= notebook.Cells[i].Id;
            if (cell["metadata"] is not JsonObject metadata) cell["metadata"] = metadata = [];
            metadata.Remove("trusted");
            if (notebook.Cells[i].Kind == CellKind.Code) metadata["trusted"] = isTrusted;
            JoinedLines.In(cell);
        }
        if (root["nbformat_minor"] is not JsonValue minor || !minor.TryGetValue(out int number) || number < 5) root["nbformat_minor"] = 5;
        if (root["metadata"] is not JsonObject about) root["metadata"] = about = [];
        // JupyterLab would add these to a notebook that names no kernel or no language, and then call it changed.
        about["kernelspec"] ??= new JsonObject { ["name"] = "", ["display_name"] = "" };
        about["language_info"] ??= new JsonObject { ["name"] = "" };
        return json => root.WriteTo(json);
    }

    /// <summary>The notebook that a front end wants saved, and whether all its outputs are trusted there.</summary>
    /// <exception cref="HttpFailure">400: the content is no notebook.</exception>
    public static (Notebook Notebook, bool IsTrusted) FromFrontEnd(JsonElement content, string name)
    {
        if (content.ValueKind != JsonValueKind.Object)
            throw new HttpFailure(400, $"The content is a JSON {content.ValueKind} where a notebook belongs.");
        Notebook notebook;
        try
        {
            notebook = Notebook.Parse(content.GetRawText(), NotebookFormat.Ipynb, name);
        }
        catch (Exception e) when (e is DocumentException or InvalidOperationException or ArgumentException)
        {
            throw new HttpFailure(400, $"The content is not a notebook: {e.Message}");
        }
        var isTrusted = true;
        foreach (var cell in notebook.Cells)
        {
            var mark = cell.Metadata["trusted"] is JsonValue value && value.TryGetValue(out bool trusted) && trusted;
            cell.Metadata.Remove("trusted");
            if (cell.Kind == CellKind.Code && !mark && cell.Outputs.Any(o => o is DataOutput)) isTrusted = false;
        }
        notebook.Metadata.Remove("orig_nbformat");
        notebook.Metadata.Remove("orig_nbformat_minor");
        return (notebook, isTrusted);
    }
}
