namespace Qiansi.Jupyter.Client;

/// <summary>How a kernel's process ended.</summary>
/// <param name="ExitCode">Its exit code; on Unix 128 + the signal when a signal ended it.</param>
/// <param name="Requested">Whether it was asked to end.</param>
/// <param name="StandardError">What it last wrote to its own output and error streams: the beginning and the end, when it was much.</param>
public sealed record KernelExit(int ExitCode, bool Requested, string StandardError)
{
    /// <summary>The signal that ended it, <c>SIGKILL</c>, or null.</summary>
    public string? Signal => !OperatingSystem.IsWindows() && ExitCode is > 128 and < 160 ? Processes.Posix.NameOf(ExitCode - 128) : null;

    /// <summary>Whether the process says that it overflowed its stack.</summary>
    public bool IsStackOverflow => StandardError.Contains("Stack overflow.", StringComparison.Ordinal);

    /// <summary>One line for a person: what ended the process.</summary>
    public string Description
    {
        get
        {
            if (IsStackOverflow) return "the kernel process died of a stack overflow";
            if (StandardError.Contains("Out of memory.", StringComparison.Ordinal)) return "the kernel process ran out of memory";
            if (FailFastMessage is { } message) return $"the kernel process ended itself (Environment.FailFast): {message}";
            return Signal switch
            {
                "SIGKILL" => "the kernel process was killed (SIGKILL), by someone or by the system for lack of memory",
                { } signal => $"the kernel process was ended by {signal}",
                null => $"the kernel process ended with exit code {ExitCode}",
            };
        }
    }

    private string? FailFastMessage
    {
        get
        {
            // The runtime writes this line, then the message.
            const string Mark = "Process terminated.";
            var at = StandardError.IndexOf(Mark, StringComparison.Ordinal);
            if (at < 0) return null;
            var text = StandardError.AsSpan(at + Mark.Length).TrimStart();
            var end = text.IndexOf('\n');
            var line = (end < 0 ? text : text[..end]).TrimEnd();
            return line.StartsWith("at ") ? "no reason given" : line.ToString();
        }
    }
}
