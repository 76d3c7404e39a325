namespace Qiansi.Engine.CSharp.Language.Signatures;

/// <summary>A call under edit: what could be called, and which argument is which parameter's.</summary>
/// <param name="Arguments">The argument list.</param>
/// <param name="Candidates">Methods, constructors, indexers or delegate invocations that can be meant,
/// in the order the compiler has them.</param>
/// <param name="Chosen">The one that fits what is there, or null.</param>
internal sealed record CallSite(SyntaxNode Arguments, IReadOnlyList<ISymbol> Candidates, ISymbol? Chosen)
{
    /// <summary>The call an argument belongs to, or null when the list belongs to no call.</summary>
    public static CallSite? Of(SyntaxNode argument, SemanticModel model, CancellationToken cancellation) =>
        argument.Parent is BaseArgumentListSyntax or AttributeArgumentListSyntax ? OfList(argument.Parent, model, cancellation) : null;

    /// <summary>The call a list of arguments belongs to, or null.</summary>
    public static CallSite? OfList(SyntaxNode list, SemanticModel model, CancellationToken cancellation)
    {
        var call = list.Parent;
        var found = call switch
        {
            InvocationExpressionSyntax invocation => Invoked(invocation, model, cancellation),
            BaseObjectCreationExpressionSyntax creation =>
                Constructors(model.GetTypeInfo(creation, cancellation) is var info ? info.Type ?? info.ConvertedType : null),
            ConstructorInitializerSyntax initializer => Constructors(InitializedType(initializer, model, cancellation)),
            PrimaryConstructorBaseTypeSyntax initializer => Constructors(model.GetTypeInfo(initializer.Type, cancellation).Type),
            AttributeSyntax attribute => Constructors(model.GetTypeInfo(attribute, cancellation).Type),
            ElementAccessExpressionSyntax access => Indexers(model.GetTypeInfo(access.Expression, cancellation).Type),
            _ => [],
        };
        ISymbol[] candidates = [.. found.Where(symbol =>
            symbol is IMethodSymbol { MethodKind: MethodKind.DelegateInvoke } || model.IsAccessible(list.SpanStart, symbol))];
        if (candidates.Length == 0) return null;
        return new CallSite(list, candidates, call is null ? null : model.GetSymbolInfo(call, cancellation).Symbol);
    }

    /// <summary>The parameters of a candidate.</summary>
    public static IReadOnlyList<IParameterSymbol> ParametersOf(ISymbol candidate) => candidate switch
    {
        IMethodSymbol method => method.Parameters,
        IPropertySymbol property => property.Parameters,
        _ => [],
    };

    /// <summary>The parameter of a candidate that an argument is for, or null.</summary>
    public IParameterSymbol? ParameterOf(ISymbol candidate, SyntaxNode argument)
    {
        var parameters = ParametersOf(candidate);
        if (NameOf(argument) is { } name) return parameters.FirstOrDefault(p => p.Name == name);
        var index = IndexOf(argument);
        if (index < parameters.Count) return parameters[index];
        return parameters is [.., { IsParams: true } last] ? last : null;
    }

    /// <summary>The names of the parameters that other arguments already give by name.</summary>
    public IReadOnlyList<string> NamesBeside(SyntaxNode argument) =>
        [.. Arguments.ChildNodes().Where(other => other != argument).Select(NameOf).OfType<string>()];

    /// <summary>Position of an argument in the list.</summary>
    public int IndexOf(SyntaxNode argument)
    {
        var index = 0;
        foreach (var node in Arguments.ChildNodes())
        {
            if (node == argument) break;
            index++;
        }

        return index;
    }

    private static string? NameOf(SyntaxNode argument) => argument switch
    {
        ArgumentSyntax { NameColon.Name.Identifier.ValueText: var name } => name,
        AttributeArgumentSyntax { NameColon.Name.Identifier.ValueText: var name } => name,
        _ => null,
    };

    private static IEnumerable<ISymbol> Invoked(InvocationExpressionSyntax invocation, SemanticModel model, CancellationToken cancellation)
    {
        var group = model.GetMemberGroup(invocation.Expression, cancellation);
        if (group.Length > 0) return group;
        if (model.GetTypeInfo(invocation.Expression, cancellation).Type is INamedTypeSymbol { DelegateInvokeMethod: { } invoke })
            return [invoke];
        var info = model.GetSymbolInfo(invocation, cancellation);
        return info.Symbol is { } symbol ? [symbol] : info.CandidateSymbols;
    }

    private static IEnumerable<ISymbol> Constructors(ITypeSymbol? type) => type switch
    {
        INamedTypeSymbol { TypeKind: TypeKind.Delegate } => [],
        INamedTypeSymbol named => named.InstanceConstructors,
        _ => [],
    };

    private static INamedTypeSymbol? InitializedType(
        ConstructorInitializerSyntax initializer, SemanticModel model, CancellationToken cancellation)
    {
        var type =
            initializer.Parent is null ? null : model.GetDeclaredSymbol(initializer.Parent, cancellation)?.ContainingType;
        return initializer.IsKind(SyntaxKind.BaseConstructorInitializer) ? type?.BaseType : type;
    }

    private static IEnumerable<ISymbol> Indexers(ITypeSymbol? type)
    {
        for (var current = type; current is not null; current = current.BaseType)
        {
            foreach (var member in current.GetMembers())
            {
                if (member is IPropertySymbol { IsIndexer: true, ExplicitInterfaceImplementations.Length: 0 }) yield return member;
            }
        }

        foreach (var implemented in type is { TypeKind: TypeKind.Interface } ? type.AllInterfaces : [])
        {
            foreach (var member in implemented.GetMembers())
            {
                if (member is IPropertySymbol { IsIndexer: true }) yield return member;
            }
        }
    }
}
