namespace Qiansi.Contracts;

/// <summary>Why a cell failed, ready to show.</summary>
/// <param name="Name">Short kind: an exception's type name, <c>CompilationError</c>, <c>Interrupted</c>, ….</param>
/// <param name="Message">One or more lines for a person.</param>
/// <param name="Traceback">Lines of the trace, first the message; may hold ANSI colours.</param>
public sealed record CellError(string Name, string Message, IReadOnlyList<string> Traceback);

/// <summary>How a cell ended.</summary>
public enum CellStatus
{
    /// <summary>It ran to its end.</summary>
    Ok,

    /// <summary>It failed to compile or threw; the sink has the <see cref="CellError"/>.</summary>
    Error,

    /// <summary>It was interrupted; variables it had set are kept.</summary>
    Interrupted,
}
