using System.Text;
using Qiansi.Documents;

namespace Qiansi.Documents.Tests;

public sealed class SampleRoundTripTests
{
    public static TheoryData<string> All => Sample.All;

    public static TheoryData<string> Ipynb => Sample.Ipynb;

    [Theory]
    [MemberData(nameof(All))]
    public void Opening_and_saving_an_untouched_file_gives_the_same_bytes(string name)
    {
        var notebook = Notebook.Load(Sample.Path(name));
        var folder = Directory.CreateTempSubdirectory();
        var copy = Path.Combine(folder.FullName, name);
        notebook.Save(copy);
        Assert.Equal(Sample.Bytes(name), File.ReadAllBytes(copy));
        folder.Delete(recursive: true);
    }

    [Theory]
    [MemberData(nameof(Ipynb))]
    public void Looking_at_everything_changes_nothing(string name)
    {
        var notebook = Notebook.Load(Sample.Path(name));
        foreach (var cell in notebook.Cells)
        {
            _ = cell.Metadata.ToList();
            _ = (cell.Attachments?.ToJsonString(), cell.Language, cell.Tags, cell.Code);
            foreach (var output in cell.Outputs.OfType<DataOutput>()) _ = (output.Data.Count, output.Metadata.ToList());
        }

        Assert.Equal(Sample.Bytes(name), notebook.ToBytes(NotebookFormat.Ipynb));
    }

    [Theory]
    [InlineData("compact.ipynb")]
    [InlineData("escaped-indent4.ipynb")]
    [InlineData("jupyter-indent1.ipynb")]
    [InlineData("oneline-spaced.ipynb")]
    [InlineData("tabs-crlf-bom.ipynb")]
    [InlineData("vscode-indent2-no-newline.ipynb")]
    public void Editing_one_cell_of_a_45_file_changes_only_its_own_bytes(string name)
    {
        var before = Sample.Text(name);
        var notebook = Notebook.Load(Sample.Path(name));
        var cell = notebook.Cells[1];
        cell.Source = cell.Source.Replace("one\\ttwo", "一");
        var after = Encoding.UTF8.GetString(notebook.ToBytes(NotebookFormat.Ipynb));
        var written = name.StartsWith("escaped", StringComparison.Ordinal) ? "\\u4e00" : "一";
        Assert.Equal(before.Replace("one\\\\ttwo", written), after);
    }

    [Theory]
    [MemberData(nameof(Ipynb))]
    public void A_change_taken_back_gives_the_same_bytes(string name)
    {
        var notebook = Notebook.Load(Sample.Path(name));
        var removed = notebook.Cells[0];
        notebook.Cells.RemoveAt(0);
        notebook.Cells[0].Metadata["added"] = 1;
        Assert.NotEqual(Sample.Bytes(name), notebook.ToBytes(NotebookFormat.Ipynb));
        notebook.Cells[0].Metadata.Remove("added");
        notebook.Cells.Insert(0, removed);
        Assert.Equal(Sample.Bytes(name), notebook.ToBytes(NotebookFormat.Ipynb));
    }

    [Theory]
    [MemberData(nameof(Ipynb))]
    public void Moved_cells_keep_their_text(string name)
    {
        var notebook = Notebook.Load(Sample.Path(name));
        notebook.Cells.Reverse();
        var turned = Notebook.Parse(notebook.ToBytes(NotebookFormat.Ipynb), NotebookFormat.Ipynb, name);
        turned.Cells.Reverse();
        var back = Notebook.Parse(turned.ToBytes(NotebookFormat.Ipynb), NotebookFormat.Ipynb, name);
        if (notebook.FormatMinor == 5) Assert.Equal(Sample.Text(name), Encoding.UTF8.GetString(back.ToBytes(NotebookFormat.Ipynb)));
        else Assert.Equal(notebook.Cells.Select(c => c.Id).Reverse(), back.Cells.Select(c => c.Id));
    }

    [Fact]
    public void A_line_added_to_a_cell_keeps_the_spelling_of_the_others()
    {
        var text = Sample.Text("odd-layout.ipynb");
        var notebook = Notebook.Load(Sample.Path("odd-layout.ipynb"));
        notebook.Cells[2].Source += "\nlast\ud83d\u0001";
        var after = Encoding.UTF8.GetString(notebook.ToBytes(NotebookFormat.Ipynb));
        Assert.Contains("\"source\":[\"a b\\n\",\"lone \\ud83d end\\n\",\"last\\ud83d\\u0001\"]", after);
        Assert.Contains("\"metadata\":{\"n\":1.0,\"n\":NaN},", after);
        Assert.Contains("\"later\": [1,2 , 3]", after);
        Assert.Contains(" ,\n \"future\":{\"a\" : [ 1.50, 1e5, -0 ]}\n}\n\n", after);
        Assert.Contains("\"nbformat_minor\" : 5,", after);
        Assert.DoesNotContain("nbformat_minor\" : 4", after);
        Assert.Contains("\"nbformat_minor\" : 4,", text);
    }
}
