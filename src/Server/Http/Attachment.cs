using Microsoft.Net.Http.Headers;

namespace Qiansi.Server.Http;

/// <summary>Answers that a browser keeps as a file instead of showing them.</summary>
internal static class Attachment
{
    /// <summary>Says so when the address asks for it by <c>?download=1</c>; any value but 0 and false asks, as in Jupyter.</summary>
    public static void SetWhereAsked(HttpContext context, string fileName)
    {
        if (context.Request.Query["download"].FirstOrDefault() is null or "" or "0" or "false") return;
        var header = new ContentDispositionHeaderValue("attachment");
        // Two names: programs older than RFC 6266 know only the plain one.
        header.SetHttpFileName(fileName);
        context.Response.Headers.ContentDisposition = header.ToString();
    }
}
