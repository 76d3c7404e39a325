using System.Text;
using Qiansi.Jupyter.Zmtp;

namespace Qiansi.Jupyter.Tests.Zmtp;

/// <summary>Shorthands for messages in tests.</summary>
internal static class Messages
{
    internal static Multipart Of(params ReadOnlySpan<string> frames)
    {
        var message = new Multipart();
        foreach (var frame in frames)
            message.Add(frame);
        return message;
    }

    internal static string Text(this Multipart message) =>
        string.Join('|', message.Select(frame => Encoding.UTF8.GetString(frame.Span)));

    internal static CancellationToken Within(double seconds = 10) => new CancellationTokenSource(TimeSpan.FromSeconds(seconds)).Token;

    /// <summary>Awaits a condition that some other thread brings about.</summary>
    internal static Task Until(Func<bool> condition, string what, double seconds = 10) => Eventually.HoldsAsync(condition, seconds, what);
}
