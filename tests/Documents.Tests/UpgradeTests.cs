using System.Text;
using System.Text.Json.Nodes;
using Qiansi.Contracts;
using Qiansi.Documents;

namespace Qiansi.Documents.Tests;

public sealed class UpgradeTests
{
    [Fact]
    public void A_changed_older_file_is_written_as_45_with_ids_made()
    {
        var notebook = Notebook.Load(Sample.Path("minor2-strings.ipynb"));
        notebook.Cells[3].Source = "\\clearpage";
        var bytes = notebook.ToBytes(NotebookFormat.Ipynb);
        var json = JsonNode.Parse(bytes)!;
        Assert.Equal(5, (int)json["nbformat_minor"]!);
        var ids = json["cells"]!.AsArray().Select(c => (string)c!["id"]!).ToList();
        Assert.Equal(notebook.Cells.Select(c => c.Id), ids);
        Assert.Equal(4, ids.Distinct().Count());
        Assert.All(ids, id => Assert.Matches("^[0-9a-f]{8}$", id));
        Assert.Equal("\\clearpage", (string?)json["cells"]![3]!["source"]); // texts stay strings in a file that has strings

        var withoutIds = string.Concat(
            Encoding.UTF8.GetString(bytes).Split('\n').Where(l => !l.Contains("\"id\":")).Select(l => l + "\n"))[..^1];
        Assert.Equal(Sample.Text("minor2-strings.ipynb").Replace("\\\\newpage", "\\\\clearpage").Replace("minor\": 2", "minor\": 5"),
            withoutIds);
        var again = Notebook.Load(Sample.Path("minor2-strings.ipynb"));
        Assert.Equal(notebook.Cells.Select(c => c.Id), again.Cells.Select(c => c.Id));
    }

    [Fact]
    public void New_outputs_take_the_files_place_and_keep_the_rest()
    {
        var notebook = Notebook.Load(Sample.Path("jupyter-indent1.ipynb"));
        var cell = notebook.Cells[2];
        cell.ExecutionCount = 2;
        cell.Outputs = [new DisplayOutput(MimeBundle.Plain("hi"))];
        var after = Encoding.UTF8.GetString(notebook.ToBytes(NotebookFormat.Ipynb));
        const string Empty = "\"execution_count\": null,\n   \"id\": \"page\",\n   \"metadata\": {},\n   \"outputs\": [],";
        const string Filled = "\"execution_count\": 2,\n   \"id\": \"page\",\n   \"metadata\": {},\n   \"outputs\": "
            + "[\n    {\n     \"data\": {\n      \"text/plain\": [\n       \"hi\"\n      ]\n     },\n"
            + "     \"metadata\": {},\n     \"output_type\": \"display_data\"\n    }\n   ],";
        Assert.Contains(Empty, Sample.Text("jupyter-indent1.ipynb"));
        Assert.Equal(Sample.Text("jupyter-indent1.ipynb").Replace(Empty, Filled), after);
    }

    [Fact]
    public void A_changed_rendering_leaves_the_other_ones_and_unknown_keys_alone()
    {
        var notebook = Notebook.Load(Sample.Path("jupyter-indent1.ipynb"));
        ((DataOutput)notebook.Cells[1].Outputs[1]).Data["text/plain"] = "4";
        var after = Encoding.UTF8.GetString(notebook.ToBytes(NotebookFormat.Ipynb));
        Assert.Equal(Sample.Text("jupyter-indent1.ipynb").Replace("\"3\"", "\"4\""), after);
    }

    [Fact]
    public void Cells_that_share_an_id_are_parted_when_a_file_is_changed()
    {
        var notebook = Notebook.Load(Sample.Path("jupyter-indent1.ipynb"));
        notebook.Cells.Add(notebook.Cells[0]);
        var again = Notebook.Parse(notebook.ToBytes(NotebookFormat.Ipynb), NotebookFormat.Ipynb, "a.ipynb");
        Assert.Equal(5, again.Cells.Select(c => c.Id).Distinct().Count());
        Assert.Equal("intro", again.Cells[0].Id);
    }

    [Fact]
    public void A_cell_that_changes_its_kind_loses_what_only_code_has()
    {
        var notebook = Notebook.Load(Sample.Path("jupyter-indent1.ipynb"));
        notebook.Cells[1].Kind = CellKind.Markdown;
        notebook.Cells[0].Kind = CellKind.Code;
        notebook.Cells[0].Attachments = null;
        var json = JsonNode.Parse(notebook.ToBytes(NotebookFormat.Ipynb))!["cells"]!;
        Assert.Equal(["cell_type", "id", "metadata", "source"], json[1]!.AsObject().Select(m => m.Key));
        Assert.Equal(["cell_type", "execution_count", "id", "metadata", "outputs", "source"],
            json[0]!.AsObject().Select(m => m.Key).Order());
    }
}
