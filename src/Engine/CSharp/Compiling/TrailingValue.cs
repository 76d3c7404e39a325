namespace Qiansi.Engine.CSharp.Compiling;

/// <summary>Whether a cell ends in a value to show.</summary>
internal static class TrailingValue
{
    /// <summary>True for a value that is not shown already, and for null when the cell ends in an expression without a
    /// semicolon that is not void.</summary>
    public static bool Has(CompiledCell cell, object? value)
    {
        if (value is not null) return value is not IDisplay;
        if (cell.Script is not { } script || script.Compilation.SyntaxTrees is not [.., var tree]) return false;
        if (((CompilationUnitSyntax)tree.GetRoot())
            .Members.LastOrDefault() is not GlobalStatementSyntax { Statement: ExpressionStatementSyntax last }) return false;
        return last.SemicolonToken.IsMissing
            && script.Compilation.GetSemanticModel(tree).GetTypeInfo(last.Expression).Type is { SpecialType: not SpecialType.System_Void };
    }
}
