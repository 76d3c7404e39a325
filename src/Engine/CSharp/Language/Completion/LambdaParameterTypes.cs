using Qiansi.Engine.CSharp.Language.Signatures;

namespace Qiansi.Engine.CSharp.Language.Completion;

/// <summary>Types that the parameter of an unfinished lambda can have, from the overloads of the call it is an argument of.</summary>
internal static class LambdaParameterTypes
{
    /// <summary>The types, when the compiler itself could not settle on one.</summary>
    public static IReadOnlyList<ITypeSymbol> Of(IParameterSymbol parameter, SemanticModel model, CancellationToken cancellation)
    {
        if (parameter.ContainingSymbol is not IMethodSymbol { MethodKind: MethodKind.AnonymousFunction } lambda
            || lambda.DeclaringSyntaxReferences is not [var reference]
            || reference.GetSyntax(cancellation).Parent is not ArgumentSyntax argument
            || CallSite.Of(argument, model, cancellation) is not { } call) return [];

        var types = new List<ITypeSymbol>();
        foreach (var candidate in call.Candidates)
        {
            var type = call.ParameterOf(candidate, argument)?.Type;
            if (type is INamedTypeSymbol { Name: "Expression", TypeArguments: [INamedTypeSymbol tree] }) type = tree;
            if (type is not INamedTypeSymbol { DelegateInvokeMethod: { } invoke } || invoke.Parameters.Length <= parameter.Ordinal)
                continue;
            var found = invoke.Parameters[parameter.Ordinal].Type;
            if (found.TypeKind != TypeKind.Error && !types.Contains(found, SymbolEqualityComparer.Default)) types.Add(found);
        }

        return types;
    }
}
