using System.Text.Json.Nodes;

namespace Qiansi.Server.Tests.Contents;

public sealed class NotebookTests
{
    private const string Original = """
        {
          "cells": [
            {
              "cell_type": "code",
              "execution_count": 1,
              "id": "one",
              "metadata": {"custom":   true},
              "outputs": [ {"output_type": "stream", "name": "stdout", "text": ["a\n", "b\n"]} ],
              "source": ["var a = 1;\n", "a"]
            },
            {
              "cell_type": "markdown",
              "id": "two",
              "metadata": {},
              "source": "text"
            }
          ],
          "metadata": {"kernelspec": {"name": ".net-csharp", "display_name": ".NET (C#)", "language": "C#"}, "unknown": {"kept": 1}},
          "nbformat": 4,
          "nbformat_minor": 5
        }
        """;

    [Fact]
    public async Task Saving_what_was_opened_changes_no_byte()
    {
        await using var server = await TestServer.StartAsync();
        File.WriteAllText(server.FileOf("a.ipynb"), Original);
        var model = await server.JsonAsync("GET", "/api/contents/a.ipynb", 200);
        await server.JsonAsync("PUT", "/api/contents/a.ipynb", 200, Notebooks.Save(model["content"]!));
        Assert.Equal(Original, File.ReadAllText(server.FileOf("a.ipynb")));
    }

    [Fact]
    public async Task Saving_a_change_changes_those_lines_only()
    {
        await using var server = await TestServer.StartAsync();
        File.WriteAllText(server.FileOf("a.ipynb"), Original);
        var content = (await server.JsonAsync("GET", "/api/contents/a.ipynb", 200))["content"]!;
        // Front ends join lists of lines.
        content["cells"]![0]!["source"] = "var a = 2;\na";
        content["cells"]![0]!["outputs"]![0]!["text"] = "a\nb\n";
        await server.JsonAsync("PUT", "/api/contents/a.ipynb", 200, Notebooks.Save(content));
        Assert.Equal(Original.Replace("var a = 1;", "var a = 2;"), File.ReadAllText(server.FileOf("a.ipynb")));
    }

    [Fact]
    public async Task A_new_notebook_is_written_as_jupyter_writes_it()
    {
        await using var server = await TestServer.StartAsync();
        await server.JsonAsync("PUT", "/api/contents/a.ipynb", 201, Notebooks.Save(Notebooks.Of("var a = 1;\na")));
        var text = File.ReadAllText(server.FileOf("a.ipynb"));
        Assert.StartsWith("{\n \"cells\": [\n  {\n", text);
        Assert.Contains("    \"var a = 1;\\n\",\n    \"a\"\n", text);
    }

    [Fact]
    public async Task An_older_file_gets_ids_and_keeps_them()
    {
        await using var server = await TestServer.StartAsync();
        File.WriteAllText(server.FileOf("a.ipynb"), """{"cells":[{"cell_type":"code","execution_count":null,"metadata":{},"outputs":[],"source":"1"}],"metadata":{},"nbformat":4,"nbformat_minor":2}""");
        var content = (await server.JsonAsync("GET", "/api/contents/a.ipynb", 200))["content"]!;
        var id = (string?)content["cells"]![0]!["id"];
        Assert.False(string.IsNullOrEmpty(id));
        Assert.Equal(5, (int)content["nbformat_minor"]!);
        content["cells"]![0]!["source"] = "2";
        await server.JsonAsync("PUT", "/api/contents/a.ipynb", 200, Notebooks.Save(content));
        Assert.Equal(id, (string?)(await server.JsonAsync("GET", "/api/contents/a.ipynb", 200))["content"]!["cells"]![0]!["id"]);
    }

    [Fact]
    public async Task A_dib_file_is_a_notebook_and_stays_a_dib_file()
    {
        await using var server = await TestServer.StartAsync();
        const string Dib = "#!meta\n\n{\"kernelInfo\":{\"defaultKernelName\":\"csharp\",\"items\":[{\"aliases\":[],\"name\":\"csharp\"}]}}\n\n#!markdown\n\n# Title\n\n#!csharp\n\nvar a = 1;\n\n#!html\n\n<b>x</b>\n";
        File.WriteAllText(server.FileOf("a.dib"), Dib);
        var model = await server.JsonAsync("GET", "/api/contents/a.dib", 200);
        Assert.Equal(("notebook", "json"), ((string?)model["type"], (string?)model["format"]));
        var content = model["content"]!;
        Assert.Equal(["markdown", "code", "code"], content["cells"]!.AsArray().Select(c => (string?)c!["cell_type"]));
        await server.JsonAsync("PUT", "/api/contents/a.dib", 200, Notebooks.Save(content));
        Assert.Equal(Dib, File.ReadAllText(server.FileOf("a.dib")));
        content["cells"]![1]!["source"] = "var a = 2;";
        await server.JsonAsync("PUT", "/api/contents/a.dib", 200, Notebooks.Save(content));
        Assert.Equal(Dib.Replace("a = 1", "a = 2"), File.ReadAllText(server.FileOf("a.dib")));
    }

    [Fact]
    public async Task Outputs_from_elsewhere_are_not_trusted_and_those_that_ran_here_are()
    {
        await using var server = await TestServer.StartAsync();
        var notebook = Notebooks.Of("HTML(\"<script>\")");
        notebook["cells"]![0]!["outputs"]!.AsArray().Add(new JsonObject { ["output_type"] = "display_data", ["data"] = new JsonObject { ["text/html"] = "<script>alert(1)</script>" }, ["metadata"] = new JsonObject() });
        File.WriteAllText(server.FileOf("a.ipynb"), notebook.ToJsonString());
        Assert.False(await IsTrustedAsync());

        // Opened and saved without a run.
        var content = (await server.JsonAsync("GET", "/api/contents/a.ipynb", 200))["content"]!;
        await server.JsonAsync("PUT", "/api/contents/a.ipynb", 200, Notebooks.Save(content));
        Assert.False(await IsTrustedAsync());

        // The front end marks a cell when its person has run it.
        content["cells"]![0]!["metadata"]!["trusted"] = true;
        await server.JsonAsync("PUT", "/api/contents/a.ipynb", 200, Notebooks.Save(content));
        Assert.True(await IsTrustedAsync());
        Assert.DoesNotContain("trusted", File.ReadAllText(server.FileOf("a.ipynb")));

        // Another program writes into it.
        File.WriteAllText(server.FileOf("a.ipynb"), File.ReadAllText(server.FileOf("a.ipynb")).Replace("alert(1)", "alert(2)"));
        Assert.False(await IsTrustedAsync());

        async Task<bool> IsTrustedAsync() => (bool)(await server.JsonAsync("GET", "/api/contents/a.ipynb", 200))["content"]!["cells"]![0]!["metadata"]!["trusted"]!;
    }
}
