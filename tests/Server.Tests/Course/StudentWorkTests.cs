using System.Text.Json.Nodes;
using Qiansi.Documents;
using Qiansi.Server.Course;

namespace Qiansi.Server.Tests.Course;

/// <summary>Chapters are those with a cell "secret", which students get as "stub".</summary>
public sealed class StudentWorkTests : IAsyncLifetime
{
    private static readonly StudentEdition Edition = new(
        (notebook, file) =>
        {
            var secrets = notebook.Cells.Where(c => c.Source == "secret").ToList();
            foreach (var cell in secrets) cell.Source = "stub";
            return secrets.Count > 0;
        },
        (chapter, exercise) => exercise == "one" ? chapter.Cells.FirstOrDefault(c => c.Source == "secret")?.Source : null);

    private TestServer _server = null!;

    public async ValueTask InitializeAsync() => _server = await TestServer.StartAsync(o => o with { StudentEdition = Edition });

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    private void Write(string path, params string[] sources)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(_server.FileOf(path))!);
        File.WriteAllText(_server.FileOf(path), Notebooks.Of(sources).ToJsonString());
    }

    private async Task<string[]> Sources(string path) =>
        [.. (await _server.JsonAsync("GET", $"/api/contents/{path}", 200))["content"]!["cells"]!.AsArray()
            .Select(c => (string)c!["source"]!)];

    private async Task Save(string path, int cell, string source)
    {
        var notebook = (await _server.JsonAsync("GET", $"/api/contents/{path}", 200))["content"]!;
        notebook["cells"]![cell]!["source"] = source;
        await _server.JsonAsync("PUT", $"/api/contents/{path}", 200, Notebooks.Save(notebook));
    }

    [Fact]
    public async Task A_chapter_is_opened_and_saved_as_a_copy_beside_it()
    {
        Write("part/01.ipynb", "1", "secret");
        var chapter = await File.ReadAllBytesAsync(_server.FileOf("part/01.ipynb"), TestServer.Limit);

        Assert.Equal(["1", "stub"], await Sources("part/01.ipynb"));
        await Save("part/01.ipynb", 1, "mine");

        Assert.Equal(["1", "mine"], await Sources("part/01.ipynb"));
        Assert.Equal(["1", "mine"], await Sources("part/my-work/01.ipynb"));
        Assert.Equal(chapter, await File.ReadAllBytesAsync(_server.FileOf("part/01.ipynb"), TestServer.Limit));
        Assert.Contains("mine", await _server.Http.GetStringAsync("/files/part/01.ipynb", TestServer.Limit));
    }

    [Fact]
    public async Task A_new_version_of_the_chapter_arrives_with_the_next_server_and_the_work_stays()
    {
        Write("01.ipynb", "1", "secret");
        await Save("01.ipynb", 1, "mine");
        Write("01.ipynb", "2", "secret", "3");
        Assert.Equal(["1", "mine"], await Sources("01.ipynb")); // it may be open

        await using var later = await TestServer.StartAsync(o => o with { StudentEdition = Edition, Folder = _server.Folder });
        var cells = (await later.JsonAsync("GET", "/api/contents/01.ipynb", 200))["content"]!["cells"]!.AsArray();

        Assert.Equal(["2", "mine", "3"], cells.Select(c => (string)c!["source"]!));
        Assert.Contains(later.Log, l => l.Contains("has a new version", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Other_notebooks_and_those_that_become_chapters_while_they_are_open_are_files_as_ever()
    {
        Write("own.ipynb", "1");
        await Save("own.ipynb", 0, "secret");

        Assert.Equal(["secret"], await Sources("own.ipynb"));
        Assert.False(Directory.Exists(_server.FileOf("my-work")));
        Assert.Contains("secret", await File.ReadAllTextAsync(_server.FileOf("own.ipynb"), TestServer.Limit));
    }

    [Fact]
    public async Task A_copy_that_was_deleted_begins_anew()
    {
        Write("01.ipynb", "secret");
        await Save("01.ipynb", 0, "mine");
        await _server.JsonAsync("DELETE", "/api/contents/01.ipynb", 204);

        Assert.Equal(["stub"], await Sources("01.ipynb"));
    }

    [Fact]
    public async Task The_course_lists_chapters_once_and_makes_no_copy()
    {
        Write("01.ipynb", "1", "secret");
        await _server.Http.GetStringAsync("/", TestServer.Limit);
        Assert.False(Directory.Exists(_server.FileOf("my-work")));

        await Sources("01.ipynb");

        var sections = (await _server.JsonAsync("GET", "/api/qiansi/course", 200))["sections"]!.AsArray();
        Assert.Equal("01.ipynb", (string?)Assert.Single(Assert.Single(sections)!["chapters"]!.AsArray())!["path"]);
        Assert.Contains("my-work", await _server.Http.GetStringAsync("/", TestServer.Limit));
    }

    [Fact]
    public async Task Cells_run_in_the_chapters_folder()
    {
        Write("part/01.ipynb", "secret");
        var session =
            await _server.JsonAsync("POST", "/api/sessions", 201,
            new JsonObject { ["path"] = "part/01.ipynb", ["type"] = "notebook", ["kernel"] = new JsonObject { ["name"] = ".net-csharp" } });

        await using var client = await Kernels.ChannelsClient.ConnectAsync(_server, (string)session["kernel"]!["id"]!);
        var said = await client.RunAsync("Console.Write(System.IO.Path.GetFileName(Environment.CurrentDirectory))");
        Assert.Equal("part", (string?)Assert.Single(said, m => m.Type == "stream").Content["text"]);
    }

    [Fact]
    public async Task A_solution_is_shown_by_the_name_of_its_exercise()
    {
        Write("01.ipynb", "secret");
        Write("own.ipynb", "1");

        async Task<string?> Solution(string path, string exercise) =>
            (string?)(await _server.JsonAsync("GET", $"/api/qiansi/solution/{path}?exercise={exercise}", 200))["solution"];
        Assert.Equal("secret", await Solution("01.ipynb", "one"));
        Assert.Equal("secret", await Solution("my-work/01.ipynb", "one"));
        Assert.Null(await Solution("01.ipynb", "two"));
        Assert.Null(await Solution("own.ipynb", "one"));
    }

    [Fact]
    public async Task A_folder_that_cannot_be_written_says_so()
    {
        Write("01.ipynb", "secret");
        await File.WriteAllTextAsync(_server.FileOf("my-work"), "a file where the folder belongs", TestServer.Limit);

        Assert.Contains("--teacher", (await _server.JsonAsync("GET", "/api/contents/01.ipynb", 403)).ToJsonString());
    }
}
