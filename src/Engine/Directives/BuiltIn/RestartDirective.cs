namespace Qiansi.Engine.Directives.BuiltIn;

/// <summary><c>#!restart</c>: asks the host for a new session; variables and definitions are gone then.</summary>
internal sealed class RestartDirective : IDirective
{
    public string Name => "restart";

    public string Summary => "Restarts the kernel when the cell has ended; variables and definitions are lost.";

    public Task InvokeAsync(DirectiveInvocation invocation, ICellContext context)
    {
        try
        {
            context.Session.RequestRestart();
        }
        catch (NotSupportedException e)
        {
            throw new DirectiveException($"#!restart: {e.Message}");
        }

        return Task.CompletedTask;
    }
}
