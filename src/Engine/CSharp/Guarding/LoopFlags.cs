namespace Qiansi.Engine.CSharp.Guarding;

/// <summary>Names the local variables that hold a run's flag around loops.</summary>
/// <remarks>
/// An outermost loop of a function gets a variable, its inner loops share it. A loop that awaits or yields has none:
/// its next turn may run for another cell, and a variable that lives over an <c>await</c> would be a field.
/// </remarks>
internal sealed class LoopFlags
{
    private int _count;
    private string? _current;

    /// <summary>The variable in sight, or null.</summary>
    public string? Current => _current;

    /// <summary>Whether turns of the loop may end in the middle.</summary>
    public static bool Suspends(StatementSyntax loop) => loop.DescendantNodesAndSelf(n => !IsFunction(n)).Any(node => node switch
    {
        AwaitExpressionSyntax or YieldStatementSyntax => true,
        CommonForEachStatementSyntax each => each.AwaitKeyword.IsKind(SyntaxKind.AwaitKeyword),
        UsingStatementSyntax block => block.AwaitKeyword.IsKind(SyntaxKind.AwaitKeyword),
        LocalDeclarationStatementSyntax local => local.AwaitKeyword.IsKind(SyntaxKind.AwaitKeyword),
        _ => false,
    });

    /// <summary>Does something with a new variable in sight.</summary>
    public void WithNew(Action<string> work) => With($"__stop{_count++}", () => work(_current!));

    /// <summary>Does something with no variable in sight: within a function, or in a loop that suspends.</summary>
    public void WithNone(Action work) => With(null, work);

    private void With(string? variable, Action work)
    {
        var outer = _current;
        _current = variable;
        work();
        _current = outer;
    }

    private static bool IsFunction(SyntaxNode node) => node is AnonymousFunctionExpressionSyntax or LocalFunctionStatementSyntax;
}
