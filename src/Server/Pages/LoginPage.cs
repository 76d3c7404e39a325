using System.Net;
using Microsoft.AspNetCore.Routing;
using Qiansi.Server.Http;
using Qiansi.Server.Security;

namespace Qiansi.Server.Pages;

/// <summary><c>/login</c>, for a browser that has neither token nor cookie.</summary>
internal sealed class LoginPage(Gate gate, AccessToken token)
{
    private const int LongestForm = 8 * 1024;

    // Nobody mistypes faster; a program that guesses is not helped by this token's length anyway.
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(300);

    public void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/login", (RequestDelegate)(c => ShowAsync(c, 200, Next(c.Request.Query["next"].FirstOrDefault()), null)));
        routes.MapPost("/login", (RequestDelegate)EnterAsync);
    }

    private async Task EnterAsync(HttpContext context)
    {
        if (!context.Request.HasFormContentType) throw new HttpFailure(415, "The login is a form.");
        if (context.Request.ContentLength is not <= LongestForm) throw new HttpFailure(413, "The form is too large.");
        var form = await context.Request.ReadFormAsync(context.RequestAborted);
        var next = Next(form["next"].FirstOrDefault());
        if (token.Matches(form["token"].FirstOrDefault()?.Trim()))
        {
            gate.SetCookies(context);
            context.Response.Redirect(next);
            return;
        }
        await Task.Delay(Pause, context.RequestAborted);
        await ShowAsync(context, 403, next, "That is not this server's token.");
    }

    private static Task ShowAsync(HttpContext context, int status, string next, string? problem)
    {
        SecurityHeaders.AllowPlainPage(context.Response);
        return PlainPage.WriteAsync(context, status, "Qiansi", "login", $"""
            <h1>Who are you?</h1>
            <p>This server answers to those who know its token. It is in the address that <code>nb lab</code> printed in its terminal: open that address, or paste the token here.</p>
            <form method="post" action="/login">
            <input type="hidden" name="next" value="{WebUtility.HtmlEncode(next)}">
            <label>Token <input name="token" type="password" autocomplete="current-password" autofocus required></label>
            <button>Enter</button>
            </form>
            {(problem is null ? "" : $"<p class=\"problem\" role=\"alert\">{problem}</p>")}
            """);
    }

    /// <summary>Where to go afterwards: a place on this server, whatever the address says.</summary>
    private static string Next(string? address) =>
        address is ['/', ..] && address.Length > 1 && address[1] is not ('/' or '\\') && !address.Any(char.IsControl) ? address : "/";
}
