using System.Collections.Concurrent;
using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using Qiansi.Server.Http;

namespace Qiansi.Server.Hub;

/// <summary>Asks the hub who holds a token; answers are kept for five minutes, so that a hub that is restarted meanwhile is not
/// missed.</summary>
internal sealed class HubUsers(HubEnvironment hub, HttpClient client)
{
    private const int MostKept = 1000;
    private static readonly TimeSpan Kept = TimeSpan.FromMinutes(5);

    private readonly ConcurrentDictionary<(string Token, string Session), (bool IsAllowed, long Until)> _known = new();

    /// <summary>Whether the holder of a token may use this server; null when the hub does not know the token.</summary>
    /// <param name="token">The token.</param>
    /// <param name="session">The browser's session at the hub: who logs out there is asked again.</param>
    /// <param name="cancellation">Cancels the question.</param>
    /// <exception cref="HttpFailure">502: the hub does not answer; nobody is let in then.</exception>
    public async Task<bool?> IsAllowedAsync(string token, string session, CancellationToken cancellation)
    {
        if (_known.TryGetValue((token, session), out var known) && known.Until > Environment.TickCount64) return known.IsAllowed;
        using var question = new HttpRequestMessage(HttpMethod.Get, $"{hub.Api.ToString().TrimEnd('/')}/user");
        question.Headers.Authorization = new AuthenticationHeaderValue("token", token);
        using var answer = await SendAsync(question, cancellation);
        if (answer.StatusCode is HttpStatusCode.Forbidden or HttpStatusCode.Unauthorized or HttpStatusCode.NotFound) return null;
        using var user = await ReadAsync(answer, cancellation);
        var isAllowed = user.RootElement.TryGetProperty("scopes", out var scopes) && scopes.ValueKind == JsonValueKind.Array
            && scopes.EnumerateArray().Any(s => Opens(s.GetString() ?? ""));
        if (_known.Count >= MostKept) _known.Clear();
        _known[(token, session)] = (isAllowed, Environment.TickCount64 + (long)Kept.TotalMilliseconds);
        return isAllowed;
    }

    /// <summary>Gives the code that the hub sent a browser back with for the browser's token.</summary>
    /// <exception cref="HttpFailure">The hub does not answer, or the code is not one of its own.</exception>
    public async Task<string> TokenOfAsync(string code, CancellationToken cancellation)
    {
        using var question = new HttpRequestMessage(HttpMethod.Post, $"{hub.Api.ToString().TrimEnd('/')}/oauth2/token")
        {
            Content = new FormUrlEncodedContent(new Dictionary<string, string>
            {
                ["client_id"] = hub.ClientId,
                ["client_secret"] = hub.ApiToken,
                ["grant_type"] = "authorization_code",
                ["code"] = code,
                ["redirect_uri"] = hub.Callback,
            }),
        };
        using var answer = await SendAsync(question, cancellation);
        if ((int)answer.StatusCode is >= 400 and < 500)
            throw new HttpFailure(StatusCodes.Status403Forbidden,
                "The hub does not take this login. Open your server from the hub's page again.");
        using var token = await ReadAsync(answer, cancellation);
        return token.RootElement.GetProperty("access_token").GetString()
            ?? throw new HttpFailure(StatusCodes.Status502BadGateway, "The hub gave no token for this login.");
    }

    /// <summary>Forgets a token, as its browser logs out.</summary>
    public void Forget(string token)
    {
        foreach (var known in _known.Keys.Where(k => k.Token == token)) _known.TryRemove(known, out _);
    }

    private async Task<HttpResponseMessage> SendAsync(HttpRequestMessage question, CancellationToken cancellation)
    {
        try
        {
            return await client.SendAsync(question, cancellation);
        }
        catch (Exception e) when (e is HttpRequestException || (e is OperationCanceledException && !cancellation.IsCancellationRequested))
        {
            throw new HttpFailure(StatusCodes.Status502BadGateway,
                "The hub, which knows who may use this server, does not answer. Try again in a moment.");
        }
    }

    private static async Task<JsonDocument> ReadAsync(HttpResponseMessage answer, CancellationToken cancellation)
    {
        try
        {
            answer.EnsureSuccessStatusCode();
            return await JsonDocument.ParseAsync(await answer.Content.ReadAsStreamAsync(cancellation), default, cancellation);
        }
        catch (Exception e) when (e is HttpRequestException or JsonException)
        {
            throw new HttpFailure(StatusCodes.Status502BadGateway, $"The hub's answer cannot be used: {e.Message}");
        }
    }

    /// <summary>One of the scopes asked for, or the wider one that it narrows: <c>access:servers</c> for
    /// <c>access:servers!user=ada</c>.</summary>
    private bool Opens(string scope) => hub.AccessScopes.Any(a => a == scope || a.Split('!')[0] == scope);
}
