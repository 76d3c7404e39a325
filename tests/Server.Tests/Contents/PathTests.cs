using System.Net.Sockets;
using System.Text;
using Qiansi.Server.Contents;
using Qiansi.Server.Http;

namespace Qiansi.Server.Tests.Contents;

/// <summary>Ways out of the folder that is served; none of them may work.</summary>
public sealed class PathTests
{
    private static readonly string[] Prefixes = ["/api/contents/", "/files/", "/nbconvert/html/", "/slides/"];

    /// <summary>As they go over the wire.</summary>
    public static TheoryData<string> Escapes => [
        "../secret.ipynb", "a/../../secret.ipynb", "./../secret.ipynb", "..%2fsecret.ipynb", "..%2Fsecret.ipynb", "%2e%2e/secret.ipynb",
        "%2e%2e%2fsecret.ipynb", ".%2e/secret.ipynb",
        "%252e%252e%252fsecret.ipynb", "..%255c..%255csecret.ipynb", "..\\secret.ipynb", "..%5csecret.ipynb", "a/..%5c..%5csecret.ipynb",
        "%c0%ae%c0%ae/secret.ipynb", "%c0%ae%c0%ae%c0%afsecret.ipynb",
        "..;/secret.ipynb", "....//secret.ipynb", "..../secret.ipynb", "..%00/secret.ipynb", "../secret.ipynb%00.ipynb", "secret.ipynb%00",
        "%00", "a%0a", "a%0d%0aSet-Cookie:x", "//etc/passwd", "/etc/passwd",
        "%2fetc%2fpasswd", "file:///etc/passwd", "C:%5cWindows%5cwin.ini", "C:/Windows/win.ini", "%5c%5cserver%5cshare",
        "link-out/secret.ipynb", "link-file.ipynb", "link-chain/secret.ipynb", "link-loop/x", "sub/link-up/secret.ipynb",
        ".hidden.ipynb", ".git/config", "sub/.hidden/x.ipynb", ".ipynb_checkpoints/a-checkpoint.ipynb", "%2ehidden.ipynb", "~/secret.ipynb",
        "~root/secret.ipynb", "$HOME/secret.ipynb",
        "../root/../secret.ipynb", "../root-neighbour/secret.ipynb", "%uff0e%uff0e/secret.ipynb", "\uFF0E\uFF0E/secret.ipynb",
        "..%c0%9v..%c0%9vsecret.ipynb", "a.ipynb/../../secret.ipynb", "a.ipynb/..", "..", ".", "%2e%2e",
    ];

    [Theory]
    [MemberData(nameof(Escapes))]
    public async Task No_path_leads_out(string escape)
    {
        await using var server = await PreparedAsync();
        foreach (var prefix in Prefixes)
        {
            foreach (var method in (string[])["GET", "PUT", "POST", "PATCH", "DELETE"])
            {
                // A socket, since .NET's client tidies addresses up before it sends them.
                var (status, body) = await RawAsync(server, method, prefix + escape);
                Assert.DoesNotContain("TOP SECRET", body);
                Assert.DoesNotContain("root:", body);
                // Dots that the address has before the server sees them name other places inside, and so do bytes that are no UTF-8; what
                // they answer is looked at above.
                if (!escape.Contains("%c0", StringComparison.Ordinal) && !escape.Contains("..")
                    && !escape.Contains("%2e", StringComparison.OrdinalIgnoreCase) && escape is not ".")
                    Assert.True(status is 400 or 404 or 405, $"{method} {prefix}{escape}: {status} {body}");
            }
        }
        Assert.Equal("TOP SECRET", File.ReadAllText(Path.Combine(server.Folder, "..", "secret.ipynb")));
        Assert.Equal(["outside", "root", "root-neighbour", "secret.ipynb"],
            Directory.GetFileSystemEntries(Path.Combine(server.Folder, "..")).Select(Path.GetFileName).Except(["state", "lab", "runtime"])
                .Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("../x")]
    [InlineData("a/../../x")]
    [InlineData("..")]
    [InlineData("link-out/x.txt")]
    [InlineData("link-file.ipynb")]
    [InlineData(".hidden")]
    [InlineData("a\0b")]
    [InlineData("a/%2e%2e%2fx")]
    public async Task No_path_inside_a_request_leads_out(string path)
    {
        await using var server = await PreparedAsync();
        foreach (var (method, address, field) in ((string, string, string)[])[("POST", "/api/contents", "copy_from"),
            ("PATCH", "/api/contents/a.ipynb", "path")])
        {
            using var response = await server.SendAsync(method, address, new System.Text.Json.Nodes.JsonObject { [field] = path });
            Assert.True((int)response.StatusCode is 400 or 404, $"{method} {address} {field}={path}: {response.StatusCode}");
        }
        Assert.True(File.Exists(server.FileOf("a.ipynb")));
    }

    [Fact]
    public async Task Links_that_stay_inside_are_followed_and_those_that_do_not_are_not_listed()
    {
        await using var server = await PreparedAsync();
        Assert.Equal("hello", (string?)(await server.JsonAsync("GET", "/api/contents/link-in/inner.txt", 200))["content"]);
        var names = (await server.JsonAsync("GET", "/api/contents", 200))["content"]!.AsArray().Select(e => (string?)e!["name"]).ToList();
        Assert.Contains("link-in", names);
        Assert.DoesNotContain(
            names, n => n!.StartsWith("link-out", StringComparison.Ordinal) || n is "link-file.ipynb" or "link-loop" or ".hidden.ipynb");
    }

    [Fact]
    public async Task Pipes_and_devices_are_refused_at_once()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Needs mkfifo and the file types of Linux.");
        await using var server = await PreparedAsync();
        using (var made = System.Diagnostics.Process.Start("mkfifo", [server.FileOf("pipe.txt")]))
            await made.WaitForExitAsync(TestServer.Limit);
        foreach (var path in (string[])["/api/contents/pipe.txt", "/files/pipe.txt"])
        {
            using var response = await server.SendAsync("GET", path).WaitAsync(TimeSpan.FromSeconds(5), TestServer.Limit);
            Assert.Equal(400, (int)response.StatusCode);
        }
        using var listed = await server.SendAsync("GET", "/api/contents").WaitAsync(TimeSpan.FromSeconds(5), TestServer.Limit);
        Assert.DoesNotContain("pipe.txt", await listed.Content.ReadAsStringAsync(TestServer.Limit));
    }

    [Fact]
    public void A_hundred_thousand_random_paths_stay_inside()
    {
        var folder = Directory.CreateTempSubdirectory("qiansi-paths-").FullName;
        try
        {
            Directory.CreateDirectory(Path.Combine(folder, "root", "a"));
            File.CreateSymbolicLink(Path.Combine(folder, "root", "out"), folder);
            var root = new RootFolder(Path.Combine(folder, "root"), showHidden: true);
            var random = new Random(20261125);
            string[] pieces = ["..", ".", "a", "out", "/", "//", "\\", "%2e", "%2f", "%00", "\0", "~", ":", " ", "…",
                "\uFF0E", "b.ipynb", "\n", "C:", "CON"];
            for (var i = 0; i < 100_000; i++)
            {
                var path = string.Concat(Enumerable.Range(0, random.Next(1, 9)).Select(_ => pieces[random.Next(pieces.Length)]));
                try
                {
                    var resolved = root.Resolve(path);
                    var full = Path.GetFullPath(resolved.File);
                    Assert.True(
                        full == root.Folder || full.StartsWith(root.Folder + Path.DirectorySeparatorChar, StringComparison.Ordinal), path);
                    Assert.False((full + Path.DirectorySeparatorChar)
                        .StartsWith(Path.Combine(root.Folder, "out") + Path.DirectorySeparatorChar, StringComparison.Ordinal), path);
                }
                catch (HttpFailure e)
                {
                    Assert.True(e.Status is 400 or 404);
                }
            }
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task<TestServer> PreparedAsync()
    {
        var server = await TestServer.StartAsync();
        var outside = Path.GetFullPath(Path.Combine(server.Folder, ".."));
        foreach (var file in (string[])["secret.ipynb", "outside/secret.ipynb", "root-neighbour/secret.ipynb"])
        {
            Directory.CreateDirectory(Path.GetDirectoryName(Path.Combine(outside, file))!);
            File.WriteAllText(Path.Combine(outside, file), "TOP SECRET");
        }
        Directory.CreateDirectory(server.FileOf("sub/.hidden"));
        Directory.CreateDirectory(server.FileOf(".git"));
        Directory.CreateDirectory(server.FileOf("inner"));
        File.WriteAllText(server.FileOf("inner/inner.txt"), "hello");
        foreach (var file in (string[])[".hidden.ipynb", ".git/config", "sub/.hidden/x.ipynb"])
            File.WriteAllText(server.FileOf(file), "TOP SECRET");
        File.WriteAllText(server.FileOf("a.ipynb"), Notebooks.Of("1").ToJsonString());
        File.CreateSymbolicLink(server.FileOf("link-in"), "inner");
        File.CreateSymbolicLink(server.FileOf("link-out"), Path.Combine(outside, "outside"));
        File.CreateSymbolicLink(server.FileOf("link-chain"), "link-out");
        File.CreateSymbolicLink(server.FileOf("link-file.ipynb"), "../secret.ipynb");
        File.CreateSymbolicLink(server.FileOf("link-loop"), "link-loop");
        File.CreateSymbolicLink(server.FileOf("sub/link-up"), "../..");
        return server;
    }

    private static async Task<(int Status, string Body)> RawAsync(TestServer server, string method, string target)
    {
        using var client = new TcpClient();
        await client.ConnectAsync("127.0.0.1", new Uri(server.Server.Address).Port, TestServer.Limit);
        await using var stream = client.GetStream();
        var body = method is "PUT" or "POST" or "PATCH"
            ? """{"type":"file","format":"text","content":"overwritten","path":"b.ipynb"}""" : "";
        await stream.WriteAsync(
            Encoding.UTF8.GetBytes($"{method} {target} HTTP/1.1\r\nHost: 127.0.0.1\r\nAuthorization: "
                + $"token {TestServer.Token}\r\nContent-Length: {body.Length}\r\nConnection: close\r\n\r\n{body}"), TestServer.Limit);
        using var reader = new StreamReader(stream);
        var answer = await reader.ReadToEndAsync(TestServer.Limit);
        return (answer.Length > 12 ? int.Parse(answer[9..12], System.Globalization.CultureInfo.InvariantCulture) : 0, answer);
    }
}
