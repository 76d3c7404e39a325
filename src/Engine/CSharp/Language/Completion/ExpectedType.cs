using Qiansi.Engine.CSharp.Language.Signatures;

namespace Qiansi.Engine.CSharp.Language.Completion;

/// <summary>The types that the surroundings of an expression ask of it.</summary>
internal static class ExpectedType
{
    /// <summary>The types asked for, without duplicates; several when overloads differ, none when anything goes.</summary>
    public static IReadOnlyList<ITypeSymbol> Of(SyntaxNode node, SemanticModel model, CancellationToken cancellation)
    {
        var types = new List<ITypeSymbol>();
        foreach (var type in From(node, model, cancellation))
        {
            if (type is null or { TypeKind: TypeKind.Error or TypeKind.TypeParameter }) continue;
            var bare = type is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } nullable
                ? nullable.TypeArguments[0] : type;
            bare = bare.WithNullableAnnotation(NullableAnnotation.None);
            if (!types.Contains(bare, SymbolEqualityComparer.Default)) types.Add(bare);
        }

        return types;
    }

    private static IEnumerable<ITypeSymbol?> From(SyntaxNode node, SemanticModel model, CancellationToken cancellation)
    {
        var parent = node.Parent;
        switch (parent)
        {
            case ParenthesizedExpressionSyntax or CheckedExpressionSyntax or ObjectCreationExpressionSyntax
                or UnaryPatternSyntax or BinaryPatternSyntax
                or ParenthesizedPatternSyntax or ConstantPatternSyntax or TypePatternSyntax or ArrayTypeSyntax:
            case ConditionalExpressionSyntax conditional when conditional.Condition != node:
                return From(parent, model, cancellation);
            case EqualsValueClauseSyntax { Parent.Parent: VariableDeclarationSyntax { Type.IsVar: false } variables }:
                return [model.GetTypeInfo(variables.Type, cancellation).Type];
            case EqualsValueClauseSyntax { Parent: PropertyDeclarationSyntax property }:
                return [model.GetTypeInfo(property.Type, cancellation).Type];
            case EqualsValueClauseSyntax { Parent: ParameterSyntax { Type: { } type } }:
                return [model.GetTypeInfo(type, cancellation).Type];
            case AssignmentExpressionSyntax assignment when assignment.Right == node:
                return [model.GetTypeInfo(assignment.Left, cancellation).Type];
            case BinaryExpressionSyntax binary when IsSymmetric(binary):
                return [model.GetTypeInfo(binary.Left == node ? binary.Right : binary.Left, cancellation).Type];
            case BinaryExpressionSyntax { RawKind: (int)SyntaxKind.IsExpression } test when test.Right == node:
                return [model.GetTypeInfo(test.Left, cancellation).Type];
            case ArgumentSyntax or AttributeArgumentSyntax:
                return FromArgument(parent, model, cancellation);
            case IfStatementSyntax or WhileStatementSyntax or DoStatementSyntax
                or PrefixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.LogicalNotExpression }:
                return [model.Compilation.GetSpecialType(SpecialType.System_Boolean)];
            case ThrowStatementSyntax or ThrowExpressionSyntax:
                return [model.Compilation.GetTypeByMetadataName("System.Exception")];
            case CaseSwitchLabelSyntax or CasePatternSwitchLabelSyntax or SwitchExpressionArmSyntax
                or IsPatternExpressionSyntax or SubpatternSyntax:
                return [Governing(node, parent, model, cancellation)];
            case ReturnStatementSyntax or ArrowExpressionClauseSyntax or LambdaExpressionSyntax or YieldStatementSyntax:
                return [ReturnType.Of(parent, model, cancellation)];
            case InitializerExpressionSyntax { RawKind: (int)SyntaxKind.ArrayInitializerExpression } initializer:
                return [ElementType(initializer, model, cancellation)];
            default:
                return [];
        }
    }

    private static bool IsSymmetric(BinaryExpressionSyntax binary) =>
        binary.Kind() is SyntaxKind.EqualsExpression or SyntaxKind.NotEqualsExpression
            or SyntaxKind.BitwiseOrExpression or SyntaxKind.BitwiseAndExpression or SyntaxKind.CoalesceExpression
            or SyntaxKind.LessThanExpression or SyntaxKind.GreaterThanExpression or SyntaxKind.LessThanOrEqualExpression
            or SyntaxKind.GreaterThanOrEqualExpression;

    private static IEnumerable<ITypeSymbol?> FromArgument(SyntaxNode argument, SemanticModel model, CancellationToken cancellation)
    {
        if (argument is AttributeArgumentSyntax { NameEquals: { } name })
            return [model.GetSymbolInfo(name.Name, cancellation).Symbol switch { IPropertySymbol p => p.Type,
                IFieldSymbol f => f.Type, _ => null }];
        if (CallSite.Of(argument, model, cancellation) is not { } call) return [];
        var byReference = argument is ArgumentSyntax { RefKindKeyword.RawKind: not 0 };
        return call.Candidates.Select(candidate => call.ParameterOf(candidate, argument)).Select(parameter =>
            parameter is null || byReference != parameter.RefKind is RefKind.Ref or RefKind.Out ? null
            : parameter is { IsParams: true, Type: IArrayTypeSymbol array } ? array.ElementType : parameter.Type);
    }

    private static ITypeSymbol? Governing(SyntaxNode node, SyntaxNode parent, SemanticModel model, CancellationToken cancellation) =>
        parent switch
        {
            IsPatternExpressionSyntax test => model.GetTypeInfo(test.Expression, cancellation).Type,
            SwitchLabelSyntax { Parent.Parent: SwitchStatementSyntax statement } =>
                model.GetTypeInfo(statement.Expression, cancellation).Type,
            SwitchExpressionArmSyntax arm when arm.Pattern == node && arm.Parent is SwitchExpressionSyntax expression =>
                model.GetTypeInfo(expression.GoverningExpression, cancellation).Type,
            SwitchExpressionArmSyntax arm when arm.Expression == node && arm.Parent is { } whole =>
                Of(whole, model, cancellation).FirstOrDefault(),
            SubpatternSyntax { ExpressionColon: { } path } => model.GetSymbolInfo(path.Expression, cancellation).Symbol switch
            {
                IPropertySymbol property => property.Type,
                IFieldSymbol field => field.Type,
                _ => null,
            },
            _ => null,
        };

    private static ITypeSymbol? ElementType(InitializerExpressionSyntax initializer, SemanticModel model, CancellationToken cancellation)
    {
        var array = initializer.Parent switch
        {
            ArrayCreationExpressionSyntax creation => model.GetTypeInfo(creation, cancellation).Type,
            EqualsValueClauseSyntax { Parent.Parent: VariableDeclarationSyntax variables } =>
                model.GetTypeInfo(variables.Type, cancellation).Type,
            _ => null,
        };
        return (array as IArrayTypeSymbol)?.ElementType;
    }
}
