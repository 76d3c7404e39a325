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
        Assert.Equal("untitled1.cs", (string?)(await server.JsonAsync("POST", "/api/contents", 201, new JsonObject { ["type"] = "file", ["ext"] = ".cs" }))["name"]);
        await server.JsonAsync("PUT", "/api/contents/untitled.cs", 200, Notebooks.Text("// 浅思\n"));
        var read = await server.JsonAsync("GET", "/api/contents/untitled.cs?hash=1", 200);
        Assert.Equal(("// 浅思\n", "text", "text/plain"), ((string?)read["content"], (string?)read["format"], (string?)read["mimetype"]));
        Assert.Equal(Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(File.ReadAllBytes(server.FileOf("untitled.cs")))), (string?)read["hash"]);
        await server.JsonAsync("POST", "/api/contents", 201, new JsonObject { ["type"] = "directory" });
        Assert.Equal("Untitled Folder 1", (string?)(await server.JsonAsync("POST", "/api/contents", 201, new JsonObject { ["type"] = "directory" }))["path"]);
        await server.JsonAsync("PATCH", "/api/contents/untitled.cs", 200, new JsonObject { ["path"] = "Untitled Folder/a b+c%.cs" });
        Assert.Equal("// 浅思\n", (string?)(await server.JsonAsync("GET", "/api/contents/Untitled%20Folder/a%20b%2Bc%25.cs", 200))["content"]);
        var copy = await server.JsonAsync("POST", "/api/contents/Untitled%20Folder", 201, new JsonObject { ["copy_from"] = "Untitled Folder/a b+c%.cs" });
        Assert.Equal("a b+c%-Copy1.cs", (string?)copy["name"]);
        await server.JsonAsync("DELETE", "/api/contents/Untitled%20Folder", 204);
        Assert.False(Directory.Exists(server.FileOf("Untitled Folder")));
        await server.JsonAsync("GET", "/api/contents/Untitled%20Folder", 404);
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
        foreach (var (path, status) in ((string, int)[])[("a.txt?type=notebook", 400), ("a.txt?type=directory", 400), ("d?type=file", 400), ("b.bin?format=text", 400), ("a.txt?type=other", 400), ("a.txt?format=other", 400), ("bad.ipynb", 400), ("old.ipynb", 400), ("missing", 404)])
            await server.JsonAsync("GET", "/api/contents/" + path, status);
        Assert.Equal("//4AgA==", (string?)(await server.JsonAsync("GET", "/api/contents/b.bin", 200))["content"]);
        Assert.Contains("nbformat 3", (string?)(await server.JsonAsync("GET", "/api/contents/old.ipynb", 400))["message"]);
        Assert.Equal("file", (string?)(await server.JsonAsync("GET", "/api/contents/bad.ipynb?type=file", 200))["type"]);
        Assert.Null((await server.JsonAsync("GET", "/api/contents/bad.ipynb?content=0", 200))["content"]);
        foreach (var body in (JsonObject[])[new() { ["type"] = "notebook", ["content"] = new JsonObject() }, new() { ["type"] = "notebook", ["content"] = "text" }, new() { ["type"] = "notebook" },
            new() { ["type"] = "file", ["format"] = "base64", ["content"] = "%" }, new() { ["type"] = "other", ["content"] = "" }, new() { ["content"] = "" }, new() { ["type"] = 7 }])
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
        Assert.Equal("attachment", whole.Content.Headers.ContentDisposition!.DispositionType);
        using var request = new HttpRequestMessage(HttpMethod.Get, "/files/a.txt") { Headers = { Range = new(2, 4) } };
        using var part = await server.Http.SendAsync(request, TestServer.Limit);
        Assert.Equal((HttpStatusCode.PartialContent, "234"), (part.StatusCode, await part.Content.ReadAsStringAsync(TestServer.Limit)));
    }
}
