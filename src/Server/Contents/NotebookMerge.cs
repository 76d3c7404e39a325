using Qiansi.Contracts;
using Qiansi.Engine.Documents;

namespace Qiansi.Server.Contents;

/// <summary>Puts what a front end saves into the notebook as it is on disk, cell by cell, so that whatever did not change keeps its bytes: a save is as small in a diff as the change was.</summary>
internal static class NotebookMerge
{
    /// <summary>Changes <paramref name="onDisk"/> into what <paramref name="saved"/> says.</summary>
    public static void Apply(Notebook onDisk, Notebook saved)
    {
        var old = onDisk.Cells.GroupBy(c => c.Id).ToDictionary(g => g.Key, g => g.First());
        onDisk.Metadata = saved.Metadata;
        onDisk.Cells.Clear();
        foreach (var cell in saved.Cells) onDisk.Cells.Add(old.Remove(cell.Id, out var before) ? Update(before, cell) : Copy(cell));
    }

    private static Cell Update(Cell before, Cell now)
    {
        before.Kind = now.Kind;
        before.Source = now.Source;
        before.Metadata = now.Metadata;
        before.Attachments = now.Attachments;
        before.ExecutionCount = now.ExecutionCount;
        // Outputs have no names: those that are the same at the same place are the same.
        before.Outputs = [.. now.Outputs.Select((o, i) => i < before.Outputs.Count && Same(before.Outputs[i], o) ? before.Outputs[i] : Copy(o))];
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
        _ => false,
    };

    private static bool SameData(DataOutput one, DataOutput other) =>
        System.Text.Json.Nodes.JsonNode.DeepEquals(one.Metadata, other.Metadata) && Entries(one.Data).SequenceEqual(Entries(other.Data));

    private static IEnumerable<(string, string)> Entries(MimeBundle bundle) => bundle.Select(e => (e.Key, e.Value)).OrderBy(e => e.Key, StringComparer.Ordinal);
}
