using Qiansi.Snl.Diagnostics;
using Qiansi.Snl.Syntax;

namespace Qiansi.Snl.Semantics;

/// <summary>
/// Declares what a program declares and checks its statements: the course's twelve errors, and warnings. The heads of all procedures of a
/// block are declared before their bodies, so that
/// procedures may call each other. Writes what it finds into the tree: scopes, symbols, types.
/// </summary>
public sealed class Analyzer
{
    private readonly DiagnosticBag _diagnostics;
    private readonly Declarations _declarations;
    private readonly Statements _statements;

    private Analyzer(DiagnosticBag diagnostics)
    {
        _diagnostics = diagnostics;
        _declarations = new(diagnostics);
        _statements = new(diagnostics);
    }

    /// <summary>Analyses a program.</summary>
    /// <param name="program">Its tree.</param>
    /// <param name="diagnostics">Gets what is wrong with it.</param>
    /// <param name="given">Names of its variables that have values at its start.</param>
    /// <returns>The program's scope, which holds all others.</returns>
    public static Scope Analyze(ProgramNode program, DiagnosticBag diagnostics, params IReadOnlyCollection<string> given)
    {
        var scope = new Scope(program.Head.Name.Name, null, null);
        new Analyzer(diagnostics).Block(program, scope, given);
        return scope;
    }

    private void Block(BlockNode block, Scope scope, IReadOnlyCollection<string> given)
    {
        block.Scope = scope;
        if (block.Types is not null)
        {
            foreach (var declaration in block.Types.Declarations) _declarations.Type(declaration, scope);
        }

        if (block.Variables is not null)
        {
            foreach (var declaration in block.Variables.Declarations) _declarations.Variables(declaration, scope);
        }

        foreach (var name in given)
        {
            if (scope.Find(name) is VariableSymbol variable) variable.MayHaveValue = true;
        }

        foreach (var procedure in block.Procedures) _declarations.Head(procedure, scope);
        foreach (var procedure in block.Procedures) Block(procedure, procedure.Symbol!.Body, []);
        _statements.Check(block.Body, scope);
        foreach (var symbol in scope.Symbols)
        {
            if (!symbol.IsUsed) _diagnostics.Add(Rule.Unused, symbol.DeclaredAt, $"the {symbol.KindName} '{symbol.Name}' is never used");
        }
    }
}
