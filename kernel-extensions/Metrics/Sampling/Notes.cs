namespace Qiansi.Metrics.Sampling;

/// <summary>What could not be read, each matter once, in the words of a person.</summary>
internal sealed class Notes
{
    private readonly List<string> _lines = [];

    /// <summary>The lines.</summary>
    public IReadOnlyList<string> Lines => _lines.Count == 0 ? [] : [.. _lines];

    /// <summary>Adds a line unless it stands there.</summary>
    public void Add(string line)
    {
        if (!_lines.Contains(line)) _lines.Add(line);
    }

    /// <summary>Adds what went wrong while something was read.</summary>
    public void Add(string what, Exception e) => Add($"{what}: {Reason(e)}");

    /// <summary>Begins a new sample.</summary>
    public void Clear() => _lines.Clear();

    /// <summary>Whether reading a file may fail this way; anything else is a mistake of ours.</summary>
    public static bool IsExpected(Exception e) => e is IOException or UnauthorizedAccessException;

    private static string Reason(Exception e) => e switch
    {
        UnauthorizedAccessException => "permission denied",
        FileNotFoundException or DirectoryNotFoundException => "not available on this system",
        _ => e.Message,
    };
}
