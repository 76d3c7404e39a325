using System.Net;
using System.Net.Http.Headers;
using System.Net.WebSockets;
using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Qiansi.Tool.Tests.Hub;

/// <summary><c>nb lab</c> as the server of each user of a real JupyterHub.</summary>
public sealed class HubTests
{
    private static CancellationToken Limit => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_browser_logs_in_at_the_hub_runs_a_cell_and_strangers_stay_out()
    {
        Assert.SkipWhen(JupyterHub.Missing is not null, JupyterHub.Missing ?? "");
        await using var hub = await JupyterHub.StartAsync();
        await hub.SpawnAsync("ada");
        await hub.SpawnAsync("bob");

        // By way of hub/login, the hub's OAuth pages and the callback, to the page that was asked for.
        var (browser, cookies) = await LogInAsync(hub, "ada");
        using var client = browser;
        using var lab = await browser.GetAsync("user/ada/lab/tree/notes", Limit);
        var page = await lab.Content.ReadAsStringAsync(Limit);
        Assert.Equal(HttpStatusCode.OK, lab.StatusCode);
        Assert.Equal("/user/ada/lab/tree/notes", lab.RequestMessage!.RequestUri!.AbsolutePath);
        Assert.NotEmpty(lab.Headers.GetValues("X-JupyterHub-Version"));
        var cookie = cookies.GetCookies(new(hub.Address, "user/ada/")).Single(c => c.Name == "jupyterhub-user-ada");
        Assert.True(cookie is { HttpOnly: true, Path: "/user/ada/" });
        if (Regex.Match(page, "<script id=\"jupyter-config-data\" type=\"application/json\">(.*?)</script>") is { Success: true } data)
        {
            var configuration = JsonNode.Parse(data.Groups[1].Value)!;
            Assert.Equal(("/user/ada/", "/lab", "/hub/", "ada", ""), ((string)configuration["baseUrl"]!, (string)configuration["appUrl"]!,
                (string)configuration["hubPrefix"]!, (string)configuration["hubUser"]!, (string)configuration["hubServerName"]!));
            foreach (Match script in Regex.Matches(page, "src=\"([^\"]+)\""))
                Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync(script.Groups[1].Value, Limit)).StatusCode);
        }

        // Cookies alone change nothing; with the repeated cookie they do.
        using var bare = await browser.PostAsync("user/ada/api/kernels", null, Limit);
        Assert.Equal(HttpStatusCode.Forbidden, bare.StatusCode);
        browser.DefaultRequestHeaders.Add(
            "X-XSRFToken", cookies.GetCookies(new(hub.Address, "user/ada/")).First(c => c.Name == "_xsrf").Value);
        var kernel = await StartKernelAsync(browser, "user/ada/");
        var origin = hub.Address.GetLeftPart(UriPartial.Authority);
        await using (var cell = await CellClient.ConnectAsync(hub.Address, $"user/ada/api/kernels/{kernel}/channels", s =>
        {
            s.Cookies = cookies;
            s.SetRequestHeader("Origin", origin);
        }))
        {
            // The user is known to cells, the server's token is not, and the heap knows its limit.
            Assert.Equal("ada||1536", await cell.RunAsync(
                "$\"{System.Environment.GetEnvironmentVariable(\"JUPYTERHUB_USER\")}|"
                + "{System.Environment.GetEnvironmentVariable(\"JUPYTERHUB_API_TOKEN\")}|"
                + "{System.GC.GetGCMemoryInfo().TotalAvailableMemoryBytes >> 20}\""));
        }

        // Another user: a page that says so and no redirect for ever; data and sockets refused.
        var (other, _) = await LogInAsync(hub, "bob");
        using var stranger = other;
        using var refused = await stranger.GetAsync("user/ada/", Limit);
        Assert.Equal(HttpStatusCode.Forbidden, refused.StatusCode);
        Assert.DoesNotContain("jupyter-config-data", await refused.Content.ReadAsStringAsync(Limit));
        using var token = Client(hub, await hub.TokenOfAsync("bob"));
        Assert.Equal(HttpStatusCode.Forbidden, (await token.GetAsync($"user/ada/api/kernels/{kernel}", Limit)).StatusCode);
        using var nobody = new HttpClient { BaseAddress = hub.Address };
        Assert.Equal(HttpStatusCode.Forbidden, (await nobody.GetAsync("user/ada/api/kernels", Limit)).StatusCode);
        await Assert.ThrowsAsync<WebSocketException>(() => CellClient.ConnectAsync(hub.Address, $"user/ada/api/kernels/{kernel}/channels",
            s => s.SetRequestHeader("Authorization", "token wrong")));
        await Assert.ThrowsAsync<WebSocketException>(() =>
            CellClient.ConnectAsync(hub.Address, $"user/ada/api/kernels/{kernel}/channels", s =>
        {
            s.Cookies = cookies;
            s.SetRequestHeader("Origin", "http://elsewhere.example");
        }));

        // Logged out here is logged out at the hub.
        using var bye = await browser.GetAsync("user/ada/logout", Limit);
        using var again = await browser.GetAsync("user/ada/lab", Limit);
        Assert.StartsWith("/hub/login", again.RequestMessage!.RequestUri!.AbsolutePath);

        await hub.StopAsync("ada");
        Assert.Empty(hub.ProcessesOf("ada"));
        Assert.NotEmpty(hub.ProcessesOf("bob"));
    }

    [Fact]
    public async Task A_kernel_outlives_a_restart_of_the_hub_and_activity_is_told()
    {
        Assert.SkipWhen(JupyterHub.Missing is not null, JupyterHub.Missing ?? "");
        await using var hub = await JupyterHub.StartAsync("c.Spawner.args = ['--hub-token-in-cells']", "c.Spawner.default_url = '/lab'");
        await hub.SpawnAsync("ada");
        using var client = Client(hub, await hub.TokenOfAsync("ada"));
        var kernel = await StartKernelAsync(client, "user/ada/");
        Task<CellClient> ConnectAsync() => CellClient.ConnectAsync(hub.Address, $"user/ada/api/kernels/{kernel}/channels",
            s => s.SetRequestHeader("Authorization", client.DefaultRequestHeaders.Authorization!.ToString()));
        await using var cell = await ConnectAsync();
        Assert.Equal("True", await cell.RunAsync(
            "var kept = 41;\nSystem.Environment.GetEnvironmentVariable(\"JUPYTERHUB_API_TOKEN\")?.Length > 0"));

        await hub.RestartAsync();

        // The hub starts its proxy anew, which ends connections; pages make them again once the proxy knows the way.
        await Eventually.HoldsAsync(
            async () => (await client.GetAsync($"user/ada/api/kernels/{kernel}", Limit)).IsSuccessStatusCode, seconds: 60);
        await using var again = await ConnectAsync();
        Assert.Equal("42", await again.RunAsync("kept + 1"));
        var before = DateTimeOffset.UtcNow;
        await Eventually.HoldsAsync(async () => (await hub.ServerAsync("ada"))?["last_activity"] is { } last
            && DateTimeOffset.Parse((string)last!, System.Globalization.CultureInfo.InvariantCulture) > before.AddSeconds(-10),
            seconds: 30);
        // A client that follows redirects leaves the token behind.
        using var browser = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false });
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(hub.Address, "user/ada/"));
        request.Headers.Authorization = client.DefaultRequestHeaders.Authorization;
        request.Headers.Accept.ParseAdd("text/html");
        using var first = await browser.SendAsync(request, Limit);
        Assert.Equal("/user/ada/lab", new Uri(request.RequestUri!, first.Headers.Location!).AbsolutePath);
    }

    [Fact]
    public async Task Ten_users_at_once_each_have_a_result()
    {
        Assert.SkipWhen(JupyterHub.Missing is not null, JupyterHub.Missing ?? "");
        await using var hub = await JupyterHub.StartAsync();
        var results = await Task.WhenAll(Enumerable.Range(1, 10).Select(async i =>
        {
            var user = $"student{i}";
            await hub.SpawnAsync(user);
            using var client = Client(hub, await hub.TokenOfAsync(user));
            var kernel = await StartKernelAsync(client, $"user/{user}/");
            await using var cell = await CellClient.ConnectAsync(hub.Address, $"user/{user}/api/kernels/{kernel}/channels",
                s => s.SetRequestHeader("Authorization", client.DefaultRequestHeaders.Authorization!.ToString()));
            return await cell.RunAsync($"{i} * {i}");
        }));

        Assert.Equal(Enumerable.Range(1, 10).Select(i => $"{i * i}"), results);
        await Task.WhenAll(Enumerable.Range(1, 10).Select(i => hub.StopAsync($"student{i}")));
        Assert.All(Enumerable.Range(1, 10), i => Assert.Empty(hub.ProcessesOf($"student{i}")));
    }

    private static HttpClient Client(JupyterHub hub, string token) => new()
    {
        BaseAddress = hub.Address,
        DefaultRequestHeaders = { Authorization = new AuthenticationHeaderValue("token", token) },
    };

    private static async Task<(HttpClient Browser, CookieContainer Cookies)> LogInAsync(JupyterHub hub, string user)
    {
        var cookies = new CookieContainer();
        var browser = new HttpClient(new HttpClientHandler { CookieContainer = cookies }) { BaseAddress = hub.Address };
        browser.DefaultRequestHeaders.Accept.ParseAdd("text/html");
        using var asked = await browser.GetAsync($"user/{user}/", Limit);
        Assert.Equal("/hub/login", asked.RequestMessage!.RequestUri!.AbsolutePath);
        using var entered = await browser.PostAsync(asked.RequestMessage.RequestUri,
            new FormUrlEncodedContent(new Dictionary<string, string> { ["username"] = user, ["password"] = "any" }), Limit);
        Assert.Equal($"/user/{user}/", entered.RequestMessage!.RequestUri!.AbsolutePath);
        Assert.Contains("course", await entered.Content.ReadAsStringAsync(Limit));
        return (browser, cookies);
    }

    private static async Task<string> StartKernelAsync(HttpClient client, string prefix)
    {
        using var made = await client.PostAsync(prefix + "api/kernels", new StringContent("{}", Encoding.UTF8, "application/json"), Limit);
        var text = await made.Content.ReadAsStringAsync(Limit);
        Assert.True(made.StatusCode == HttpStatusCode.Created, text);
        var id = (string)JsonNode.Parse(text)!["id"]!;
        Assert.Equal($"/{prefix}api/kernels/{id}", made.Headers.Location!.OriginalString);
        return id;
    }
}
