using Qiansi.Contracts;

namespace Qiansi.Engine.Tests.Doubles;

/// <summary>A language whose line takes arguments; the parser alone looks at it.</summary>
internal sealed class FakeParameterizedLanguage(string name, params DirectiveArgument[] arguments) : IParameterizedLanguage
{
    public string Name => name;

    public IReadOnlyList<string> Aliases => [];

    public string Summary => $"The {name} language.";

    public IReadOnlyList<DirectiveArgument> Arguments => arguments;

    public Task<CellStatus> ExecuteAsync(CodeBlock block, ICellContext context) => throw new NotSupportedException();

    public Task<CellStatus> ExecuteAsync(CodeBlock block, DirectiveInvocation invocation, ICellContext context) =>
        throw new NotSupportedException();
}
