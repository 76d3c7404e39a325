using Qiansi.Documents.Json;

namespace Qiansi.Documents.Ipynb;

/// <summary>Writes nbformat 4.5; what was read from an .ipynb file and not changed keeps its bytes.</summary>
internal static class IpynbWriter
{
    /// <summary>The minor version of nbformat that is written: the one that gave cells ids.</summary>
    private const int Minor = 5;

    /// <summary>The document's bytes.</summary>
    public static byte[] Write(Notebook notebook)
    {
        var root = notebook.IpynbOrigin;
        var asList = root?["cells"]!.Entries.Select(c => c.Value["source"]!).FirstOrDefault()?.Kind != JsonTextKind.String;
        var patches = notebook.Cells.Select(c => CellPatch.Create(c, asList)).ToList();
        var document = new JsonObjectPatch(root);
        var cells = Cells(root?["cells"], notebook, patches);
        var metadata = MetadataPlan(notebook, root);
        if (root is not null && !cells.Changed && metadata is null) return root.File;

        SetMissingIds(notebook, patches);
        document.Set("cells", Cells(root?["cells"], notebook, patches).Write);
        if (metadata is not null) document.Set("metadata", metadata);
        if (root is null) document.Set("nbformat", (writer, _) => writer.Raw("4"));
        if (notebook.FormatMinor is not >= Minor) document.Set("nbformat_minor", (writer, _) => writer.Count(Minor));

        var target = new JsonTextWriter(root is null ? JsonTextStyle.Jupyter : JsonTextStyle.Of(root), root?.File);
        if (root is not null) target.Raw(root.File.AsSpan(0, root.Start));
        document.Write(target, 0);
        target.Raw(root is null ? "\n"u8 : root.File.AsSpan(root.End));
        return target.Written.ToArray();
    }

    private static JsonArrayPatch Cells(JsonText? origin, Notebook notebook, List<JsonObjectPatch> patches)
    {
        var list = new JsonArrayPatch(origin);
        for (var i = 0; i < patches.Count; i++) list.Add(notebook.Cells[i].Origin, patches[i]);
        list.Complete();
        return list;
    }

    private static Action<JsonTextWriter, int>? MetadataPlan(Notebook notebook, JsonText? root)
    {
        if (root is null) return JsonNodePatch.Plan(null, NewNotebookMetadata.Complete(notebook));
        return root["metadata"] is null && notebook.Metadata.Count == 0 ? null : JsonNodePatch.Plan(root["metadata"], notebook.Metadata);
    }

    /// <summary>Writes the ids that the file did not have, and parts cells that share one (a cell copied by hand).</summary>
    private static void SetMissingIds(Notebook notebook, List<JsonObjectPatch> patches)
    {
        var taken = new HashSet<string>();
        for (var i = 0; i < patches.Count; i++)
        {
            var cell = notebook.Cells[i];
            var id = taken.Add(cell.Id) ? cell.Id : CellIds.Derive(cell.Source, i, taken);
            if (id != cell.Origin?["id"]?.GetString()) CellPatch.SetId(patches[i], id);
        }
    }
}
