using System.Text;
using System.Text.Json.Nodes;
using Qiansi.Contracts;
using Qiansi.Documents;

namespace Qiansi.Documents.Tests;

public sealed class ConversionTests
{
    [Fact]
    public void Dib_becomes_ipynb_that_other_tools_open()
    {
        var notebook = Notebook.Parse("#!markdown\n\n# 一\n\n#!csharp\n\nvar a = 1;\na\n\n#!html\n\n<p>\n", NotebookFormat.Dib, "a.dib");
        var json = JsonNode.Parse(notebook.ToBytes(NotebookFormat.Ipynb))!;
        Assert.Equal(".net-csharp", (string?)json["metadata"]!["kernelspec"]!["name"]);
        Assert.Equal("C#", (string?)json["metadata"]!["language_info"]!["name"]);
        Assert.Equal("csharp", (string?)json["metadata"]!["polyglot_notebook"]!["kernelInfo"]!["defaultKernelName"]);
        Assert.Equal((4, 5), ((int)json["nbformat"]!, (int)json["nbformat_minor"]!));
        Assert.Equal("""["var a = 1;\n","a"]""", json["cells"]![1]!["source"]!.ToJsonString());
        Assert.Equal("""{"dotnet_interactive":{"language":"html"},"polyglot_notebook":{"kernelName":"html"}}""",
            json["cells"]![2]!["metadata"]!.ToJsonString());
        Assert.Equal(["cell_type", "execution_count", "id", "metadata", "outputs", "source"],
            json["cells"]![2]!.AsObject().Select(m => m.Key));
    }

    [Fact]
    public void Ipynb_becomes_dib_and_back()
    {
        var notebook = Notebook.Load(Sample.Path("jupyter-indent1.ipynb"));
        var dib = Notebook.Parse(notebook.ToBytes(NotebookFormat.Dib), NotebookFormat.Dib, "a.dib");
        Assert.Equal(notebook.Cells.Select(c => (c.Kind, c.Code)), dib.Cells.Select(c => (c.Kind, c.Code)));
        Assert.Equal(["", "csharp", "html", ""], dib.Cells.Select(c => c.Language ?? ""));
        var again = Notebook.Parse(dib.ToBytes(NotebookFormat.Ipynb), NotebookFormat.Ipynb, "a.ipynb");
        Assert.Equal(dib.Cells.Select(c => (c.Kind, c.Source, c.Language)), again.Cells.Select(c => (c.Kind, c.Source, c.Language)));
    }

    [Fact]
    public void A_new_ipynb_looks_as_Jupyter_writes_it()
    {
        var notebook = new Notebook { Metadata = new JsonObject { ["kernelspec"] = new JsonObject { ["name"] = "x" } } };
        notebook.Metadata["language_info"] = new JsonObject();
        notebook.Metadata["polyglot_notebook"] = new JsonObject();
        notebook.Cells.Add(new Cell(CellKind.Code, "a\nb") { Id = "one", ExecutionCount = 7 });
        notebook.Cells[0].Outputs.Add(new StreamOutput("stdout", "x\n"));
        notebook.Cells[0].Outputs.Add(new ResultOutput(
            new MimeBundle { { "text/plain", "é" }, { "image/png", "AAA=" }, { "application/json", "{\"b\": [1.0, {}]}" } }, 7));
        notebook.Cells[0].Outputs.Add(new ErrorOutput("E", "m", ["t"]));
        const string Expected = """
            {
             "cells": [
              {
               "cell_type": "code",
               "execution_count": 7,
               "id": "one",
               "metadata": {},
               "outputs": [
                {
                 "name": "stdout",
                 "output_type": "stream",
                 "text": [
                  "x\n"
                 ]
                },
                {
                 "data": {
                  "application/json": {
                   "b": [
                    1.0,
                    {}
                   ]
                  },
                  "image/png": "AAA=",
                  "text/plain": [
                   "é"
                  ]
                 },
                 "execution_count": 7,
                 "metadata": {},
                 "output_type": "execute_result"
                },
                {
                 "ename": "E",
                 "evalue": "m",
                 "output_type": "error",
                 "traceback": [
                  "t"
                 ]
                }
               ],
               "source": [
                "a\n",
                "b"
               ]
              }
             ],
             "metadata": {
              "kernelspec": {
               "name": "x"
              },
              "language_info": {},
              "polyglot_notebook": {}
             },
             "nbformat": 4,
             "nbformat_minor": 5
            }

            """;
        Assert.Equal(Expected, Encoding.UTF8.GetString(notebook.ToBytes(NotebookFormat.Ipynb)));
    }

    [Fact]
    public void Cells_of_another_file_take_on_the_style_and_keep_unknown_keys()
    {
        var target = Notebook.Load(Sample.Path("compact.ipynb"));
        target.Cells.Clear();
        target.Cells.Add(Notebook.Load(Sample.Path("escaped-indent4.ipynb")).Cells[1]);
        var text = Encoding.UTF8.GetString(target.ToBytes(NotebookFormat.Ipynb));
        Assert.DoesNotContain('\n', text);
        Assert.Contains("\"x-extra\":{\"k\":[{},[],\"\"]}", text);
        Assert.Contains("{\"output_type\":\"hologram\",\"payload\":{\"depth\":1.5}}", text);
    }
}
