using System.Text.Json.Nodes;
using Qiansi.Contracts;
using Qiansi.Documents;

namespace Qiansi.Server.Contents;

/// <summary>
/// Puts what a front end saves into the notebook as it is on disk, cell by cell,
/// so that whatever did not change keeps its bytes: a save is as small in a diff as the change was.
/// </summary>
internal static class NotebookMerge
{
    /// <summary>Changes <paramref name="onDisk"/> into what <paramref name="saved"/> says.</summary>
    public static void Apply(Notebook onDisk, Notebook saved)
    {
        // Cells copied by hand share an id.
        var old = onDisk.Cells.GroupBy(c => c.Id).ToDictionary(g => g.Key, g => new Queue<Cell>(g));
        onDisk.Metadata = BrowserJson.Keep(onDisk.Metadata, WithoutPlaceholders(onDisk.Metadata, saved.Metadata));
        // A notebook without cells is shown with an empty one.
        if (onDisk is { Format: not null, Cells.Count: 0 } && saved.Cells is [{ Kind: CellKind.Code, Source: "", Outputs.Count: 0 }])
            return;
        onDisk.Cells.Clear();
        foreach (var cell in saved.Cells)
            onDisk.Cells.Add(old.TryGetValue(cell.Id, out var same) && same.TryDequeue(out var before) ? Update(before, cell) : Copy(cell));
    }

    /// <summary>JupyterLab gives a notebook that names no kernel or no language an empty name of each.</summary>
    private static JsonObject WithoutPlaceholders(JsonObject before, JsonObject now)
    {
        foreach (var key in (string[])["kernelspec", "language_info"])
            if (!before.ContainsKey(key) && (now[key] as JsonObject)?["name"] is JsonValue name
                && name.TryGetValue(out string? text) && text == "") now.Remove(key);
        return now;
    }

    /// <summary>
    /// JupyterLab takes away that outputs scroll by themselves ("auto"), which is what it does without being told.
    /// Whether outputs are hidden can stand in two places of a cell's metadata; JupyterLab writes both as soon as it finds one. As long as
    /// that says the same, it stays in those places where it stood.
    /// </summary>
    private static JsonObject CellMetadata(JsonObject before, JsonObject now)
    {
        if (before["scrolled"] is JsonValue scrolled && scrolled.TryGetValue(out string? text)
            && text == "auto" && !now.ContainsKey("scrolled"))
            now["scrolled"] = text;
        if (AreOutputsHidden(before) != AreOutputsHidden(now)) return now;
        if (!before.ContainsKey("collapsed")) now.Remove("collapsed");
        if (now["jupyter"] is not JsonObject jupyter || (before["jupyter"] as JsonObject)?.ContainsKey("outputs_hidden") is true)
            return now;
        jupyter.Remove("outputs_hidden");
        if (jupyter.Count == 0 && !before.ContainsKey("jupyter")) now.Remove("jupyter");
        return now;
    }

    private static bool AreOutputsHidden(JsonObject metadata) =>
        IsTrue(metadata["collapsed"]) || IsTrue((metadata["jupyter"] as JsonObject)?["outputs_hidden"]);

    private static bool IsTrue(JsonNode? flag) => flag?.GetValueKind() == System.Text.Json.JsonValueKind.True;

    /// <summary>
    /// At each save JupyterLab lets go of the pictures whose names it does not find in a cell's text, also where the text has them
    /// percent-encoded, or was never touched. One that is the same stays as it was written, in one piece or in lines.
    /// </summary>
    private static JsonObject? Attachments(Cell before, Cell now)
    {
        if (before.Attachments is not { } old) return now.Attachments;
        var text = Uri.UnescapeDataString(now.Source);
        var all = now.Attachments ?? [];
        foreach (var (name, picture) in old)
        {
            var isNamed = before.Source == now.Source || text.Contains($"attachment:{name}", StringComparison.Ordinal);
            if (isNamed && (all[name] is not { } kept || BrowserJson.Same(JoinedLines.Of(picture), kept))) all[name] = picture?.DeepClone();
        }
        return all.Count > 0 || old.Count == 0 ? all : null;
    }

    private static Cell Update(Cell before, Cell now)
    {
        before.Attachments = Attachments(before, now);
        before.Kind = now.Kind;
        before.Source = now.Source;
        before.Metadata = BrowserJson.Keep(before.Metadata, CellMetadata(before.Metadata, now.Metadata));
        before.ExecutionCount = now.ExecutionCount;
        // Outputs have no names: those that are the same at the same place are the same.
        before.Outputs =
            [.. now.Outputs.Select((o, i) => i < before.Outputs.Count && Same(before.Outputs[i], o) ? before.Outputs[i] : Copy(o))];
        return before;
    }

    private static Cell Copy(Cell cell) => new(cell.Kind, cell.Source)
    {
        Id = cell.Id,
        Metadata = cell.Metadata,
        Attachments = cell.Attachments,
        ExecutionCount = cell.ExecutionCount,
        Outputs = [.. cell.Outputs.Select(Copy)],
    };

    /// <summary>A copy without ties to the text it was read from, which was written for the network and not for a file.</summary>
    private static Output Copy(Output output) => output switch
    {
        StreamOutput stream => new StreamOutput(stream.Name, stream.Text),
        ErrorOutput error => new ErrorOutput(error.Name, error.Message, error.Traceback),
        ResultOutput result => new ResultOutput(result.Data, result.ExecutionCount, result.Metadata),
        DisplayOutput display => new DisplayOutput(display.Data, display.Metadata),
        _ => output,
    };

    private static bool Same(Output one, Output other) => (one, other) switch
    {
        (StreamOutput a, StreamOutput b) => a.Name == b.Name && a.Text == b.Text,
        (ErrorOutput a, ErrorOutput b) => a.Name == b.Name && a.Message == b.Message && a.Traceback.SequenceEqual(b.Traceback),
        (ResultOutput a, ResultOutput b) => a.ExecutionCount == b.ExecutionCount && SameData(a, b),
        (DisplayOutput a, DisplayOutput b) => SameData(a, b),
        (UnknownOutput a, UnknownOutput b) => BrowserJson.Same(a.Json, b.Json),
        _ => false,
    };

    private static bool SameData(DataOutput one, DataOutput other) => BrowserJson.Same(one.Metadata, other.Metadata)
        && one.Data.Count == other.Data.Count
        && one.Data.All(e =>
            other.Data[e.Key] is { } value && (value == e.Value || MimeBundle.IsJson(e.Key) && BrowserJson.Same(e.Value, value)));
}
