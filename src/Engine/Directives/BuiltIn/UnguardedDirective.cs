using Qiansi.Engine.CSharp;

namespace Qiansi.Engine.Directives.BuiltIn;

/// <summary><c>#!unguarded</c>: compiles the C# that follows in the cell without the guards that make it interruptible,
/// for measuring.</summary>
internal sealed class UnguardedDirective : IDirective
{
    public string Name => "unguarded";

    public string Summary =>
        "Compiles the C# below it without interruption and recursion guards, for measuring; an endless loop then needs a restart.";

    public Task InvokeAsync(DirectiveInvocation invocation, ICellContext context)
    {
        if (context is not ICSharpCell cell) throw new DirectiveException("#!unguarded works only in cells of a session.");
        cell.Unguarded = true;
        return Task.CompletedTask;
    }
}
