using System.Text.Json.Nodes;
using Qiansi.Server.Workbench;

namespace Qiansi.Server.Tests.Workbench;

public sealed class WorkbenchTests
{
    private const string Themes = "/lab/api/settings/@jupyterlab/apputils-extension:themes";

    [Fact]
    public async Task The_page_names_the_bundles_scripts_and_nothing_in_its_address_gets_out_of_the_configuration()
    {
        await using var server = await TestServer.StartAsync();
        var html = await TextAsync(server, "/lab/tree/" + Uri.EscapeDataString("<!--<script>alert(1)"));
        Assert.Contains("<script defer src=\"/lab/static/lab.abc.js\"></script>", html);
        Assert.DoesNotContain("<script>alert(1)", html);
        Assert.DoesNotContain("<!--", html);
        Assert.Equal("multiple-document", (string?)Configuration(html)["mode"]);
        Assert.Equal("<!--<script>alert(1)", (string?)Configuration(html)["treePath"]);
        var doc = Configuration(await TextAsync(server, "/doc/tree/a/b.ipynb"));
        Assert.Equal(("single-document", "/doc", "a/b.ipynb"), ((string?)doc["mode"], (string?)doc["appUrl"], (string?)doc["treePath"]));
        var workspace = Configuration(await TextAsync(server, "/lab/workspaces/mine/tree/a.ipynb"));
        Assert.Equal(("mine", "a.ipynb"), ((string?)workspace["workspace"], (string?)workspace["treePath"]));
        Assert.Equal("x:y", (string?)workspace["disabledExtensions"]![0]);
    }

    [Fact]
    public async Task Slides_are_a_page_of_their_own_for_notebooks_that_are_there()
    {
        await using var server = await TestServer.StartAsync();
        File.WriteAllText(server.FileOf("a.ipynb"), Notebooks.Of("1").ToJsonString());
        var html = await TextAsync(server, "/slides/a.ipynb");
        Assert.Contains("slides.abc.js", html);
        Assert.Equal("a.ipynb", (string?)Configuration(html)["notebookPath"]);
        await server.JsonAsync("GET", "/slides/missing.ipynb", 404);
    }

    [Fact]
    public async Task Static_files_are_kept_by_the_browser_and_only_those_of_the_bundle_are_served()
    {
        await using var server = await TestServer.StartAsync();
        using var file = await server.SendAsync("GET", "/lab/static/lab.abc.js");
        Assert.Equal("public, max-age=31536000, immutable", file.Headers.GetValues("Cache-Control").Single());
        Assert.Equal("text/javascript", file.Content.Headers.ContentType!.MediaType);
        foreach (var path in (string[])["/lab/static/missing.js", "/lab/static/..%2fbundle.json", "/lab/static/%2e%2e/bundle.json",
            "/lab/static/", "/lab/api/themes/..%2f..%2fbundle.json"])
        {
            using var refused = await server.SendAsync("GET", path);
            Assert.Equal(404, (int)refused.StatusCode);
        }
        Assert.Equal(":root {}", await TextAsync(server, "/lab/api/themes/@jupyterlab/theme-light-extension/index.css"));
    }

    [Fact]
    public async Task Settings_have_their_schema_our_defaults_and_what_the_person_wrote()
    {
        await using var server = await TestServer.StartAsync();
        var before = await server.JsonAsync("GET", Themes, 200);
        Assert.Equal(("{}", "Ours"), ((string?)before["raw"], (string?)before["schema"]!["properties"]!["theme"]!["default"]));
        const string Raw = "{\n  // dark\n  'theme': \"JupyterLab Dark\", size: 0x10,\n}";
        await server.JsonAsync("PUT", Themes, 204, new JsonObject { ["raw"] = Raw });
        var after = await server.JsonAsync("GET", "/lab/api/settings/%40jupyterlab%2Fapputils-extension%3Athemes", 200);
        Assert.Equal((Raw, "JupyterLab Dark", 16),
            ((string?)after["raw"], (string?)after["settings"]!["theme"], (int)after["settings"]!["size"]!));
        Assert.Contains("line 1, column 3",
            (string?)(await server.JsonAsync("PUT", Themes, 400, new JsonObject { ["raw"] = "{ / }" }))["message"]);
        foreach (var id in (string[])["@jupyterlab/apputils-extension:missing", "..%2f..%2fx:y", "x", "a:../../b", ":"])
            await server.JsonAsync("GET", "/lab/api/settings/" + id, 404);
        Assert.Equal("@jupyterlab/apputils-extension:themes",
            (string?)(await server.JsonAsync("GET", "/lab/api/settings?ids_only=true", 200))["settings"]![0]!["id"]);
    }

    [Fact]
    public async Task Workspaces_are_kept_whatever_they_are_called()
    {
        await using var server = await TestServer.StartAsync();
        Assert.Empty((await server.JsonAsync("GET", "/lab/api/workspaces/default", 200))["data"]!.AsObject());
        foreach (var id in (string[])["default", "auto-a", "a/../../b", "浅思"])
        {
            await server.JsonAsync("PUT", "/lab/api/workspaces/" + Uri.EscapeDataString(id), id.Contains("..") ? 400 : 204,
                new JsonObject { ["data"] = new JsonObject { ["x"] = 1 }, ["metadata"] = new JsonObject { ["id"] = id } });
        }
        Assert.Equal(3, (await server.JsonAsync("GET", "/lab/api/workspaces", 200))["workspaces"]!["ids"]!.AsArray().Count);
        await server.JsonAsync("DELETE", "/lab/api/workspaces/auto-a", 204);
        await server.JsonAsync("DELETE", "/lab/api/workspaces/auto-a", 404);
        await server.JsonAsync("PUT", "/lab/api/workspaces/b", 400,
            new JsonObject { ["data"] = new JsonObject(), ["metadata"] = new JsonObject { ["id"] = "c" } });
    }

    [Fact]
    public async Task Without_the_bundle_the_page_says_how_to_get_it_and_the_rest_works()
    {
        await using var server = await TestServer.StartAsync(o => o with { BundleFolder = o.Folder });
        File.WriteAllText(server.FileOf("problem.txt"), "node was not found.");
        Assert.False(server.Server.HasLab);
        using var page = await server.SendAsync("GET", "/lab/tree/a.ipynb");
        Assert.Equal(503, (int)page.StatusCode);
        Assert.Contains("nodejs.org", await page.Content.ReadAsStringAsync(TestServer.Limit));
        await server.JsonAsync("GET", "/api/contents", 200);
    }

    [Theory]
    [InlineData("{}", "{}")]
    [InlineData("  // only a comment\n {}", "{}")]
    [InlineData("{a: 1, 'b': [1, 2,], \"c\": /* x */ null,}", """{"a":1,"b":[1,2],"c":null}""")]
    [InlineData("[+1, -2, .5, 5., 0xFF, -0x10, 1e3, true, false]", "[1,-2,0.5,5,255,-16,1000,true,false]")]
    [InlineData("'it\\'s \\x41\\u0042\\\nc'", "\"it's ABc\"")]
    [InlineData("{a: {b: {}}}", """{"a":{"b":{}}}""")]
    public void Json5_is_read(string text, string json) =>
        Assert.Equal(json, Json5.Parse(
            text)!.ToJsonString(new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping }));

    [Theory]
    [InlineData("")]
    [InlineData("{")]
    [InlineData("{a}")]
    [InlineData("{a: }")]
    [InlineData("{a: 1 b: 2}")]
    [InlineData("[1,,2]")]
    [InlineData("'open")]
    [InlineData("'line\nend'")]
    [InlineData("/* open")]
    [InlineData("1 2")]
    [InlineData("--1")]
    [InlineData("NaN")]
    [InlineData("'\\x4'")]
    [InlineData("{\"a\": undefined}")]
    public void What_is_not_Json5_is_refused_with_its_place(string text) =>
        Assert.Contains("line ", Assert.Throws<FormatException>(() => Json5.Parse(text)).Message);

    [Fact]
    public void Deep_nesting_is_refused() => Assert.Throws<FormatException>(() => Json5.Parse(new string('[', 100_000)));

    private static async Task<string> TextAsync(TestServer server, string path)
    {
        using var response = await server.SendAsync("GET", path);
        Assert.Equal(200, (int)response.StatusCode);
        return await response.Content.ReadAsStringAsync(TestServer.Limit);
    }

    private static JsonNode Configuration(string html)
    {
        const string Start = "<script id=\"jupyter-config-data\" type=\"application/json\">";
        var from = html.IndexOf(Start, StringComparison.Ordinal) + Start.Length;
        return JsonNode.Parse(html[from..html.IndexOf("</script>", from, StringComparison.Ordinal)])!;
    }
}
