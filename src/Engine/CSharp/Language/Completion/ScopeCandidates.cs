namespace Qiansi.Engine.CSharp.Language.Completion;

/// <summary>Everything that can be named without a dot.</summary>
internal static class ScopeCandidates
{
    /// <summary>Adds variables, functions, types and namespaces in scope.</summary>
    public static void AddAll(Candidates candidates, SyntaxNode node, SemanticModel model, int position, CancellationToken cancellation)
    {
        // At the top level of a cell nobody means the submission object's own Equals or ToString.
        var inType = node.FirstAncestorOrSelf<TypeDeclarationSyntax>() is not null;
        foreach (var symbol in model.LookupSymbols(position))
        {
            cancellation.ThrowIfCancellationRequested();
            if (NameMatch.Match(symbol.Name, candidates.Prefix) == MatchQuality.None || !IsDeclaredBefore(symbol, node)) continue;
            if (RankOf(symbol) is { } rank && (inType || rank != Rank.ObjectMember) && Visibility.IsShown(symbol))
                candidates.Add(symbol, rank);
        }
    }

    /// <summary>Adds namespaces in scope, and the types that <paramref name="accept"/> lets pass (all when null);
    /// those that <paramref name="prefer"/> picks come first.</summary>
    public static void AddTypes(Candidates candidates, SemanticModel model, int position, Func<INamedTypeSymbol, bool>? accept,
        CancellationToken cancellation, Func<INamedTypeSymbol, bool>? prefer = null)
    {
        foreach (var symbol in model.LookupNamespacesAndTypes(position))
        {
            cancellation.ThrowIfCancellationRequested();
            if (NameMatch.Match(symbol.Name, candidates.Prefix) == MatchQuality.None) continue;
            var target = symbol is IAliasSymbol alias ? alias.Target : symbol;
            if (target is INamedTypeSymbol type && accept?.Invoke(type) == false) continue;
            if (!Visibility.IsShown(symbol)) continue;
            var preferred = prefer is not null && target is INamedTypeSymbol candidate && prefer(candidate);
            candidates.Add(symbol, target is INamespaceSymbol ? Rank.Namespace : preferred ? Rank.Derived : Rank.Type);
        }
    }

    private static Rank? RankOf(ISymbol symbol) => symbol switch
    {
        ILocalSymbol or IParameterSymbol or IRangeVariableSymbol => Rank.Local,
        IFieldSymbol { ContainingType.IsScriptClass: true } or IPropertySymbol { ContainingType.IsScriptClass: true } => Rank.Variable,
        IAliasSymbol { Target: INamespaceSymbol } or INamespaceSymbol => Rank.Namespace,
        IAliasSymbol or ITypeSymbol => Rank.Type,
        IMethodSymbol { MethodKind: MethodKind.LocalFunction or MethodKind.Ordinary }
            when Visibility.IsObjectMember(symbol) => Rank.ObjectMember,
        IMethodSymbol { MethodKind: not (MethodKind.LocalFunction or MethodKind.Ordinary) } => null,
        ILabelSymbol => null,
        _ => Rank.Member,
    };

    /// <summary>Whether a variable's declaration ends before the node, so that it can be read there;
    /// members can be used before they are declared.</summary>
    private static bool IsDeclaredBefore(ISymbol symbol, SyntaxNode node)
    {
        if (symbol is not (ILocalSymbol or IFieldSymbol { ContainingType.IsScriptClass: true })) return true;
        foreach (var reference in symbol.DeclaringSyntaxReferences)
        {
            if (reference.SyntaxTree != node.SyntaxTree) continue;
            if (reference.Span.Start > node.SpanStart) return symbol is IFieldSymbol && IsInFunction(node);
            if (reference.GetSyntax() is VariableDeclaratorSyntax declarator && declarator.Span.Contains(node.Span))
                return IsInFunction(node, declarator);
        }

        return true;
    }

    private static bool IsInFunction(SyntaxNode node, SyntaxNode? within = null)
    {
        for (var outer = node; outer is not null && outer != within; outer = outer.Parent)
        {
            if (outer is BaseMethodDeclarationSyntax or LocalFunctionStatementSyntax or AnonymousFunctionExpressionSyntax
                or AccessorDeclarationSyntax or TypeDeclarationSyntax)
                return true;
        }

        return false;
    }
}
