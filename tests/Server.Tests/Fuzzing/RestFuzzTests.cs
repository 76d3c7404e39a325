using System.Net.Sockets;
using System.Text;
using System.Text.Json.Nodes;

namespace Qiansi.Server.Tests.Fuzzing;

/// <summary>Nonsense over HTTP: the server answers each with a refusal or an answer, never with a failure of its own,
/// and serves on.</summary>
public sealed class RestFuzzTests
{
    private const int Requests = 30_000;
    private const int RawRequests = 5_000;
    private static readonly string[] Methods = ["GET", "PUT", "POST", "PATCH", "DELETE"];
    private static readonly string[] Addresses = ["/api/contents", "/api/contents/a.ipynb", "/api/contents/b.txt", "/api/contents/d/c.dib",
        "/api/contents/a.ipynb/checkpoints", "/api/contents/a.ipynb/checkpoints/checkpoint",
        "/api/sessions", "/api/sessions/x", "/api/kernels/x", "/api/kernels/x/restart", "/api/kernels/x/interrupt", "/api/kernelspecs/x",
        "/api/me", "/api/status", "/files/b.txt", "/nbconvert/html/a.ipynb",
        "/lab/api/settings/@jupyterlab/apputils-extension:themes", "/lab/api/settings", "/lab/api/workspaces/w", "/lab/api/translations/zz",
        "/lab/tree/a.ipynb", "/doc", "/slides/a.ipynb", "/login", "/course/new"];

    [Fact]
    public async Task Random_requests_are_answered_and_none_breaks_the_server()
    {
        await using var server = await TestServer.StartAsync(o => o with { MostKernels = 0 });
        var seeds = Enumerable.Range(0, 8).Select(i => 20261125 + i);
        await Parallel.ForEachAsync(seeds, TestServer.Limit, async (seed, cancellation) =>
        {
            var random = new Random(seed);
            for (var i = 0; i < Requests / 8; i++)
            {
                using var request = new HttpRequestMessage(new(Pick(random, Methods)), Address(random));
                if (random.Next(4) > 0) request.Content = new ByteArrayContent(Body(random));
                if (random.Next(10) == 0)
                    request.Headers.TryAddWithoutValidation("If-Match", Pick(random, ["*", "\"x\"", "", "\"", new string('z', 500)]));
                if (random.Next(10) == 0)
                    request.Headers.TryAddWithoutValidation(
                        "Range", Pick(random, ["bytes=0-", "bytes=9-1", "bytes=-5", "x", "bytes=99999999999999999999-"]));
                using var response = await server.Http.SendAsync(request, cancellation);
                Assert.True((int)response.StatusCode is < 500 or 503 or 501,
                    $"seed {seed}, request {i}: {request.Method} {request.RequestUri} gave {(int)response.StatusCode}: "
                    + $"{await response.Content.ReadAsStringAsync(cancellation)}");
            }
        });
        lock (server.Log) Assert.DoesNotContain(server.Log, l => l.Contains("Exception", StringComparison.Ordinal));
        await server.JsonAsync("PUT", "/api/contents/still-here.txt", 201, Notebooks.Text("yes"));
    }

    [Fact]
    public async Task Random_bytes_on_the_port_break_nothing()
    {
        await using var server = await TestServer.StartAsync();
        var port = new Uri(server.Server.Address).Port;
        var start = Encoding.ASCII.GetBytes(
            $"GET /api/status HTTP/1.1\r\nHost: 127.0.0.1\r\nAuthorization: token {TestServer.Token}\r\n\r\n");
        await Parallel.ForEachAsync(Enumerable.Range(0, 16), TestServer.Limit, async (seed, cancellation) =>
        {
            var random = new Random(seed);
            for (var i = 0; i < RawRequests / 16; i++)
            {
                using var client = new TcpClient();
                await client.ConnectAsync("127.0.0.1", port, cancellation);
                var bytes = (byte[])start.Clone();
                for (var flips = random.Next(1, 12); flips > 0; flips--) bytes[random.Next(bytes.Length)] = (byte)random.Next(256);
                await client.GetStream().WriteAsync(bytes.AsMemory(0, random.Next(1, bytes.Length + 1)), cancellation);
                client.Client.LingerState = new(true, 0);
            }
        });
        await server.JsonAsync("GET", "/api/status", 200);
    }

    private static string Address(Random random)
    {
        var address = Pick(random, Addresses);
        if (random.Next(4) == 0) address += "/" + Uri.EscapeDataString(Text(random));
        if (random.Next(3) == 0)
        {
            var value = Pick(random, ["0", "1", "notebook", "file", "directory", "text", "base64", "true", Text(random)]);
            address += $"?{Pick(random, ["content", "type", "format", "hash", "ids_only", "download", "next"])}="
                + Uri.EscapeDataString(value);
        }
        return address;
    }

    private static byte[] Body(Random random)
    {
        switch (random.Next(6))
        {
            case 0:
                var bytes = new byte[random.Next(200)];
                random.NextBytes(bytes);
                return bytes;
            case 1:
                var text = Encoding.UTF8.GetBytes(Notebooks.Save(Notebooks.Of(Text(random))).ToJsonString());
                text[random.Next(text.Length)] = (byte)random.Next(256);
                return text;
            default:
                return Encoding.UTF8.GetBytes(Value(random, 0)?.ToJsonString() ?? "null");
        }
    }

    private static JsonNode? Value(Random random, int depth)
    {
        switch (random.Next(depth == 0 ? 1 : 7))
        {
            case 0 or 1 when depth < 5:
                var value = new JsonObject();
                for (var i = random.Next(6); i > 0; i--)
                    value[Pick(random, ["type", "format", "content", "path", "name", "kernel", "id", "chunk", "copy_from", "ext",
                        "last_modified", "hash", "raw", "data", "metadata", "notebook", "cells", "nbformat", Text(random)])] =
                            Value(random, depth + 1);
                return value;
            case 2 when depth < 5:
                return new JsonArray([.. Enumerable.Range(0, random.Next(3)).Select(_ => Value(random, depth + 1))]);
            case 3:
                return random.Next(2) == 0 ? random.Next() : random.NextDouble() * 1e300;
            case 4:
                return random.Next(3) switch { 0 => null, 1 => true, _ => false };
            default:
                return Pick(random, ["notebook", "file", "directory", "text", "base64", "json", "a.ipynb",
                    "b.txt", "../x", "", "{}", Text(random)]);
        }
    }

    private static string Text(Random random) =>
        string.Concat(Enumerable.Range(
            0, random.Next(1, 20)).Select(_ => (char)(random.Next(4) == 0 ? random.Next(0x20, 0x3000) : random.Next(0x21, 0x7F))));

    private static T Pick<T>(Random random, T[] from) => from[random.Next(from.Length)];
}
