using System.Net;
using System.Text.RegularExpressions;
using Qiansi.Server.Hub;

namespace Qiansi.Server.Tests.Hub;

/// <summary>What a server asks of requests under a hub; the whole way by a real one is tested with the tool.</summary>
public sealed class HubServerTests : IAsyncLifetime
{
    private const string Owner = "{\"name\": \"ada\", \"scopes\": [\"access:servers!user=ada\"]}";
    private const string Teacher = "{\"name\": \"grace\", \"scopes\": [\"access:servers\"]}";
    private const string Stranger = "{\"name\": \"bob\", \"scopes\": [\"access:servers!user=bob\"]}";

    private readonly FakeHub _hub = new();
    private TestServer _server = null!;
    private HttpClient _http = null!;

    public async ValueTask InitializeAsync()
    {
        foreach (var (token, user) in (
            IEnumerable<(string, string)>)[("owner", Owner), ("given", Owner), ("teacher", Teacher), ("stranger", Stranger)])
            _hub.Users[token] = user;
        _server = await TestServer.StartAsync(o => o with { Hub = _hub.Environment });
        _http = new(new HttpClientHandler { AllowAutoRedirect = false, UseCookies = false }) { BaseAddress = new(_server.Server.Address) };
    }

    public async ValueTask DisposeAsync()
    {
        _http.Dispose();
        await _server.DisposeAsync();
        _hub.Dispose();
    }

    [Theory]
    [InlineData("owner", HttpStatusCode.OK)]
    [InlineData("teacher", HttpStatusCode.OK)]
    [InlineData("stranger", HttpStatusCode.Forbidden)]
    [InlineData("unknown", HttpStatusCode.Forbidden)]
    public async Task The_hub_says_who_may_come_in_and_is_asked_once(string token, HttpStatusCode status)
    {
        for (var i = 0; i < 3; i++)
        {
            using var answer = await SendAsync(HttpMethod.Get, "api/kernels", ("Authorization", "token " + token));
            Assert.Equal(status, answer.StatusCode);
        }

        Assert.Equal(token == "unknown" ? 3 : 1, _hub.Questions);
    }

    [Fact]
    public async Task When_the_hub_is_down_who_was_known_stays_in_and_nobody_else_comes()
    {
        (await SendAsync(HttpMethod.Get, "api/kernels", ("Authorization", "token owner"))).Dispose();
        _hub.Dispose();
        Assert.Equal(HttpStatusCode.OK, (await SendAsync(HttpMethod.Get, "api/kernels", ("Authorization", "token owner"))).StatusCode);
        Assert.Equal(HttpStatusCode.BadGateway, (await SendAsync(HttpMethod.Get, "api/kernels", ("Authorization", "token teacher")))
            .StatusCode);
        // A new session of the browser at the hub is asked about, so that logging out there counts.
        Assert.Equal(HttpStatusCode.BadGateway, (await SendAsync(
            HttpMethod.Get, "api/kernels", ("Authorization", "token owner"), ("Cookie", "jupyterhub-session-id=other"))).StatusCode);
    }

    [Fact]
    public async Task There_is_nothing_outside_of_the_prefix()
    {
        using var outside = await SendAsync(HttpMethod.Get, "/api", ("Authorization", "token owner"));
        Assert.Equal(HttpStatusCode.NotFound, outside.StatusCode);
        using var near = await SendAsync(HttpMethod.Get, "/user/adam/api", ("Authorization", "token owner"));
        Assert.Equal(HttpStatusCode.NotFound, near.StatusCode);
        using var bare = await SendAsync(HttpMethod.Get, "/user/ada?a=b");
        Assert.Equal("/user/ada/?a=b", bare.Headers.Location!.OriginalString);
    }

    [Fact]
    public async Task Behind_TLS_the_page_s_own_origin_is_https_and_cookies_are_secure()
    {
        (string, string)[] tls = [("Host", "hub.example.edu"), ("X-Forwarded-Proto", "https,http"), ("Accept", "text/html")];
        using var begun = await SendAsync(HttpMethod.Get, "lab/tree/a%20b?x=1", tls);
        var authorize = begun.Headers.Location!;
        Assert.StartsWith("https://hub.example.edu/hub/api/oauth2/authorize?client_id=jupyterhub-user-ada"
            + "&redirect_uri=%2Fuser%2Fada%2Foauth_callback&response_type=code&state=", authorize.OriginalString);
        var cookie = begun.Headers.GetValues("Set-Cookie").Single();
        Assert.Contains("; path=/user/ada/; secure; samesite=lax; httponly", cookie);

        var state = Regex.Match(authorize.Query, "state=([0-9a-f]+)").Groups[1].Value;
        var callback = $"oauth_callback?code=c&state={state}";
        Assert.Equal(HttpStatusCode.Forbidden, (await SendAsync(HttpMethod.Get, callback, tls)).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden,
            (await SendAsync(HttpMethod.Get, callback, [.. tls, ("Cookie", cookie.Split(';')[0] + "x")])).StatusCode);
        using var back = await SendAsync(HttpMethod.Get, callback, [.. tls, ("Cookie", cookie.Split(';')[0])]);
        Assert.Equal("/user/ada/lab/tree/a%20b?x=1", back.Headers.Location!.OriginalString);
        Assert.Contains("client_secret=secret", _hub.Posted.Single(p => p.Path == "/hub/api/oauth2/token").Body);

        var cookies = string.Join(
            "; ", back.Headers.GetValues("Set-Cookie").Select(c => c.Split(';')[0]).Where(c => !c.Contains("oauth-state")));
        var xsrf = Regex.Match(cookies, "_xsrf=(\\w+)").Groups[1].Value;
        (string, string)[] page = [.. tls[..2], ("Cookie", cookies), ("X-XSRFToken", xsrf)];
        Assert.Equal(HttpStatusCode.Created, (await SendAsync(
            HttpMethod.Post, "api/contents", [.. page, ("Origin", "https://hub.example.edu")])).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await SendAsync(
            HttpMethod.Post, "api/contents", [.. page, ("Origin", "http://hub.example.edu")])).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await SendAsync(
            HttpMethod.Post, "api/contents", [.. page[..3], ("Origin", "https://hub.example.edu")])).StatusCode);
        using var lab = await SendAsync(HttpMethod.Get, "lab", [.. page, ("Accept", "text/html")]);
        Assert.Contains("connect-src 'self' wss://hub.example.edu;", lab.Headers.GetValues("Content-Security-Policy").Single());
    }

    [Fact]
    public async Task Activity_is_told_with_the_server_s_own_token()
    {
        await Testing.Eventually.HoldsAsync(() => _hub.Posted.Any(p => p.Path == "/hub/api/users/ada/activity"));
        Assert.Matches("^\\{\"servers\":\\{\"\":\\{\"last_activity\":\"20[^\"]+Z\"\\}\\},\"last_activity\":\"20[^\"]+Z\"\\}$",
            _hub.Posted.First(p => p.Path.EndsWith("activity")).Body);
    }

    [Fact]
    public void Limits_become_those_of_kernels_and_what_is_missing_is_named()
    {
        var limits = _hub.Environment.KernelEnvironment(_ => null).ToDictionary();
        Assert.Equal(("0x30000000", "2"), (limits["DOTNET_GCHeapHardLimit"], limits["DOTNET_PROCESSOR_COUNT"]));
        Assert.Empty(_hub.Environment.KernelEnvironment(_ => "set by the administrator"));
        Assert.Null(HubEnvironment.Read(_ => null));
        var variables = _hub.Variables();
        (variables["HOME"], variables["JUPYTERHUB_ROOT_DIR"]) = ("/home/ada", "~/course");
        Assert.Equal("/home/ada/course", HubEnvironment.Read(name => variables.GetValueOrDefault(name))!.Folder);
        variables.Remove("JUPYTERHUB_CLIENT_ID");
        Assert.Contains("JUPYTERHUB_CLIENT_ID is not set",
            Assert.Throws<LabServerException>(() => HubEnvironment.Read(name => variables.GetValueOrDefault(name))).Message);
    }

    private async Task<HttpResponseMessage> SendAsync(HttpMethod method, string path, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(method, path);
        if (method == HttpMethod.Post) request.Content = new StringContent("{\"type\": \"file\", \"ext\": \".txt\"}");
        foreach (var (name, value) in headers) request.Headers.TryAddWithoutValidation(name, value);
        return await _http.SendAsync(request, TestServer.Limit);
    }
}
