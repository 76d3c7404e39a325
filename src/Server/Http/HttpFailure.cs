namespace Qiansi.Server.Http;

/// <summary>A request cannot be served; front ends show the message.</summary>
/// <param name="status">HTTP status.</param>
/// <param name="message">What was wrong, with the value seen, and the way out.</param>
/// <param name="reason">A word or two for programs.</param>
internal sealed class HttpFailure(int status, string message, string? reason = null) : Exception(message)
{
    public int Status { get; } = status;

    public string? Reason { get; } = reason;
}
