namespace Qiansi.Contracts;

/// <summary>A directive that encloses what follows it in the cell: <c>#!time</c> measures it.</summary>
public interface IWrappingDirective : IDirective
{
    /// <summary>Runs the directive around the rest of the cell.</summary>
    /// <param name="invocation">The directive as written.</param>
    /// <param name="context">The running cell.</param>
    /// <param name="rest">Runs all parts of the cell after the directive; call it once.
    /// It reports failures itself and does not throw.</param>
    /// <returns>How the cell ended, usually what <paramref name="rest"/> gave.</returns>
    Task<CellStatus> InvokeAroundAsync(DirectiveInvocation invocation, ICellContext context, Func<Task<CellStatus>> rest);

    Task IDirective.InvokeAsync(DirectiveInvocation invocation, ICellContext context) =>
        InvokeAroundAsync(invocation, context, () => Task.FromResult(CellStatus.Ok));
}
