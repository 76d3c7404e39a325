using System.Net;
using System.Net.WebSockets;

namespace Qiansi.Server.Tests.Security;

public sealed class AccessTests
{
    [Fact]
    public async Task The_token_in_the_address_becomes_a_cookie_and_leaves_the_address()
    {
        await using var server = await TestServer.StartAsync();
        var cookies = new CookieContainer();
        using var browser = Browser(server, cookies);

        using var first = await browser.GetAsync($"/lab/tree/a%20b.ipynb?reset=1&token={TestServer.Token}", TestServer.Limit);

        Assert.Equal(HttpStatusCode.Found, first.StatusCode);
        Assert.Equal("/lab/tree/a%20b.ipynb?reset=1", first.Headers.Location!.ToString());
        var set = first.Headers.GetValues("Set-Cookie").ToList();
        var session = Assert.Single(set, c => c.StartsWith("qiansi-", StringComparison.Ordinal));
        Assert.Contains("httponly", session, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("samesite=lax", session, StringComparison.OrdinalIgnoreCase);
        Assert.All(set, c => Assert.DoesNotContain(TestServer.Token, c));
        using var second = await browser.GetAsync(first.Headers.Location, TestServer.Limit);
        Assert.Equal(HttpStatusCode.OK, second.StatusCode);
        Assert.DoesNotContain(TestServer.Token, await second.Content.ReadAsStringAsync(TestServer.Limit));
    }

    [Theory]
    [InlineData("//evil.example/x")]
    [InlineData("/\\evil.example")]
    public async Task The_redirect_stays_on_this_server(string path)
    {
        await using var server = await TestServer.StartAsync();
        using var browser = Browser(server, new());
        using var response = await browser.GetAsync(new Uri(new Uri(server.Server.Address), path + "?token=" + TestServer.Token).ToString()
            .Replace("http://evil.example/", server.Server.Address), TestServer.Limit);
        Assert.True(response.Headers.Location is null || !response.Headers.Location.ToString().StartsWith("//", StringComparison.Ordinal));
        using var login = await browser.PostAsync(
            "/login", new FormUrlEncodedContent([new("token", TestServer.Token), new("next", path)]), TestServer.Limit);
        Assert.Equal("/", login.Headers.Location!.ToString());
    }

    [Fact]
    public async Task With_the_cookie_alone_nothing_can_be_changed()
    {
        await using var server = await TestServer.StartAsync();
        var cookies = new CookieContainer();
        using var browser = Browser(server, cookies);
        (await browser.GetAsync($"/?token={TestServer.Token}", TestServer.Limit)).Dispose();
        var xsrf = cookies.GetCookies(new(server.Server.Address))["_xsrf"]!.Value;

        foreach (var given in (string?[])[null, "", "wrong", TestServer.Token])
            Assert.Equal(HttpStatusCode.Forbidden, await PutAsync(given));
        Assert.False(File.Exists(server.FileOf("a.txt")));
        Assert.Equal(HttpStatusCode.Created, await PutAsync(xsrf));

        async Task<HttpStatusCode> PutAsync(string? header)
        {
            using var request = new HttpRequestMessage(
                HttpMethod.Put, "/api/contents/a.txt")
            { Content = new StringContent(Notebooks.Text("a").ToJsonString()) };
            if (header is not null) request.Headers.TryAddWithoutValidation("X-XSRFToken", header);
            using var response = await browser.SendAsync(request, TestServer.Limit);
            return response.StatusCode;
        }
    }

    [Fact]
    public async Task A_browser_without_cookie_is_asked_for_the_token()
    {
        await using var server = await TestServer.StartAsync();
        using var browser = Browser(server, new());
        using var refused = await browser.GetAsync("/lab/tree/a.ipynb", TestServer.Limit);
        Assert.Equal("/login?next=%2Flab%2Ftree%2Fa.ipynb", refused.Headers.Location!.ToString());
        using var wrong = await browser.PostAsync(
            "/login", new FormUrlEncodedContent([new("token", "wrong"), new("next", "/lab")]), TestServer.Limit);
        Assert.Equal(HttpStatusCode.Forbidden, wrong.StatusCode);
        using var right = await browser.PostAsync(
            "/login", new FormUrlEncodedContent([new("token", TestServer.Token), new("next", "/lab")]), TestServer.Limit);
        Assert.Equal("/lab", right.Headers.Location!.ToString());
        using var page = await browser.GetAsync("/lab", TestServer.Limit);
        Assert.Equal(HttpStatusCode.OK, page.StatusCode);
    }

    [Theory]
    [InlineData("token ")]
    [InlineData("Bearer ")]
    [InlineData("TOKEN ")]
    public async Task Programs_show_the_token_in_a_header(string scheme)
    {
        await using var server = await TestServer.StartAsync();
        using var client = server.NewClient();
        client.DefaultRequestHeaders.TryAddWithoutValidation("Authorization", scheme + TestServer.Token);
        using var response = await client.GetAsync("/api/status", TestServer.Limit);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
    }

    [Theory]
    [InlineData("0.0.0.0")]
    [InlineData("::")]
    [InlineData("192.0.2.1")]
    public async Task Without_a_token_only_this_machine_is_served(string ip)
    {
        var refused = await Assert.ThrowsAsync<LabServerException>(() => TestServer.StartAsync(o => o with { Ip = ip, Token = "" }));
        Assert.StartsWith("REFUSED", refused.Message);
    }

    [Fact]
    public async Task Without_a_token_pages_of_others_are_kept_out_all_the_same()
    {
        await using var server = await TestServer.StartAsync(o => o with { Token = "" });
        using var client = server.NewClient();
        using var read = await client.GetAsync("/api/contents", TestServer.Limit);
        Assert.Equal(HttpStatusCode.OK, read.StatusCode);
        using var write = new HttpRequestMessage(HttpMethod.Post, "/api/kernels") { Headers = { { "Origin", "http://evil.example" } } };
        using var refused = await client.SendAsync(write, TestServer.Limit);
        Assert.Equal(HttpStatusCode.Forbidden, refused.StatusCode);
        using var blind = await client.PostAsync("/api/kernels", null, TestServer.Limit);
        Assert.Equal(HttpStatusCode.Forbidden, blind.StatusCode);
    }

    [Theory]
    [InlineData("/api/events/subscribe")]
    [InlineData("/api/kernels/x/channels")]
    public async Task WebSockets_are_guarded_like_everything_else(string path)
    {
        await using var server = await TestServer.StartAsync();
        await RefusedAsync(_ => { });
        await RefusedAsync(o => o.SetRequestHeader("Authorization", "token wrong"));
        await RefusedAsync(o =>
        {
            o.SetRequestHeader("Authorization", "token " + TestServer.Token);
            o.SetRequestHeader("Origin", "http://evil.example");
        });
        await RefusedAsync(o =>
        {
            o.SetRequestHeader("Authorization", "token " + TestServer.Token);
            o.SetRequestHeader("Host", "evil.example");
        });

        async Task RefusedAsync(Action<ClientWebSocketOptions> set)
        {
            using var socket = new ClientWebSocket { Options = { CollectHttpResponseDetails = true } };
            set(socket.Options);
            await Assert.ThrowsAsync<WebSocketException>(() =>
                socket.ConnectAsync(new(server.Server.Address.Replace("http:", "ws:") + path[1..]), TestServer.Limit));
            Assert.Equal(HttpStatusCode.Forbidden, socket.HttpStatusCode);
        }
    }

    [Fact]
    public async Task The_log_holds_no_token_and_the_file_for_editors_is_private()
    {
        await using var server = await TestServer.StartAsync();
        (await server.Http.GetAsync($"/api/contents/missing?token={TestServer.Token}", TestServer.Limit)).Dispose();
        (await server.Http.PostAsync("/api/kernels", new StringContent("""{"name":"missing"}"""), TestServer.Limit)).Dispose();
        lock (server.Log) Assert.All(server.Log, line => Assert.DoesNotContain(TestServer.Token, line));
        var file = Path.Combine(server.RuntimeFolder, $"jpserver-{Environment.ProcessId}.json");
        Assert.Contains(TestServer.Token, File.ReadAllText(file));
        if (!OperatingSystem.IsWindows()) Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(file));
    }

    [Fact]
    public async Task Pages_are_told_what_they_may_load_and_files_may_do_nothing_as_this_server()
    {
        await using var server = await TestServer.StartAsync();
        File.WriteAllText(server.FileOf("page.html"), "<script>alert(1)</script>");
        Assert.Contains("default-src 'self'; script-src 'self' 'unsafe-eval'", await PolicyAsync("/lab"));
        Assert.DoesNotContain("http:", await PolicyAsync("/lab"));
        Assert.Contains("default-src 'none'", await PolicyAsync("/"));
        Assert.Contains("sandbox", await PolicyAsync("/files/page.html"));
        Assert.DoesNotContain("allow-same-origin", await PolicyAsync("/files/page.html"));
        Assert.Contains("default-src 'none'", await PolicyAsync("/api/contents"));

        async Task<string> PolicyAsync(string path)
        {
            using var response = await server.Http.GetAsync(path, TestServer.Limit);
            Assert.Equal("nosniff", response.Headers.GetValues("X-Content-Type-Options").Single());
            return response.Headers.GetValues("Content-Security-Policy").Single();
        }
    }

    private static HttpClient Browser(TestServer server, CookieContainer cookies)
    {
        var browser = server.NewClient(cookies);
        browser.DefaultRequestHeaders.TryAddWithoutValidation("Accept", "text/html,application/xhtml+xml");
        return browser;
    }
}
