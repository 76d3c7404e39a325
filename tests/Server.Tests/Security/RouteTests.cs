using System.Net;
using System.Text;

namespace Qiansi.Server.Tests.Security;

/// <summary>Every route the server has, asked for by somebody who should not get an answer.</summary>
public sealed class RouteTests
{
    /// <summary>What a browser needs before it is let in.</summary>
    private static readonly string[] Open = ["/login", "/page.css", "/favicon.svg", "/favicon.ico"];

    [Fact]
    public async Task No_route_answers_without_the_token_or_with_a_wrong_one()
    {
        await using var server = await TestServer.StartAsync();
        using var client = server.NewClient();
        var routes = Guarded(server);
        Assert.True(routes.Count > 50, $"{routes.Count} routes");

        foreach (var (method, path) in routes)
        {
            foreach (var attempt in (Action<HttpRequestMessage>[])[
                _ => { },
                r => r.Headers.TryAddWithoutValidation("Authorization", "token wrong"),
                r => r.Headers.TryAddWithoutValidation("Authorization", "Bearer "),
                r => r.Headers.TryAddWithoutValidation(
                    "Authorization", $"Basic {Convert.ToBase64String(Encoding.UTF8.GetBytes("x:" + TestServer.Token))}"),
                r => r.RequestUri = new(r.RequestUri + "?token=wrong", UriKind.Relative),
                r => r.Headers.TryAddWithoutValidation("Cookie", $"qiansi-{new Uri(server.Server.Address).Port}={TestServer.Token}"),
            ])
            {
                using var request = new HttpRequestMessage(new(method), path);
                attempt(request);
                using var response = await client.SendAsync(request, TestServer.Limit);
                Assert.True(response.StatusCode == HttpStatusCode.Forbidden, $"{method} {request.RequestUri}: {response.StatusCode}");
            }
        }
    }

    [Theory]
    [InlineData("evil.example")]
    [InlineData("evil.example:8888")]
    [InlineData("127.0.0.1.evil.example")]
    [InlineData("localhost.evil.example")]
    [InlineData("192.168.0.1")]
    [InlineData("[2001:db8::1]")]
    public async Task No_route_answers_to_another_name(string host)
    {
        await using var server = await TestServer.StartAsync();
        foreach (var (method, path) in All(server))
        {
            using var request = new HttpRequestMessage(new(method), path) { Headers = { Host = host } };
            using var response = await server.Http.SendAsync(request, TestServer.Limit);
            Assert.True(response.StatusCode == HttpStatusCode.Forbidden, $"{method} {path}: {response.StatusCode}");
        }
    }

    [Theory]
    [InlineData("http://evil.example")]
    [InlineData("null")]
    [InlineData("https://127.0.0.1")]
    [InlineData("http://127.0.0.1:1")]
    [InlineData("file://")]
    public async Task No_route_answers_a_page_of_another_server(string origin)
    {
        await using var server = await TestServer.StartAsync();
        foreach (var (method, path) in All(server))
        {
            using var request = new HttpRequestMessage(new(method), path);
            request.Headers.TryAddWithoutValidation("Origin", origin);
            using var response = await server.Http.SendAsync(request, TestServer.Limit);
            Assert.True(response.StatusCode == HttpStatusCode.Forbidden, $"{method} {path}: {response.StatusCode}");
        }
    }

    [Fact]
    public async Task A_picture_or_script_on_another_page_is_refused_and_a_followed_link_is_not()
    {
        await using var server = await TestServer.StartAsync();
        Assert.Equal(HttpStatusCode.Forbidden,
            await With(("Sec-Fetch-Site", "cross-site"), ("Sec-Fetch-Mode", "no-cors"), ("Sec-Fetch-Dest", "image")));
        Assert.Equal(HttpStatusCode.Forbidden,
            await With(("Sec-Fetch-Site", "same-site"), ("Sec-Fetch-Mode", "no-cors"), ("Sec-Fetch-Dest", "script")));
        Assert.Equal(HttpStatusCode.OK,
            await With(("Sec-Fetch-Site", "cross-site"), ("Sec-Fetch-Mode", "navigate"), ("Sec-Fetch-Dest", "document")));
        Assert.Equal(
            HttpStatusCode.OK, await With(("Sec-Fetch-Site", "same-origin"), ("Sec-Fetch-Mode", "cors"), ("Sec-Fetch-Dest", "empty")));

        async Task<HttpStatusCode> With(params (string Name, string Value)[] headers)
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, "/lab");
            foreach (var (name, value) in headers) request.Headers.TryAddWithoutValidation(name, value);
            using var response = await server.Http.SendAsync(request, TestServer.Limit);
            return response.StatusCode;
        }
    }

    [Fact]
    public async Task A_method_that_a_route_does_not_have_is_refused()
    {
        await using var server = await TestServer.StartAsync();
        var known =
            All(server).GroupBy(r => r.Path).Where(g => g.Key is not "/" && !g.Key.StartsWith("/lab/api/", StringComparison.Ordinal));
        foreach (var route in known)
        {
            foreach (var method in ((string[])["PUT", "POST", "PATCH", "DELETE", "TRACE", "PROPFIND"]).Except(route.Select(r => r.Method)))
            {
                using var response = await server.SendAsync(method, route.Key);
                Assert.True((int)response.StatusCode is 405 or 404 or 501, $"{method} {route.Key}: {response.StatusCode}");
            }
        }
    }

    [Fact]
    public async Task A_body_that_is_too_large_a_form_or_no_object_is_refused_with_a_reason()
    {
        await using var server = await TestServer.StartAsync();
        File.WriteAllText(server.FileOf("a.txt"), "a");
        foreach (var (method, path) in ((string, string)[])[("POST", "/api/sessions"), ("POST", "/api/kernels"),
            ("PATCH", "/api/contents/a.txt"), ("POST", "/api/contents"), ("PUT", "/lab/api/workspaces/w"),
            ("PUT", "/lab/api/settings/@jupyterlab/apputils-extension:themes")])
        {
            Assert.Equal(413, await SendAsync(method, path, new ByteArrayContent(new byte[(4 << 20) + 1])));
            Assert.Equal(400, await SendAsync(method, path, new FormUrlEncodedContent([new("path", "a.txt")])));
            Assert.Equal(400, await SendAsync(method, path, new MultipartFormDataContent { { new StringContent("x"), "y" } }));
            foreach (var wrong in (string[])["[]", "1", "\"text\"", "{", "{\"a\":}", "\u0000", "nul"])
                Assert.Equal(400, await SendAsync(method, path, new StringContent(wrong)));
        }
        Assert.Equal("a", File.ReadAllText(server.FileOf("a.txt")));

        async Task<int> SendAsync(string method, string path, HttpContent body)
        {
            using var request = new HttpRequestMessage(new(method), path) { Content = body, Headers = { ExpectContinue = true } };
            using var response = await server.Http.SendAsync(request, TestServer.Limit);
            Assert.Contains("\"message\":", await response.Content.ReadAsStringAsync(TestServer.Limit));
            return (int)response.StatusCode;
        }
    }

    private static List<(string Method, string Path)> Guarded(TestServer server) => [.. All(server).Where(r => !Open.Contains(r.Path))];

    /// <summary>All routes, as the server itself lists them, with something for each variable part.</summary>
    private static List<(string Method, string Path)> All(TestServer server) => [.. server.Server.Routes.Select(r => (r.Method,
        r.Pattern.Replace("{**path}", "a.ipynb").Replace("{**id}", "an-id").Replace("{**file}", "lab.abc.js").Replace("{id}", "an-id")
            .Replace("{name}", ".net-csharp")
            .Replace("{file}", "logo-svg.svg").Replace("{workspace}", "w").Replace("{locale}", "default").Replace("{section}", "notebook")
            .Replace("{format}", "html"))).Distinct()];
}
