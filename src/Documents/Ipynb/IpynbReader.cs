using System.Text.Json.Nodes;
using Qiansi.Documents.Json;

namespace Qiansi.Documents.Ipynb;

/// <summary>Reads nbformat 4.0 to 4.5 (and later minors, which by nbformat's rule add and do not change).</summary>
internal sealed class IpynbReader(DocumentSource source)
{
    private readonly OutputReader _outputs = new(source);

    /// <summary>Reads the document.</summary>
    /// <exception cref="DocumentException">It is not a notebook this version reads.</exception>
    public Notebook Read()
    {
        var root = JsonTextParser.Parse(source);
        source.Require(root, "the file", JsonTextKind.Object);
        CheckVersion(root);
        var cells = root["cells"]
            ?? throw source.Error(root.Start, "there is no \"cells\" list", "A notebook of nbformat 4 has one; check what wrote the file.");
        source.Require(cells, "cells", JsonTextKind.Array);
        var notebook = new Notebook { IpynbOrigin = root, Metadata = ReadObject(root["metadata"], "metadata") };
        var ids = new HashSet<string>(cells.Entries.Select(c => c.Value["id"]).OfType<JsonText>()
            .Where(id => id.Kind == JsonTextKind.String).Select(id => id.GetString()));
        for (var i = 0; i < cells.Entries.Count; i++) notebook.Cells.Add(ReadCell(cells.Entries[i].Value, i, ids));
        return notebook;
    }

    private void CheckVersion(JsonText root)
    {
        if (root["nbformat"] is not { } version)
            throw source.Error(root.Start, "there is no \"nbformat\"",
                "This is JSON, but not a Jupyter notebook; check that it is the file you meant.");
        var number = version.ToCompactString();
        if (number == "4") return;
        throw source.Error(version.Start, $"nbformat {number} cannot be read, only nbformat 4", number is "1" or "2" or "3"
            ? "Convert the file first: jupyter nbconvert --to notebook --nbformat 4 FILE."
            : "Save it as nbformat 4 with the program that wrote it.");
    }

    private Cell ReadCell(JsonText json, int index, HashSet<string> ids)
    {
        var place = $"cells[{index}]";
        source.Require(json, place, JsonTextKind.Object);
        var type = json["cell_type"]
            ?? throw source.Error(json.Start, $"{place} has no cell_type", "Give it \"cell_type\": \"code\", \"markdown\" or \"raw\".");
        source.Require(type, $"{place}.cell_type", JsonTextKind.String);
        var text = json["source"] ?? throw source.Error(json.Start, $"{place} has no source", "Give it \"source\": [] or a text.");
        var code = MultilineText.Read(text) ?? throw source.WrongType(text, $"{place}.source", "a string or a list of strings");
        var id = json["id"];
        if (id is not null) source.Require(id, $"{place}.id", JsonTextKind.String);
        var derived = id is null ? CellIds.Derive(code, index, ids) : null;
        var cell = new Cell(KindOf(type.GetString()), code)
        {
            Origin = json,
            Id = id?.GetString() ?? derived!,
            DerivedId = derived,
            Metadata = ReadObject(json["metadata"], $"{place}.metadata"),
            Attachments =
                json["attachments"] is null or { Kind: JsonTextKind.Null } ? null : ReadObject(json["attachments"], $"{place}.attachments"),
            ExecutionCount = source.ReadCount(json["execution_count"], $"{place}.execution_count"),
        };
        if (json["outputs"] is not { } outputs) return cell;
        source.Require(outputs, $"{place}.outputs", JsonTextKind.Array);
        for (var i = 0; i < outputs.Entries.Count; i++) cell.Outputs.Add(_outputs.Read(outputs.Entries[i].Value, $"{place}.outputs[{i}]"));
        return cell;
    }

    /// <summary>The kind for nbformat's word; a word of a later minor version counts as raw and is kept.</summary>
    internal static CellKind KindOf(string cellType) => cellType switch
    {
        "code" => CellKind.Code,
        "markdown" => CellKind.Markdown,
        _ => CellKind.Raw,
    };

    private JsonObject ReadObject(JsonText? json, string place)
    {
        if (json is null) return [];
        source.Require(json, place, JsonTextKind.Object);
        return json.ToObject();
    }
}
