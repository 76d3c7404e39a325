using System.Net;
using System.Text.Json.Nodes;

namespace Qiansi.Server.Tests.Contents;

public sealed class ContentsTests
{
    [Fact]
    public async Task Files_are_made_read_renamed_copied_and_deleted()
    {
        await using var server = await TestServer.StartAsync();
        var made = await server.JsonAsync("POST", "/api/contents", 201, new JsonObject { ["type"] = "file", ["ext"] = ".cs" });
        Assert.Equal(("untitled.cs", "untitled.cs", "file"), ((string?)made["name"], (string?)made["path"], (string?)made["type"]));
        Assert.Equal("untitled1.cs",
            (string?)(await server.JsonAsync("POST", "/api/contents", 201, new JsonObject { ["type"] = "file", ["ext"] = ".cs" }))["name"]);
        await server.JsonAsync("PUT", "/api/contents/untitled.cs", 200, Notebooks.Text("// 浅思\n"));
        var read = await server.JsonAsync("GET", "/api/contents/untitled.cs?hash=1", 200);
        Assert.Equal(("// 浅思\n", "text", "text/plain"), ((string?)read["content"], (string?)read["format"], (string?)read["mimetype"]));
        Assert.Equal(Convert.ToHexStringLower(
            System.Security.Cryptography.SHA256.HashData(File.ReadAllBytes(server.FileOf("untitled.cs")))), (string?)read["hash"]);
        await server.JsonAsync("POST", "/api/contents", 201, new JsonObject { ["type"] = "directory" });
        Assert.Equal("Untitled Folder 1",
            (string?)(await server.JsonAsync("POST", "/api/contents", 201, new JsonObject { ["type"] = "directory" }))["path"]);
        await server.JsonAsync("PATCH", "/api/contents/untitled.cs", 200, new JsonObject { ["path"] = "Untitled Folder/a b+c%.cs" });
        Assert.Equal(
            "// 浅思\n", (string?)(await server.JsonAsync("GET", "/api/contents/Untitled%20Folder/a%20b%2Bc%25.cs", 200))["content"]);
        var copy = await server.JsonAsync(
            "POST", "/api/contents/Untitled%20Folder", 201, new JsonObject { ["copy_from"] = "Untitled Folder/a b+c%.cs" });
        Assert.Equal("a b+c%-Copy1.cs", (string?)copy["name"]);
        await server.JsonAsync("DELETE", "/api/contents/Untitled%20Folder", 204);
        Assert.False(Directory.Exists(server.FileOf("Untitled Folder")));
        await server.JsonAsync("GET", "/api/contents/Untitled%20Folder", 404);
    }

    [Fact]
    public async Task Folders_are_copied_with_all_that_is_in_them()
    {
        await using var server = await TestServer.StartAsync();
        Directory.CreateDirectory(server.FileOf("v1.2/deep/empty"));
        File.WriteAllText(server.FileOf("v1.2/deep/a.txt"), "a");
        File.WriteAllText(server.FileOf("v1.2/.hidden"), "h");
        File.CreateSymbolicLink(server.FileOf("v1.2/link"), "/etc");
        Assert.Equal("v1.2-Copy1",
            (string?)(await server.JsonAsync("POST", "/api/contents", 201, new JsonObject { ["copy_from"] = "v1.2" }))["path"]);
        Assert.Equal("v1.2-Copy2",
            (string?)(await server.JsonAsync("POST", "/api/contents", 201, new JsonObject { ["copy_from"] = "v1.2" }))["path"]);
        Assert.Equal(
            ("a", "h"), (File.ReadAllText(server.FileOf("v1.2-Copy1/deep/a.txt")), File.ReadAllText(server.FileOf("v1.2-Copy1/.hidden"))));
        Assert.True(Directory.Exists(server.FileOf("v1.2-Copy1/deep/empty")));
        Assert.Equal("/etc", new FileInfo(server.FileOf("v1.2-Copy1/link")).LinkTarget);
        Directory.CreateDirectory(server.FileOf("elsewhere"));
        Assert.Equal("elsewhere/v1.2",
            (string?)(await server.JsonAsync("POST", "/api/contents/elsewhere", 201, new JsonObject { ["copy_from"] = "v1.2" }))["path"]);
        foreach (var (from, folder) in ((string, string)[])[("v1.2", "v1.2/deep"), ("v1.2", "v1.2"), ("", "elsewhere")])
            Assert.Contains("into itself",
                (string?)(await server.JsonAsync("POST", "/api/contents/" + folder, 400, new JsonObject { ["copy_from"] = from }))[
                    "message"]);
        Assert.Empty(Directory.GetFileSystemEntries(
            server.Folder, "*.copy", new EnumerationOptions { RecurseSubdirectories = true, AttributesToSkip = 0 }));
    }

    [Fact]
    public async Task What_is_deleted_lies_in_the_trash()
    {
        await using var server = await TestServer.StartAsync();
        for (var i = 1; i <= 2; i++)
        {
            Directory.CreateDirectory(server.FileOf("notes % 浅思/deep"));
            File.WriteAllText(server.FileOf("notes % 浅思/deep/a.txt"), $"a{i}");
            await server.JsonAsync("DELETE", "/api/contents/" + Uri.EscapeDataString("notes % 浅思"), 204);
        }
        File.CreateSymbolicLink(server.FileOf("link"), server.TrashFolder);
        await server.JsonAsync("DELETE", "/api/contents/link", 404);
        Assert.Equal(("a1", "a2"), (Trashed("files/notes % 浅思/deep/a.txt"), Trashed("files/notes % 浅思 2/deep/a.txt")));
        var info = Trashed("info/notes % 浅思.trashinfo").Split('\n');
        Assert.Equal(("[Trash Info]", "Path=" + server.FileOf("notes%20%25%20%E6%B5%85%E6%80%9D")), (info[0], info[1]));
        Assert.True(DateTime.TryParseExact(info[2]["DeletionDate=".Length..], "yyyy-MM-ddTHH:mm:ss", null,
            System.Globalization.DateTimeStyles.None, out var date), info[2]);
        Assert.InRange(DateTime.Now - date, TimeSpan.FromSeconds(-1), TimeSpan.FromMinutes(2));

        string Trashed(string path) => File.ReadAllText(Path.Combine(server.TrashFolder, path));
    }

    [Fact]
    public async Task Without_a_trash_nothing_but_files_and_empty_folders_is_deleted()
    {
        // A file where the folder of the trash would have to be.
        var blocked = Path.GetTempFileName();
        await using var server = await TestServer.StartAsync(o => o with { TrashFolder = Path.Combine(blocked, "trash") });
        Directory.CreateDirectory(server.FileOf("full"));
        File.WriteAllText(server.FileOf("full/a.txt"), "a");
        Assert.Contains("not empty", (string?)(await server.JsonAsync("DELETE", "/api/contents/full", 400))["message"]);
        await server.JsonAsync("DELETE", "/api/contents/full/a.txt", 204);
        await server.JsonAsync("DELETE", "/api/contents/full", 204);
        Assert.Empty(Directory.GetFileSystemEntries(server.Folder));
        File.Delete(blocked);
    }

    [Fact]
    public async Task Every_201_says_where_the_new_thing_is()
    {
        await using var server = await TestServer.StartAsync();
        await ExpectAsync("POST", "/api/contents", "/api/contents/Untitled.ipynb", null);
        await ExpectAsync("PUT", "/api/contents/a%20b.txt", "/api/contents/a%20b.txt", Notebooks.Text("a"));
        await ExpectAsync("PUT", "/api/contents/empty.txt", "/api/contents/empty.txt", null);
        await ExpectAsync("POST", "/api/contents/a%20b.txt/checkpoints", "/api/contents/a%20b.txt/checkpoints/checkpoint", null);

        async Task ExpectAsync(string method, string path, string location, JsonObject? body)
        {
            using var response = await server.SendAsync(method, path, body);
            Assert.Equal((HttpStatusCode.Created, location), (response.StatusCode, response.Headers.Location?.OriginalString));
        }
    }

    [Theory]
    [InlineData(null)]
    [InlineData("text/plain")]
    [InlineData("application/x-www-form-urlencoded")]
    [InlineData("multipart/form-data")]
    public async Task A_body_is_read_as_json_whatever_it_is_called(string? contentType)
    {
        await using var server = await TestServer.StartAsync();
        foreach (var (method, path, body) in ((string, string, string)[])[("PUT", "/api/contents/a.txt",
            """{"type":"file","format":"text","content":"a"}"""), ("POST", "/api/contents", """{"type":"directory"}""")])
        {
            using var request = new HttpRequestMessage(
                new(method), path)
            { Content = new ByteArrayContent(System.Text.Encoding.UTF8.GetBytes(body)) };
            if (contentType is not null) request.Content.Headers.TryAddWithoutValidation("Content-Type", contentType);
            using var response = await server.Http.SendAsync(request, TestServer.Limit);
            Assert.Equal(HttpStatusCode.Created, response.StatusCode);
        }
    }

    [Fact]
    public async Task A_rename_never_replaces_a_file()
    {
        await using var server = await TestServer.StartAsync();
        File.WriteAllText(server.FileOf("a.txt"), "a");
        File.WriteAllText(server.FileOf("b.txt"), "b");
        var refused = await server.JsonAsync("PATCH", "/api/contents/a.txt", 409, new JsonObject { ["path"] = "b.txt" });
        Assert.Contains("'b.txt' is there already", (string?)refused["message"]);
        await server.JsonAsync("PATCH", "/api/contents/a.txt", 404, new JsonObject { ["path"] = "missing/b.txt" });
        await server.JsonAsync("PATCH", "/api/contents", 400, new JsonObject { ["path"] = "c" });
        Assert.Equal(("a", "b"), (File.ReadAllText(server.FileOf("a.txt")), File.ReadAllText(server.FileOf("b.txt"))));
    }

    [Fact]
    public async Task What_is_asked_for_has_to_fit_what_is_there()
    {
        await using var server = await TestServer.StartAsync();
        File.WriteAllText(server.FileOf("a.txt"), "a");
        File.WriteAllBytes(server.FileOf("b.bin"), [0xFF, 0xFE, 0x00, 0x80]);
        File.WriteAllText(server.FileOf("bad.ipynb"), "{\"cells\": [");
        File.WriteAllText(server.FileOf("old.ipynb"), "{\"nbformat\": 3, \"worksheets\": []}");
        Directory.CreateDirectory(server.FileOf("d"));
        foreach (var (path, status) in ((string, int)[])[("a.txt?type=notebook", 400), ("a.txt?type=directory", 400), ("d?type=file", 400),
            ("b.bin?format=text", 400), ("a.txt?type=other", 400), ("a.txt?format=other", 400), ("bad.ipynb", 400),
            ("old.ipynb", 400), ("missing", 404)])
            await server.JsonAsync("GET", "/api/contents/" + path, status);
        Assert.Equal("//4AgA==", (string?)(await server.JsonAsync("GET", "/api/contents/b.bin", 200))["content"]);
        Assert.Contains("nbformat 3", (string?)(await server.JsonAsync("GET", "/api/contents/old.ipynb", 400))["message"]);
        Assert.Equal("file", (string?)(await server.JsonAsync("GET", "/api/contents/bad.ipynb?type=file", 200))["type"]);
        Assert.Null((await server.JsonAsync("GET", "/api/contents/bad.ipynb?content=0", 200))["content"]);
        foreach (var body in (JsonObject[])[new() { ["type"] = "notebook", ["content"] = new JsonObject() },
            new() { ["type"] = "notebook", ["content"] = "text" }, new() { ["type"] = "notebook" },
            new() { ["type"] = "file", ["format"] = "base64", ["content"] = "%" }, new() { ["type"] = "other", ["content"] = "" },
            new() { ["content"] = "" }, new() { ["type"] = 7 }])
            await server.JsonAsync("PUT", "/api/contents/new.ipynb", 400, body);
        Assert.False(File.Exists(server.FileOf("new.ipynb")));
    }

    [Fact]
    public async Task Large_files_come_in_pieces_and_take_their_place_when_whole()
    {
        await using var server = await TestServer.StartAsync();
        File.WriteAllText(server.FileOf("big.bin"), "old");
        var bytes = new byte[300_000];
        new Random(1).NextBytes(bytes);
        await PutAsync(1, bytes[..100_000], 200);
        Assert.Equal("old", File.ReadAllText(server.FileOf("big.bin")));
        await PutAsync(3, bytes[..1], 409);
        await PutAsync(1, bytes[..100_000], 200);
        await PutAsync(2, bytes[100_000..200_000], 200);
        await PutAsync(-1, bytes[200_000..], 200);
        Assert.Equal(bytes, File.ReadAllBytes(server.FileOf("big.bin")));
        Assert.Equal(["big.bin"], Directory.GetFileSystemEntries(server.Folder).Select(Path.GetFileName));
        await PutAsync(2, bytes[..1], 409);
        await PutAsync(0, bytes[..1], 400);

        Task PutAsync(int chunk, byte[] piece, int status) => server.JsonAsync("PUT", "/api/contents/big.bin", status,
            new JsonObject { ["type"] = "file", ["format"] = "base64", ["content"] = Convert.ToBase64String(piece), ["chunk"] = chunk });
    }

    [Fact]
    public async Task A_checkpoint_is_made_restored_renamed_with_its_file_and_deleted()
    {
        await using var server = await TestServer.StartAsync();
        await server.JsonAsync("PUT", "/api/contents/a.ipynb", 201, Notebooks.Save(Notebooks.Of("first")));
        var checkpoint = await server.JsonAsync("POST", "/api/contents/a.ipynb/checkpoints", 201);
        await server.JsonAsync("PUT", "/api/contents/a.ipynb", 200, Notebooks.Save(Notebooks.Of("second")));
        await server.JsonAsync("PATCH", "/api/contents/a.ipynb", 200, new JsonObject { ["path"] = "b.ipynb" });
        Assert.Single((await server.JsonAsync("GET", "/api/contents/b.ipynb/checkpoints", 200)).AsArray());
        await server.JsonAsync("POST", $"/api/contents/b.ipynb/checkpoints/{checkpoint["id"]}", 204);
        Assert.Contains("first", File.ReadAllText(server.FileOf("b.ipynb")));
        await server.JsonAsync("DELETE", $"/api/contents/b.ipynb/checkpoints/{checkpoint["id"]}", 204);
        await server.JsonAsync("POST", $"/api/contents/b.ipynb/checkpoints/{checkpoint["id"]}", 404);
        Directory.CreateDirectory(server.FileOf("checkpoints"));
        Assert.Equal("directory", (string?)(await server.JsonAsync("GET", "/api/contents/checkpoints", 200))["type"]);
    }

    [Fact]
    public async Task Files_are_served_as_they_are_and_in_parts()
    {
        await using var server = await TestServer.StartAsync();
        File.WriteAllText(server.FileOf("a.txt"), "0123456789");
        using var whole = await server.SendAsync("GET", "/files/a.txt?download=1");
        Assert.Equal("0123456789", await whole.Content.ReadAsStringAsync(TestServer.Limit));
        Assert.Equal("attachment; filename=a.txt; filename*=UTF-8''a.txt", whole.Content.Headers.ContentDisposition!.ToString());
        using var shown = await server.SendAsync("GET", "/files/a.txt?download=0");
        Assert.Null(shown.Content.Headers.ContentDisposition);
        using var request = new HttpRequestMessage(HttpMethod.Get, "/files/a.txt") { Headers = { Range = new(2, 4) } };
        using var part = await server.Http.SendAsync(request, TestServer.Limit);
        Assert.Equal((HttpStatusCode.PartialContent, "234"), (part.StatusCode, await part.Content.ReadAsStringAsync(TestServer.Limit)));
    }
}
