namespace Qiansi.Engine.CSharp.Guarding;

/// <summary>What an expression lambda becomes when it is written with a block.</summary>
internal enum LambdaShape
{
    /// <summary>Its type could not be found out: leave it.</summary>
    Unknown,

    /// <summary>Its expression is the returned value.</summary>
    ReturnsValue,

    /// <summary>Its expression is a statement.</summary>
    ReturnsNothing,

    /// <summary>It is data for a query provider and cannot have a block.</summary>
    ExpressionTree,
}

internal static class LambdaShapes
{
    extension(LambdaShape)
    {
        /// <summary>Classifies a lambda by the type it is converted to.</summary>
        public static LambdaShape Of(SemanticModel model, LambdaExpressionSyntax lambda)
        {
            if (model.GetTypeInfo(lambda).ConvertedType is INamedTypeSymbol { MetadataName: "Expression`1" })
                return LambdaShape.ExpressionTree;
            if (model.GetSymbolInfo(lambda).Symbol is not IMethodSymbol method || method.ReturnType.TypeKind == TypeKind.Error)
                return LambdaShape.Unknown;
            var nothing = method.ReturnsVoid || (method.IsAsync && method.ReturnType is INamedTypeSymbol { IsGenericType: false });
            return nothing ? LambdaShape.ReturnsNothing : LambdaShape.ReturnsValue;
        }

        /// <summary>Whether a query is translated (to SQL, say) instead of run.</summary>
        public static bool IsQueryable(SemanticModel model, QueryExpressionSyntax query)
        {
            var source = model.GetTypeInfo(query.FromClause.Expression).Type;
            return source is null || source.MetadataName == "IQueryable`1"
                || source.AllInterfaces.Any(i => i.MetadataName == "IQueryable`1");
        }
    }
}
