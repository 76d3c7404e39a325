
namespace Qiansi.Server.Tests.Contents;

public sealed class ConflictTests
{
    [Fact]
    public async Task Of_two_tabs_on_one_file_the_second_is_told()
    {
        await using var server = await TestServer.StartAsync();
        await server.JsonAsync("PUT", "/api/contents/a.ipynb", 201, Notebooks.Save(Notebooks.Of("first")));
        var seen = await TagAsync(server);
        using var one = await server.SendAsync("PUT", "/api/contents/a.ipynb", Notebooks.Save(Notebooks.Of("tab one")), seen);
        Assert.Equal(200, (int)one.StatusCode);
        using var two = await server.SendAsync("PUT", "/api/contents/a.ipynb", Notebooks.Save(Notebooks.Of("tab two")), seen);
        Assert.Equal(409, (int)two.StatusCode);
        Assert.Contains("Nothing was saved", await two.Content.ReadAsStringAsync(TestServer.Limit));
        Assert.Contains("tab one", File.ReadAllText(server.FileOf("a.ipynb")));
        using var again = await server.SendAsync(
            "PUT", "/api/contents/a.ipynb", Notebooks.Save(Notebooks.Of("tab two")), one.Headers.ETag!.ToString());
        Assert.Equal(200, (int)again.StatusCode);
    }

    [Fact]
    public async Task A_change_by_another_program_and_a_deleted_file_are_noticed()
    {
        await using var server = await TestServer.StartAsync();
        await server.JsonAsync("PUT", "/api/contents/a.txt", 201, Notebooks.Text("first"));
        var seen = await TagAsync(server, "a.txt");
        File.WriteAllText(server.FileOf("a.txt"), "from elsewhere");
        using var changed = await server.SendAsync("PUT", "/api/contents/a.txt", Notebooks.Text("mine"), seen);
        Assert.Equal(409, (int)changed.StatusCode);
        File.Delete(server.FileOf("a.txt"));
        using var deleted = await server.SendAsync("PUT", "/api/contents/a.txt", Notebooks.Text("mine"), seen);
        Assert.Equal(409, (int)deleted.StatusCode);
        Assert.False(File.Exists(server.FileOf("a.txt")));
    }

    [Theory]
    [InlineData("last_modified")]
    [InlineData("hash")]
    public async Task Clients_may_say_in_the_body_what_they_saw(string field)
    {
        await using var server = await TestServer.StartAsync();
        await server.JsonAsync("PUT", "/api/contents/a.txt", 201, Notebooks.Text("first"));
        var seen = (string?)(await server.JsonAsync("GET", "/api/contents/a.txt?hash=1", 200))[field];
        var save = Notebooks.Text("second");
        save[field] = seen;
        await server.JsonAsync("PUT", "/api/contents/a.txt", 200, save);
        await Task.Delay(5, TestServer.Limit);
        await server.JsonAsync("PUT", "/api/contents/a.txt", 409, save);
    }

    [Fact]
    public async Task A_hundred_saves_at_once_with_one_tag_let_exactly_one_through()
    {
        await using var server = await TestServer.StartAsync();
        await server.JsonAsync("PUT", "/api/contents/a.txt", 201, Notebooks.Text("first"));
        var seen = await TagAsync(server, "a.txt");
        var answers = await Task.WhenAll(Enumerable.Range(0, 100).Select(async i =>
        {
            using var response = await server.SendAsync("PUT", "/api/contents/a.txt", Notebooks.Text($"save {i}"), seen);
            return (int)response.StatusCode;
        }));
        Assert.Equal(1, answers.Count(a => a == 200));
        Assert.Equal(99, answers.Count(a => a == 409));
    }

    private static async Task<string> TagAsync(TestServer server, string path = "a.ipynb")
    {
        using var response = await server.SendAsync("GET", $"/api/contents/{path}?content=0");
        return response.Headers.ETag!.ToString();
    }
}
