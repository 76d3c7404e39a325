using Qiansi.Documents.Json;

namespace Qiansi.Documents.Ipynb;

/// <summary>Writes cells.</summary>
internal static class CellPatch
{
    /// <summary>What to write for a cell.</summary>
    /// <param name="cell">The cell.</param>
    /// <param name="asList">Whether a new cell's text is a list of lines.</param>
    public static JsonObjectPatch Create(Cell cell, bool asList)
    {
        var origin = cell.Origin;
        var patch = new JsonObjectPatch(origin);
        var sameKind = origin is not null && IpynbReader.KindOf(origin["cell_type"]!.GetString()) == cell.Kind;
        if (!sameKind) patch.Set("cell_type", (writer, _) => writer.String(WordFor(cell.Kind)));
        if (cell.Id != (origin?["id"]?.GetString() ?? cell.DerivedId)) SetId(patch, cell.Id);
        if (cell.Metadata.Count > 0 || origin is null || origin["metadata"] is not null)
            Set("metadata", JsonNodePatch.Plan(origin?["metadata"], cell.Metadata));
        Set("source", MultilineText.Plan(origin?["source"], cell.Source, asList));
        if (cell.Attachments is null) RemoveUnlessNull("attachments");
        else Set("attachments", JsonNodePatch.Plan(origin?["attachments"], cell.Attachments));

        if (cell.Kind == CellKind.Code)
        {
            var oldCount = origin?["execution_count"];
            if (!sameKind || cell.ExecutionCount != Count(oldCount))
                patch.Set("execution_count", (writer, _) => writer.Count(cell.ExecutionCount));
            var outputs = Outputs(origin?["outputs"], cell.Outputs);
            if (outputs.Changed && (!sameKind || cell.Outputs.Count > 0 || origin!["outputs"] is not null))
                patch.Set("outputs", outputs.Write);
        }
        else if (!sameKind)
        {
            patch.Remove("execution_count");
            patch.Remove("outputs");
        }

        return patch;

        void Set(string name, Action<JsonTextWriter, int>? write)
        {
            if (write is not null) patch.Set(name, write);
        }

        void RemoveUnlessNull(string name)
        {
            if (origin?[name] is { Kind: not JsonTextKind.Null }) patch.Remove(name);
        }
    }

    /// <summary>Gives the cell an id in what is written.</summary>
    public static void SetId(JsonObjectPatch patch, string id) => patch.Set("id", (writer, _) => writer.String(id));

    private static JsonArrayPatch Outputs(JsonText? origin, List<Output> outputs)
    {
        var patch = new JsonArrayPatch(origin);
        foreach (var output in outputs) patch.Add(output.Origin, OutputPatch.Create(output));
        patch.Complete();
        return patch;
    }

    private static int? Count(JsonText? json) =>
        json is { Kind: JsonTextKind.Number } ? (int)double.Parse(json.Bytes, System.Globalization.CultureInfo.InvariantCulture) : null;

    private static string WordFor(CellKind kind) => kind switch
    {
        CellKind.Code => "code",
        CellKind.Markdown => "markdown",
        _ => "raw",
    };
}
