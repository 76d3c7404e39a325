using System.Text.Json.Nodes;

namespace Qiansi.Server.Tests.Kernels;

public sealed class SessionTests
{
    [Fact]
    public async Task A_session_is_opened_moved_and_closed_with_its_kernel()
    {
        await using var server = await TestServer.StartAsync();
        var session = await server.JsonAsync("POST", "/api/sessions", 201, KernelTests.Session("a.ipynb"));
        var (id, kernel) = ((string)session["id"]!, (string)session["kernel"]!["id"]!);
        Assert.Equal(id, (string?)(await server.JsonAsync("POST", "/api/sessions", 201, KernelTests.Session("a.ipynb")))["id"]);
        Assert.Equal("b.ipynb",
            (string?)(await server.JsonAsync("PATCH", "/api/sessions/" + id, 200, new JsonObject { ["path"] = "b.ipynb" }))["path"]);
        Assert.Equal("b.ipynb", (string?)(await server.JsonAsync("GET", "/api/sessions", 200))[0]!["notebook"]!["path"]);
        var changed = await server.JsonAsync(
            "PATCH", "/api/sessions/" + id, 200, new JsonObject { ["kernel"] = new JsonObject { ["name"] = ".net-csharp" } });
        Assert.NotEqual(kernel, (string?)changed["kernel"]!["id"]);
        await server.JsonAsync("GET", "/api/kernels/" + kernel, 404);
        await server.JsonAsync("DELETE", "/api/sessions/" + id, 204);
        Assert.Empty((await server.JsonAsync("GET", "/api/kernels", 200)).AsArray());
        foreach (var method in (string[])["GET", "DELETE"]) await server.JsonAsync(method, "/api/sessions/" + id, 404);
    }

    [Fact]
    public async Task Two_tabs_that_open_a_notebook_at_once_share_its_kernel()
    {
        await using var server = await TestServer.StartAsync();
        var sessions = await Task.WhenAll(
            Enumerable.Range(0, 5).Select(_ => server.JsonAsync("POST", "/api/sessions", 201, KernelTests.Session("a.ipynb"))));
        Assert.Single(sessions.Select(s => (string?)s["kernel"]!["id"]).Distinct());
        Assert.Single((await server.JsonAsync("GET", "/api/kernels", 200)).AsArray());
    }

    [Fact]
    public async Task Shutting_a_kernel_down_ends_its_session()
    {
        await using var server = await TestServer.StartAsync();
        var session = await server.JsonAsync("POST", "/api/sessions", 201, KernelTests.Session("a.ipynb"));
        await server.JsonAsync("DELETE", "/api/kernels/" + (string)session["kernel"]!["id"]!, 204);
        Assert.Empty((await server.JsonAsync("GET", "/api/sessions", 200)).AsArray());
    }

    [Fact]
    public async Task The_start_page_counts_the_cells_that_ran_well()
    {
        await using var server = await TestServer.StartAsync();
        var notebook = Notebooks.Of("1", "throw new Exception();", "3");
        notebook["metadata"]!["qiansi"] = new JsonObject { ["title"] = "A <b>title</b>", ["minutes"] = 30, ["builds"] = "A thing" };
        await server.JsonAsync("PUT", "/api/contents/01-a.ipynb", 201, Notebooks.Save(notebook));
        var session = await server.JsonAsync("POST", "/api/sessions", 201, KernelTests.Session("01-a.ipynb"));
        await using (var client = await ChannelsClient.ConnectAsync(server, (string)session["kernel"]!["id"]!))
        {
            await client.RunAsync("1", new() { ["cellId"] = "cell-0" });
            await client.RunAsync("throw new Exception();", new() { ["cellId"] = "cell-1" });
        }
        var chapter = (await server.JsonAsync("GET", "/api/qiansi/course", 200))["sections"]![0]!["chapters"]![0]!;
        Assert.Equal(("A <b>title</b>", "A thing", 30, 3, 1),
            ((string?)chapter["title"], (string?)chapter["builds"], (int)chapter["minutes"]!,
                (int)chapter["cells"]!, (int)chapter["done"]!));
        using var page = await server.SendAsync("GET", "/");
        var html = await page.Content.ReadAsStringAsync(TestServer.Limit);
        Assert.Contains("A &lt;b&gt;title&lt;/b&gt;", html);
        Assert.Contains("1 of 3 cells", html);
        Assert.Contains("href=\"lab/tree/01-a.ipynb\"", html);
        Assert.DoesNotContain("<script", html);
    }
}
