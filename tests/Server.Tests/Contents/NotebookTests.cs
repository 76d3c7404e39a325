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
    public async Task Texts_that_the_file_has_as_lines_arrive_in_one_piece()
    {
        await using var server = await TestServer.StartAsync();
        File.WriteAllText(server.FileOf("a.ipynb"), """
            {"cells": [
              {"cell_type": "markdown", "id": "text", "metadata": {}, "source": ["# T\n", "![](attachment:a.svg)"],
               "attachments": {"a.svg": {"image/svg+xml": ["<svg>\n", "</svg>"]}}},
              {"cell_type": "code", "id": "code", "metadata": {}, "execution_count": 1, "source": ["a\n", "b"], "outputs": [
                {"output_type": "stream", "name": "stdout", "text": ["1\n", "2\n"]},
                {"output_type": "display_data", "metadata": {}, "data": {"text/html": ["<b>\n", "</b>"], "image/svg+xml": ["<svg>\n", "</svg>"], "application/json": ["x", "y"], "a/b+json": ["x"]}},
                {"output_type": "execute_result", "execution_count": 1, "metadata": {}, "data": {"text/plain": [], "text/latex": ["$a$"]}},
                {"output_type": "error", "ename": "E", "evalue": "v", "traceback": ["one", "two"]},
                {"output_type": "from-the-future", "text": ["x\n", "y"]}]}],
             "metadata": {}, "nbformat": 4, "nbformat_minor": 5}
            """);
        var cells = (await server.JsonAsync("GET", "/api/contents/a.ipynb", 200))["content"]!["cells"]!;
        Assert.Equal("# T\n![](attachment:a.svg)", (string?)cells[0]!["source"]);
        Assert.Equal("<svg>\n</svg>", (string?)cells[0]!["attachments"]!["a.svg"]!["image/svg+xml"]);
        Assert.Equal("a\nb", (string?)cells[1]!["source"]);
        var outputs = cells[1]!["outputs"]!;
        Assert.Equal("1\n2\n", (string?)outputs[0]!["text"]);
        Assert.Equal("""{"text/html":"<b>\n</b>","image/svg+xml":"<svg>\n</svg>","application/json":["x","y"],"a/b+json":["x"]}""",
            Compact(outputs[1]!["data"]!));
        Assert.Equal("""{"text/plain":"","text/latex":"$a$"}""", Compact(outputs[2]!["data"]!));
        Assert.Equal(["one", "two"], outputs[3]!["traceback"]!.AsArray().Select(t => (string?)t));
        Assert.Equal("x\ny", (string?)outputs[4]!["text"]);

        static string Compact(JsonNode json) =>
            json.ToJsonString(new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
    }

    [Fact]
    public async Task What_a_browser_writes_in_another_way_is_no_change()
    {
        await using var server = await TestServer.StartAsync();
        const string Notebook = """
            {"cells": [{"cell_type": "code", "id": "a", "metadata": {"x": [1, 2.50, 1e3, 12345678901234567890], "collapsed": false}, "execution_count": 1, "source": "1", "outputs": [
              {"output_type": "display_data", "metadata": {"m": 1.0}, "data": {"application/json": {"a": 1.0, "b": [1e-05, -0.0]}}}]}],
             "metadata": {"version": 1.10, "part": {"kept": 2.0, "changed": 1}}, "nbformat": 4, "nbformat_minor": 5}
            """;
        File.WriteAllText(server.FileOf("a.ipynb"), Notebook);
        var content = (await server.JsonAsync("GET", "/api/contents/a.ipynb", 200))["content"]!;
        var cell = content["cells"]![0]!;
        cell["metadata"]!["x"] = new JsonArray(1, 2.5, 1000, 12345678901234567000UL);
        cell["metadata"]!["jupyter"] = new JsonObject { ["outputs_hidden"] = false };
        cell["outputs"]![0]!["metadata"]!["m"] = 1;
        cell["outputs"]![0]!["data"]!["application/json"] = new JsonObject { ["a"] = 1, ["b"] = new JsonArray(0.00001, 0) };
        content["metadata"]!["version"] = 1.1;
        content["metadata"]!["part"] = new JsonObject { ["kept"] = 2, ["changed"] = 1 };
        await server.JsonAsync("PUT", "/api/contents/a.ipynb", 200, Notebooks.Save(content));
        Assert.Equal(Notebook, File.ReadAllText(server.FileOf("a.ipynb")));
        content["metadata"]!["part"]!["changed"] = 3;
        await server.JsonAsync("PUT", "/api/contents/a.ipynb", 200, Notebooks.Save(content));
        Assert.Equal(Notebook.Replace("\"changed\": 1", "\"changed\": 3"), File.ReadAllText(server.FileOf("a.ipynb")));
    }

    [Fact]
    public async Task Every_chapter_survives_a_save_of_what_was_opened()
    {
        await using var server = await TestServer.StartAsync();
        foreach (var chapter in Directory.EnumerateFiles(Notebooks.Chapters, "*.ipynb"))
        {
            var (name, before) = (Path.GetFileName(chapter), File.ReadAllBytes(chapter));
            File.WriteAllBytes(server.FileOf(name), before);
            var content = (await server.JsonAsync("GET", $"/api/contents/{name}", 200))["content"]!;
            await server.JsonAsync("PUT", $"/api/contents/{name}", 200, Notebooks.Save(content));
            Assert.True(before.AsSpan().SequenceEqual(File.ReadAllBytes(server.FileOf(name))),
                $"{name} was changed by opening and saving it");
        }
    }

    [Fact]
    public async Task Saving_a_change_changes_those_lines_only()
    {
        await using var server = await TestServer.StartAsync();
        File.WriteAllText(server.FileOf("a.ipynb"), Original);
        var content = (await server.JsonAsync("GET", "/api/contents/a.ipynb", 200))["content"]!;
        content["cells"]![0]!["source"] = "var a = 2;\na";
        await server.JsonAsync("PUT", "/api/contents/a.ipynb", 200, Notebooks.Save(content));
        Assert.Equal(Original.Replace("var a = 1;", "var a = 2;"), File.ReadAllText(server.FileOf("a.ipynb")));
    }

    [Theory]
    [InlineData("""{"cells":[],"metadata":{},"nbformat":4,"nbformat_minor":5}""")]
    [InlineData("""{"cells":[],"metadata":{"language_info":{"name":"polyglot-notebook"}},"nbformat":4,"nbformat_minor":2}""")]
    public async Task What_JupyterLab_adds_to_a_notebook_that_lacks_it_stays_out_of_the_file(string notebook)
    {
        await using var server = await TestServer.StartAsync();
        File.WriteAllText(server.FileOf("a.ipynb"), notebook);
        var content = (await server.JsonAsync("GET", "/api/contents/a.ipynb", 200))["content"]!;
        // What its NotebookModel does on loading.
        content["cells"]!.AsArray().Add(new JsonObject
        {
            ["cell_type"] = "code",
            ["id"] = "added",
            ["source"] = "",
            ["metadata"] = new JsonObject { ["trusted"] = true },
            ["outputs"] = new JsonArray(),
            ["execution_count"] = null
        });
        content["metadata"]!["kernelspec"] = new JsonObject { ["name"] = "", ["display_name"] = "" };
        if (content["metadata"]!["language_info"] is null) content["metadata"]!["language_info"] = new JsonObject { ["name"] = "" };
        await server.JsonAsync("PUT", "/api/contents/a.ipynb", 200, Notebooks.Save(content));
        Assert.Equal(notebook, File.ReadAllText(server.FileOf("a.ipynb")));
    }

    [Theory]
    [InlineData("untouched", "untouched", true)]
    [InlineData("![](attachment:my%20picture.png)", "![](attachment:my%20picture.png) and more", true)]
    [InlineData("![](attachment:my%20picture.png)", "the picture is gone", false)]
    public async Task A_picture_in_a_cell_stays_as_long_as_its_text_names_it_or_was_not_touched(string before, string after, bool isKept)
    {
        await using var server = await TestServer.StartAsync();
        var notebook = Notebooks.Of();
        notebook["cells"]!.AsArray().Add(new JsonObject
        {
            ["cell_type"] = "markdown",
            ["id"] = "a",
            ["metadata"] = new JsonObject(),
            ["source"] = before,
            ["attachments"] = new JsonObject { ["my picture.png"] = new JsonObject { ["image/png"] = "AAAA" } }
        });
        File.WriteAllText(server.FileOf("a.ipynb"), notebook.ToJsonString());
        var content = (await server.JsonAsync("GET", "/api/contents/a.ipynb", 200))["content"]!;
        content["cells"]![0]!["source"] = after;
        content["cells"]![0]!.AsObject().Remove("attachments");
        await server.JsonAsync("PUT", "/api/contents/a.ipynb", 200, Notebooks.Save(content));
        Assert.Equal(isKept, File.ReadAllText(server.FileOf("a.ipynb")).Contains("AAAA", StringComparison.Ordinal));
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
        File.WriteAllText(server.FileOf("a.ipynb"),
            """{"cells":[{"cell_type":"code","execution_count":null,"metadata":{},"outputs":[],"source":"1"}],"metadata":{},"nbformat":4,"nbformat_minor":2}""");
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
        const string Dib =
            "#!meta\n\n{\"kernelInfo\":{\"defaultKernelName\":\"csharp\",\"items\":[{\"aliases\":[],\"name\":\"csharp\"}]}}\n\n"
            + "#!markdown\n\n# Title\n\n#!csharp\n\nvar a = 1;\n\n#!html\n\n<b>x</b>\n";
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
        notebook["cells"]![0]!["outputs"]!.AsArray().Add(new JsonObject
        {
            ["output_type"] = "display_data",
            ["data"] = new JsonObject { ["text/html"] = "<script>alert(1)</script>" },
            ["metadata"] = new JsonObject(),
        });
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

        async Task<bool> IsTrustedAsync() =>
            (bool)(await server.JsonAsync("GET", "/api/contents/a.ipynb", 200))["content"]!["cells"]![0]!["metadata"]!["trusted"]!;
    }
}
