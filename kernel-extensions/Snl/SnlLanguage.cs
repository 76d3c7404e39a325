using Qiansi.Contracts;
using Qiansi.Snl;
using Qiansi.Snl.Formatting;
using Qiansi.SnlCells.Editing;
using Qiansi.SnlCells.Running;
using Qiansi.SnlCells.Sharing;

namespace Qiansi.SnlCells;

/// <summary>Cells in SNL, the small nested language of compiler courses: each is a program, compiled to .NET code and run.</summary>
public sealed class SnlLanguage : IParameterizedLanguage
{
    private static readonly Dictionary<string, string> Nothing = [];

    private readonly VariableStore _variables = new();

    /// <inheritdoc />
    public string Name => "snl";

    /// <inheritdoc />
    public IReadOnlyList<string> Aliases => [];

    /// <inheritdoc />
    public string Summary => "Compiles and runs a program in SNL, or shows what the compiler makes of it.";

    /// <inheritdoc />
    public IReadOnlyList<DirectiveArgument> Arguments => CellOptions.Arguments;

    /// <inheritdoc />
    public Task<CellStatus> ExecuteAsync(CodeBlock block, ICellContext context) =>
        new CellProgram(block, CellOptions.Of(Nothing), _variables).ExecuteAsync(context);

    /// <inheritdoc />
    public Task<CellStatus> ExecuteAsync(CodeBlock block, DirectiveInvocation invocation, ICellContext context) =>
        new CellProgram(block, CellOptions.Of(invocation.Arguments), _variables).ExecuteAsync(context);

    /// <inheritdoc />
    public Task<CompletionList> CompleteAsync(string code, int position, CancellationToken cancellation) =>
        Task.FromResult(Completion.At(code, position));

    /// <inheritdoc />
    public Task<MimeBundle?> InspectAsync(string code, int position, CancellationToken cancellation) =>
        Task.FromResult(Hover.At(code, position));

    /// <inheritdoc />
    public Task<IReadOnlyList<CodeDiagnostic>> DiagnoseAsync(string code, CancellationToken cancellation) =>
        Task.FromResult(TypedDiagnostics.Of(code));

    /// <inheritdoc />
    public Task<string> FormatAsync(string code, CancellationToken cancellation) =>
        Task.FromResult(Compilation.Of(code).HasErrors ? code : Formatter.Format(new(code)));

    /// <inheritdoc />
    public Completeness IsComplete(string code) => Wholeness.Of(code);

    /// <summary>The program's variables of the last cell that has run one to its end.</summary>
    public IReadOnlyList<NamedValue> Values => _variables.Kept;

    /// <inheritdoc />
    public Task<NamedValue?> FindValueAsync(string name, CancellationToken cancellation)
    {
        if (Values.Count == 0)
            throw new DirectiveException("snl has no variables yet: no #!snl cell with a program that has some has run to its end.");
        var found = Values.FirstOrDefault(v => v.Name.Equals(name, StringComparison.OrdinalIgnoreCase));
        return Task.FromResult(found is null ? null : found with { Name = name });
    }

    /// <summary>Gives a variable of the next program the value it begins with.</summary>
    public Task SetValueAsync(string name, object? value, Type declaredType)
    {
        _variables.Give(name, value);
        return Task.CompletedTask;
    }
}
