namespace Qiansi.Contracts;

/// <summary>A language whose line takes arguments, as a directive does: <c>#!value --name x</c>.</summary>
public interface IParameterizedLanguage : ILanguageKernel
{
    /// <summary>The arguments: what <c>#!name -h</c> lists and what the parser checks.</summary>
    IReadOnlyList<DirectiveArgument> Arguments { get; }

    /// <summary>Runs one block of a cell; unlike other languages also when the block is empty.</summary>
    /// <param name="block">The code below the language's line.</param>
    /// <param name="invocation">The arguments of that line.</param>
    /// <param name="context">Outputs, cancellation and the session's registries.</param>
    /// <exception cref="DirectiveException">An argument's value cannot be used.</exception>
    Task<CellStatus> ExecuteAsync(CodeBlock block, DirectiveInvocation invocation, ICellContext context);
}
