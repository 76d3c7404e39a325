using Qiansi.Contracts;

namespace Qiansi.Engine.Tests.Doubles;

/// <summary>A directive with the arguments a test names; records its invocations.</summary>
internal sealed class FakeDirective(string name, params DirectiveArgument[] arguments) : IDirective
{
    public string Name => name;

    public string Summary => $"Does {name}.";

    public IReadOnlyList<DirectiveArgument> Arguments => arguments;

    public List<DirectiveInvocation> Invocations { get; } = [];

    public Exception? Throws { get; init; }

    public Task InvokeAsync(DirectiveInvocation invocation, ICellContext context)
    {
        Invocations.Add(invocation);
        return Throws is null ? Task.CompletedTask : Task.FromException(Throws);
    }
}
