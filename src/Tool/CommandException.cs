namespace Qiansi.Tool;

/// <summary>A command cannot do what it was asked; it ends with <see cref="ExitCode.BadInput"/>.</summary>
/// <param name="message">One line: what was wrong, with the value seen.</param>
/// <param name="hint">The way out; null when the message has it.</param>
internal sealed class CommandException(string message, string? hint = null) : Exception(message)
{
    /// <summary>The way out, or null when the message has it.</summary>
    public string? Hint { get; } = hint;
}
