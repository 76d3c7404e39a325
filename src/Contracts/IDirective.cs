namespace Qiansi.Contracts;

/// <summary>A line that starts with <c>#!</c> and is not a language: <c>#!time</c>, <c>#!share x --from y</c>.</summary>
public interface IDirective
{
    /// <summary>The name after <c>#!</c>.</summary>
    string Name { get; }

    /// <summary>One sentence for <c>#!lsmagic</c> and the head of the help.</summary>
    string Summary { get; }

    /// <summary>The arguments: what <c>#!name -h</c> lists and what the parser checks. None unless it says so.</summary>
    IReadOnlyList<DirectiveArgument> Arguments => [];

    /// <summary>Runs the directive, in the place of the cell where it stands.</summary>
    /// <exception cref="DirectiveException">An argument's value cannot be used.</exception>
    Task InvokeAsync(DirectiveInvocation invocation, ICellContext context);
}

/// <summary>One argument of a directive.</summary>
/// <param name="Name"><c>--from</c> for an option, <c>name</c> for a positional one.</param>
/// <param name="Summary">One sentence for the help.</param>
/// <param name="Required">Whether leaving it out is an error.</param>
/// <param name="IsFlag">An option without a value.</param>
/// <param name="TakesRest">A positional argument that takes all that is left of the line, quotes included.</param>
public sealed record DirectiveArgument(string Name, string Summary, bool Required = false, bool IsFlag = false, bool TakesRest = false)
{
    /// <summary>Whether it is given by name.</summary>
    public bool IsOption => Name.StartsWith('-');

    /// <summary>The values there are to choose from, for completion and help; null when anything may be given.</summary>
    public Func<IReadOnlyList<CompletionItem>>? Choices { get; init; }
}

/// <summary>A directive as written in a cell.</summary>
/// <param name="Arguments">Values by argument name; a flag that was given has the value <c>true</c>.</param>
/// <param name="Line">0-based line in the cell.</param>
/// <param name="Language">Language of the text around it.</param>
public sealed record DirectiveInvocation(IReadOnlyDictionary<string, string> Arguments, int Line, ILanguageKernel Language)
{
    /// <summary>The value of an argument, or null when it was left out.</summary>
    public string? this[string name] => Arguments.GetValueOrDefault(name);
}

/// <summary>A directive cannot do what it was asked; the message says what was wrong and what to write instead.</summary>
public sealed class DirectiveException(string message) : Exception(message);
