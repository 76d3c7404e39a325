namespace Qiansi.Documents;

/// <summary>Why a cell failed.</summary>
/// <param name="name">nbformat's <c>ename</c>: an exception's type name, say.</param>
/// <param name="message">nbformat's <c>evalue</c>.</param>
/// <param name="traceback">Lines of the trace; may hold ANSI escapes.</param>
public sealed class ErrorOutput(string name, string message, IReadOnlyList<string> traceback) : Output
{
    /// <inheritdoc />
    public override string OutputType => "error";

    /// <summary>nbformat's <c>ename</c>.</summary>
    public string Name { get; } = name;

    /// <summary>nbformat's <c>evalue</c>.</summary>
    public string Message { get; } = message;

    /// <summary>Lines of the trace; may hold ANSI escapes.</summary>
    public IReadOnlyList<string> Traceback { get; } = traceback;
}
