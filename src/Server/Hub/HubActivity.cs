using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using Qiansi.Server.Http;

namespace Qiansi.Server.Hub;

/// <summary>Tells the hub when the server was last used, by which it ends servers that nobody uses.</summary>
/// <param name="hub">The hub.</param>
/// <param name="client">Talks to it.</param>
/// <param name="lastActivity">When the server was last used, UTC; a kernel that computes uses it now.</param>
/// <param name="log">Told what goes wrong.</param>
internal sealed class HubActivity(HubEnvironment hub, HttpClient client, Func<DateTime> lastActivity, Action<string> log) : IAsyncDisposable
{
    private readonly CancellationTokenSource _ending = new();
    private Task _telling = Task.CompletedTask;

    public void Start() => _telling = hub.Activity is null ? Task.CompletedTask : TellAsync();

    public async ValueTask DisposeAsync()
    {
        await _ending.CancelAsync();
        await _telling;
        _ending.Dispose();
    }

    private async Task TellAsync()
    {
        var told = DateTime.MinValue;
        try
        {
            while (true)
            {
                var last = lastActivity();
                if (last > told && await TellAsync(last)) told = last;
                // Servers that were started at once must not speak at once.
                await Task.Delay(hub.ActivityInterval * (0.9 + (0.2 * Random.Shared.NextDouble())), _ending.Token);
            }
        }
        catch (OperationCanceledException)
        {
            // The server ends.
        }
    }

    private async Task<bool> TellAsync(DateTime last)
    {
        var time = Timestamps.Text(last);
        var body = new JsonObject
        {
            ["servers"] = new JsonObject { [hub.ServerName] = new JsonObject { ["last_activity"] = time } },
            ["last_activity"] = time,
        };
        using var message = new HttpRequestMessage(HttpMethod.Post, hub.Activity)
        {
            Content = new StringContent(body.ToJsonString(), Encoding.UTF8, "application/json"),
        };
        message.Headers.Authorization = new AuthenticationHeaderValue("token", hub.ApiToken);
        try
        {
            using var answer = await client.SendAsync(message, _ending.Token);
            if (answer.IsSuccessStatusCode) return true;
            log($"The hub does not take the activity of this server: {(int)answer.StatusCode} {answer.ReasonPhrase}");
        }
        catch (HttpRequestException e)
        {
            log($"The hub cannot be told of activity: {e.Message}");
        }

        return false;
    }
}
