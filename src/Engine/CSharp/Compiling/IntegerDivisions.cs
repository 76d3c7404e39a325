namespace Qiansi.Engine.CSharp.Compiling;

/// <summary>Finds divisions of integers whose result goes on as a floating-point number: <c>double half = 1 / 2;</c> is 0.</summary>
/// <remarks>The compiler has no warning of its own for it.</remarks>
internal static class IntegerDivisions
{
    /// <summary>A warning for each; none where the quotient is known to be whole, or was cast by hand.</summary>
    public static IEnumerable<CellDiagnostic> In(CSharpCompilation compilation, SyntaxTree tree, CancellationToken cancellation)
    {
        SemanticModel? model = null;
        foreach (var division in tree.GetRoot(cancellation).DescendantNodes().OfType<BinaryExpressionSyntax>())
        {
            if (!division.IsKind(SyntaxKind.DivideExpression) || IsFractional(division.Left) || IsFractional(division.Right)) continue;
            model ??= compilation.GetSemanticModel(tree);
            ExpressionSyntax value = division;
            while (value.Parent is ParenthesizedExpressionSyntax outer) value = outer;
            if (model.GetTypeInfo(division, cancellation).Type is not { } type || !IsInteger(type)) continue;
            if (model.GetTypeInfo(value, cancellation).ConvertedType is not { } target || !IsFloating(target) || IsWhole(model, division))
                continue;
            yield return Describe(division, target);
        }
    }

    private static CellDiagnostic Describe(BinaryExpressionSyntax division, ITypeSymbol target)
    {
        var place = division.GetLocation().GetLineSpan().StartLinePosition;
        var name = target.ToDisplayString();
        var mend = division.Right is LiteralExpressionSyntax number
            ? $"{division.Left} / {number}.0" : $"({name}){division.Left} / {division.Right}";
        var message = $"'{division}' divides integers: what is behind the point is dropped before it becomes a {name}. "
            + $"For the fraction write {mend}.";
        return new("QS0003", message, place.Line + 1, place.Character + 1, division.Span.Length);
    }

    private static bool IsFractional(ExpressionSyntax operand) => operand
        is LiteralExpressionSyntax { Token.Value: double or float or decimal }
        or CastExpressionSyntax { Type: PredefinedTypeSyntax { Keyword.Text: "double" or "float" or "decimal" } };

    private static bool IsWhole(SemanticModel model, BinaryExpressionSyntax division) =>
        model.GetConstantValue(division.Left) is { HasValue: true, Value: IConvertible left }
        && model.GetConstantValue(division.Right) is { HasValue: true, Value: IConvertible right }
        && left.ToDecimal(null) % right.ToDecimal(null) == 0;

    private static bool IsInteger(ITypeSymbol type) => type.SpecialType
        is >= SpecialType.System_SByte and <= SpecialType.System_UInt64 or SpecialType.System_Char or SpecialType.System_IntPtr
            or SpecialType.System_UIntPtr;

    private static bool IsFloating(ITypeSymbol type) =>
        type.SpecialType is SpecialType.System_Single or SpecialType.System_Double or SpecialType.System_Decimal || type.Name == "Half";
}
