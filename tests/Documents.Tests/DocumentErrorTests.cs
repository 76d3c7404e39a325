using System.Text;
using Qiansi.Documents;

namespace Qiansi.Documents.Tests;

/// <summary>What is said about files that are no whole notebooks: file, place, what was seen, what to do.</summary>
public sealed class DocumentErrorTests
{
    [Theory]
    [InlineData("", 1, 1, "the file is empty")]
    [InlineData(" \n\t\n", 1, 1, "the file is empty")]
    [InlineData("{\"cells\": [{\"cell_type\": \"co", 1, 26, "the JSON ends inside the string that starts here")]
    [InlineData("{\"cells\":\n [{\"source\": [\"a\"],", 2, 20, "the JSON ends where a name in quotes should come")]
    [InlineData("{\"cells\": [", 1, 12, "the JSON ends where ']' should come")]
    [InlineData("{\"cells\": [}", 1, 12, "'}' stands where a value should come")]
    [InlineData("{\"cells\": [1 2]}", 1, 14, "'2' stands where ',' or ']' should come")]
    [InlineData("{cells: []}", 1, 2, "'c' stands where a name in quotes should come")]
    [InlineData("{\"cells\": tru}", 1, 14, "'}' stands where true should come")]
    [InlineData("{\"cells\": 01}", 1, 12, "'1' stands where ',' or '}' should come")]
    [InlineData("{\"cells\": \"\\x\"}", 1, 13, "'x' stands where an escape (\\n, \\t, \\u0041, …) should come")]
    [InlineData("{\"cells\": \"a\nb\"}", 1, 13, "control character 0x0A in a string")]
    [InlineData("{\"中文\": \"😀\", ,}", 1, 14, "',' stands where a name in quotes should come")]
    [InlineData("{\n<<<<<<< HEAD\n \"cells\": []", 2, 1, "a merge conflict of git stands here")]
    [InlineData("{\"cells\":[],\"nbformat\":4} x", 1, 27, "'x' stands where the end of the JSON should come")]
    [InlineData("[]", 1, 1, "the file is a list, not an object")]
    [InlineData("{}", 1, 1, "there is no \"nbformat\"")]
    [InlineData("{\"nbformat\": 3, \"worksheets\": []}", 1, 14, "nbformat 3 cannot be read, only nbformat 4")]
    [InlineData("{\"nbformat\": 5}", 1, 14, "nbformat 5 cannot be read, only nbformat 4")]
    [InlineData("{\"nbformat\": \"4\"}", 1, 14, "nbformat \"4\" cannot be read")]
    [InlineData("{\"nbformat\": 4}", 1, 1, "there is no \"cells\" list")]
    [InlineData("{\"nbformat\": 4, \"cells\": {}}", 1, 26, "cells is an object, not a list")]
    [InlineData("{\"nbformat\": 4, \"cells\": [7]}", 1, 27, "cells[0] is a number, not an object")]
    [InlineData("{\"nbformat\": 4, \"cells\": [{}]}", 1, 27, "cells[0] has no cell_type")]
    [InlineData("{\"nbformat\": 4, \"cells\": [{\"cell_type\": null}]}", 1, 41, "cells[0].cell_type is null, not a string")]
    [InlineData("{\"nbformat\": 4, \"cells\": [{\"cell_type\":\"code\"}]}", 1, 27, "cells[0] has no source")]
    [InlineData("{\"nbformat\": 4, \"cells\": [{\"cell_type\":\"code\",\"source\":[1]}]}", 1, 56,
        "cells[0].source is a list of something else, not a string or a list of strings")]
    [InlineData("{\"nbformat\": 4, \"cells\": [{\"cell_type\":\"code\",\"source\":true}]}", 1, 56,
        "cells[0].source is true or false, not a string or a list of strings")]
    [InlineData("{\"nbformat\": 4, \"cells\": [{\"cell_type\":\"code\",\"source\":\"\",\"metadata\":[]}]}", 1, 70,
        "cells[0].metadata is a list, not an object")]
    [InlineData("{\"nbformat\": 4, \"cells\": [{\"cell_type\":\"code\",\"source\":\"\",\"id\":1}]}", 1, 64,
        "cells[0].id is a number, not a string")]
    [InlineData("{\"nbformat\": 4, \"cells\": [{\"cell_type\":\"code\",\"source\":\"\",\"execution_count\":1.5}]}", 1, 77,
        "cells[0].execution_count is a number, not a whole number or null")]
    [InlineData("{\"nbformat\": 4, \"cells\": [{\"cell_type\":\"code\",\"source\":\"\",\"outputs\":[{}]}]}", 1, 70,
        "cells[0].outputs[0] has no output_type")]
    [InlineData("{\"nbformat\": 4, \"cells\": "
        + "[{\"cell_type\":\"code\",\"source\":\"\",\"outputs\":[{\"output_type\":\"stream\",\"name\":\"stdout\"}]}]}", 1,
        70, "cells[0].outputs[0] has no text")]
    [InlineData("{\"nbformat\": 4, \"cells\": "
        + "[{\"cell_type\":\"code\",\"source\":\"\",\"outputs\":[{\"output_type\":\"display_data\",\"data\":[]}]}]}", 1, 107,
        "cells[0].outputs[0].data is a list, not an object")]
    [InlineData("{\"nbformat\": 4, \"cells\": "
        + "[{\"cell_type\":\"code\",\"source\":\"\",\"outputs\":[{\"output_type\":\"error\","
        + "\"ename\":\"\",\"evalue\":\"\",\"traceback\":[1]}]}]}", 1, 129,
        "cells[0].outputs[0].traceback is a number, not a string")]
    public void A_wrong_ipynb_file(string text, int line, int column, string problem)
    {
        var error = Assert.Throws<DocumentException>(() => Notebook.Parse(text, NotebookFormat.Ipynb, "课/a.ipynb"));
        Assert.StartsWith($"课/a.ipynb:{line}:{column}: {problem}", error.Message);
        Assert.Equal(("课/a.ipynb", line, column), (error.File, error.Line, error.Column));
        Assert.Matches(@"\. [A-Z][^.].+\.$", error.Message); // a sentence follows that says what to do
    }

    [Fact]
    public void Every_cut_of_a_notebook_is_an_error_at_the_end_or_before()
    {
        var whole = Sample.Bytes("jupyter-indent1.ipynb");
        for (var length = 0; length < whole.Length - 2; length += 7)
        {
            var error = Assert.Throws<DocumentException>(() => Notebook.Parse(whole.AsSpan(0, length), NotebookFormat.Ipynb, "a.ipynb"));
            Assert.InRange(error.Line, 1, whole.AsSpan(0, length).Count((byte)'\n') + 1);
        }
    }

    [Theory]
    [InlineData("utf-16", "the file is UTF-16LE, notebooks are UTF-8")]
    [InlineData("utf-16BE", "the file is UTF-16BE, notebooks are UTF-8")]
    [InlineData("utf-32", "the file is UTF-32LE, notebooks are UTF-8")]
    public void A_wide_encoding_is_named(string encoding, string problem)
    {
        var text = Encoding.GetEncoding(encoding);
        foreach (var bytes in new[] { text.GetBytes("{\"cells\": []}"), [.. text.GetPreamble(), .. text.GetBytes("{}")] })
        {
            if (encoding == "utf-32" && bytes[0] == '{') continue; // without a mark UTF-32 is not told from binary data
            var error = Assert.Throws<DocumentException>(() => Notebook.Parse(bytes, NotebookFormat.Ipynb, "a.ipynb"));
            Assert.StartsWith($"a.ipynb:1:1: {problem}", error.Message);
        }
    }

    [Theory]
    [InlineData(NotebookFormat.Ipynb)]
    [InlineData(NotebookFormat.Dib)]
    public void A_byte_that_is_not_UTF8_is_named_with_its_place(NotebookFormat format)
    {
        var error = Assert.Throws<DocumentException>(() => Notebook.Parse([(byte)'\n', .. "中"u8, 0xD6, 0xD0], format, "a.x"));
        Assert.StartsWith("a.x:2:2: byte 0xD6 is not UTF-8. Save the file as UTF-8", error.Message);
    }

    [Fact]
    public void Deep_nesting_is_refused()
    {
        var text = "{\"x\":" + new string('[', 100_000);
        Assert.Contains("nested more than 256 deep",
            Assert.Throws<DocumentException>(() => Notebook.Parse(text, NotebookFormat.Ipynb, "a.ipynb")).Message);
    }

    [Fact]
    public void Files_that_cannot_be_opened_are_errors_with_a_way_out()
    {
        var folder = Directory.CreateTempSubdirectory("docs 试");
        var large = Path.Combine(folder.FullName, "large.ipynb");
        File.WriteAllText(large, new string(' ', 2000));
        Assert.Contains("large.ipynb: the file is 0 MiB, more than the 0 MiB that are read. Clear the outputs",
            Assert.Throws<DocumentException>(() => Notebook.Load(large, 1000)).Message);
        Assert.Contains("there is no such file",
            Assert.Throws<DocumentException>(() => Notebook.Load(Path.Combine(folder.FullName, "no.ipynb"))).Message);
        Assert.Contains("there is no such file",
            Assert.Throws<DocumentException>(() => Notebook.Load(Path.Combine(folder.FullName, "no", "no.dib"))).Message);
        Directory.CreateDirectory(Path.Combine(folder.FullName, "folder.ipynb"));
        Assert.Contains("this is a folder. Name a notebook in it.",
            Assert.Throws<DocumentException>(() => Notebook.Load(Path.Combine(folder.FullName, "folder.ipynb"))).Message);
        Assert.Contains("'.txt' is not a notebook format", Assert.Throws<DocumentException>(() => Notebook.FormatOf("a.txt")).Message);
        folder.Delete(recursive: true);
    }
}
