namespace Qiansi.Engine.Directives;

/// <summary>One piece of a cell, in the order in which the pieces run.</summary>
public abstract record CellPart
{
    private protected CellPart() { }
}

/// <summary>A stretch of one language.</summary>
/// <param name="Language">The language that runs it.</param>
/// <param name="Block">The text with its place in the cell.</param>
/// <param name="Invocation">The arguments of the language's line; null unless the language is an
/// <see cref="IParameterizedLanguage"/>.</param>
public sealed record LanguagePart(ILanguageKernel Language, CodeBlock Block, DirectiveInvocation? Invocation = null) : CellPart
{
    /// <summary>Runs the stretch with its language.</summary>
    public Task<CellStatus> ExecuteAsync(ICellContext context) =>
        Invocation is not null && Language is IParameterizedLanguage parameterized
            ? parameterized.ExecuteAsync(Block, Invocation, context)
            : Language.ExecuteAsync(Block, context);
}

/// <summary>A line that is a directive.</summary>
/// <param name="Directive">What is invoked.</param>
/// <param name="Invocation">The checked arguments.</param>
public sealed record DirectivePart(IDirective Directive, DirectiveInvocation Invocation) : CellPart;
