using Qiansi.Documents;
using Qiansi.Jupyter.Client;

namespace Qiansi.Server.Http;

/// <summary>Turns what goes wrong in a request into an answer that says so.</summary>
internal static class FailureReplies
{
    private const int NoSpaceLeft = 28;
    private const int ReadOnlyFileSystem = 30;
    private const int QuotaExceeded = 122;

    /// <summary>Runs the request; every exception becomes an answer, and those that nobody foresaw a line in the log.</summary>
    public static async Task InvokeAsync(HttpContext context, RequestDelegate next, Action<string> log)
    {
        try
        {
            await next(context);
        }
        catch (OperationCanceledException) when (context.RequestAborted.IsCancellationRequested)
        {
            // Nobody is there to read an answer.
        }
        catch (Exception e)
        {
            var (status, message, reason) = Describe(e);
            // The address can hold the token, so the path alone is written.
            if (status == StatusCodes.Status500InternalServerError) log($"{context.Request.Method} {context.Request.Path}: {e}");
            if (context.Response.HasStarted) context.Abort();
            else await context.FailAsync(status, message, reason);
        }
    }

    private static (int Status, string Message, string? Reason) Describe(Exception e) => e switch
    {
        HttpFailure failure => (failure.Status, failure.Message, failure.Reason),
        DocumentException { InnerException: { } cause } => (StatusOf(cause) ?? StatusCodes.Status400BadRequest, e.Message, null),
        DocumentException => (StatusCodes.Status400BadRequest, e.Message, null),
        KernelStartException => (StatusCodes.Status500InternalServerError, e.Message, "the kernel did not start"),
        KernelDiedException => (StatusCodes.Status503ServiceUnavailable, e.Message, "the kernel is gone"),
        BadHttpRequestException bad => (bad.StatusCode, bad.Message, null),
        IOException or UnauthorizedAccessException => (StatusOf(e) ?? StatusCodes.Status500InternalServerError, e.Message, null),
        _ => (StatusCodes.Status500InternalServerError, $"Unexpected {e.GetType().Name}: {e.Message}", null),
    };

    /// <summary>The status that says what a file system has refused; null when it says nothing of the kind.</summary>
    public static int? StatusOf(Exception e) => e switch
    {
        FileNotFoundException or DirectoryNotFoundException => StatusCodes.Status404NotFound,
        UnauthorizedAccessException => StatusCodes.Status403Forbidden,
        IOException io when !OperatingSystem.IsWindows() && io.HResult is NoSpaceLeft or QuotaExceeded =>
            StatusCodes.Status507InsufficientStorage,
        IOException io when !OperatingSystem.IsWindows() && io.HResult is ReadOnlyFileSystem => StatusCodes.Status403Forbidden,
        IOException io when OperatingSystem.IsWindows() && (io.HResult & 0xFFFF) is 112 or 39 => StatusCodes.Status507InsufficientStorage,
        _ => null,
    };
}
