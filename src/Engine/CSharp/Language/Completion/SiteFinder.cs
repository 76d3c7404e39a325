namespace Qiansi.Engine.CSharp.Language.Completion;

/// <summary>Tells from the syntax around the placeholder what can stand in its place.</summary>
internal static class SiteFinder
{
    /// <summary>The site of the placeholder token.</summary>
    public static Site Find(SyntaxToken word, SemanticModel model)
    {
        var left = word.GetPreviousToken();
        if (BehindOperand.Find(word, left, model) is { } behind) return behind;
        if (word.Parent is not SimpleNameSyntax name) return NewName(word, left);

        SyntaxNode type = name;
        while (type.Parent is NullableTypeSyntax or ArrayTypeSyntax or PointerTypeSyntax or RefTypeSyntax or ScopedTypeSyntax)
            type = type.Parent;
        return OfMember(name) ?? OfInitializer(name) ?? OfPattern(name, type) ?? OfDeclaration(type) ?? type.Parent switch
        {
            ObjectCreationExpressionSyntax or ArrayCreationExpressionSyntax or StackAllocArrayCreationExpressionSyntax
                => new Site(SiteKind.Creation, name),
            AttributeSyntax => new Site(SiteKind.Attribute, name),
            BaseTypeSyntax or TypeArgumentListSyntax or TypeOfExpressionSyntax or DefaultExpressionSyntax or SizeOfExpressionSyntax
                or TypeConstraintSyntax or CatchDeclarationSyntax or ParameterSyntax or TupleElementSyntax or ForEachStatementSyntax
                or ForEachVariableStatementSyntax or ExplicitInterfaceSpecifierSyntax or FunctionPointerParameterSyntax
                or FromClauseSyntax { Type: not null }
                => Of(SiteKind.Type, name, when: !IsValue(name, type.Parent)),
            BinaryExpressionSyntax { RawKind: (int)SyntaxKind.AsExpression } binary when binary.Right == type =>
                new Site(SiteKind.Type, name),
            VariableDeclarationSyntax { Parent: ForStatementSyntax or UsingStatementSyntax or FixedStatementSyntax } =>
                new Site(SiteKind.Expression, name),
            GotoStatementSyntax { RawKind: (int)SyntaxKind.GotoStatement } => new Site(SiteKind.Label, name),
            NameEqualsSyntax { Parent: AttributeArgumentSyntax } => new Site(SiteKind.Expression, name),
            NameEqualsSyntax => new Site(SiteKind.Nothing, name),
            _ => new Site(SiteKind.Expression, name),
        };
    }

    private static Site Of(SiteKind kind, SyntaxNode node, bool when) => new(when ? kind : SiteKind.Expression, node);

    private static bool IsValue(SyntaxNode name, SyntaxNode parent) => parent switch
    {
        CommonForEachStatementSyntax loop => loop.Expression == name,
        FromClauseSyntax from => from.Expression == name,
        ParameterSyntax parameter => parameter.Type != name && parameter.Type?.Contains(name) != true,
        _ => false,
    };

    private static Site? OfMember(SimpleNameSyntax name) => name.Parent switch
    {
        MemberAccessExpressionSyntax access when access.Name == name && PropertyPatternPath(access) is { } clause =>
            new Site(SiteKind.PropertyPattern, clause),
        MemberAccessExpressionSyntax access when access.Name == name => new Site(SiteKind.Member, access.Expression),
        MemberBindingExpressionSyntax => new Site(SiteKind.Member, Conditional(name).Expression),
        QualifiedNameSyntax qualified when qualified.Right == name => new Site(SiteKind.Member, qualified.Left),
        AliasQualifiedNameSyntax alias when alias.Name == name => new Site(SiteKind.Member, alias.Alias),
        _ => null,
    };

    private static ConditionalAccessExpressionSyntax Conditional(SyntaxNode binding)
    {
        foreach (var ancestor in binding.Ancestors())
        {
            if (ancestor is ConditionalAccessExpressionSyntax access && access.WhenNotNull.Span.Contains(binding.Span)) return access;
        }

        throw new InvalidOperationException($"A member binding stands outside of a conditional access at {binding.SpanStart}.");
    }

    private static Site? OfInitializer(SimpleNameSyntax name)
    {
        SyntaxNode element = name.Parent is AssignmentExpressionSyntax assignment && assignment.Left == name ? assignment : name;
        return element.Parent is InitializerExpressionSyntax initializer
            && initializer.Kind() is SyntaxKind.ObjectInitializerExpression or SyntaxKind.CollectionInitializerExpression
                or SyntaxKind.WithInitializerExpression
            ? new Site(SiteKind.Initializer, element.Parent) : null;
    }

    private static Site? OfPattern(SimpleNameSyntax name, SyntaxNode type)
    {
        if (PropertyPatternPath(name) is { } clause) return new Site(SiteKind.PropertyPattern, clause);
        return type.Parent switch
        {
            PatternSyntax => new Site(SiteKind.Pattern, name),
            CaseSwitchLabelSyntax => new Site(SiteKind.Pattern, name),
            BinaryExpressionSyntax { RawKind: (int)SyntaxKind.IsExpression } binary when binary.Right == type =>
                new Site(SiteKind.Pattern, name),
            _ => null,
        };
    }

    /// <summary>The clause whose property the expression names: <c>{ A.ǀ }</c>, <c>{ ǀ: 1 }</c>.</summary>
    private static PropertyPatternClauseSyntax? PropertyPatternPath(ExpressionSyntax path) => path.Parent switch
    {
        ConstantPatternSyntax { Parent: SubpatternSyntax { ExpressionColon: null, Parent: PropertyPatternClauseSyntax clause } } => clause,
        TypePatternSyntax { Parent: SubpatternSyntax { ExpressionColon: null, Parent: PropertyPatternClauseSyntax clause } } => clause,
        BaseExpressionColonSyntax { Parent: SubpatternSyntax { Parent: PropertyPatternClauseSyntax clause } } => clause,
        _ => null,
    };

    private static Site? OfDeclaration(SyntaxNode type)
    {
        var declaration = type.Parent switch
        {
            UsingDirectiveSyntax { Alias: null, StaticKeyword.RawKind: 0 } => null,
            VariableDeclarationSyntax variables => variables.Parent,
            MemberDeclarationSyntax member => member,
            LocalFunctionStatementSyntax or ExpressionStatementSyntax => type.Parent,
            _ => null,
        };
        return declaration switch
        {
            null => type.Parent is UsingDirectiveSyntax { Alias: null, StaticKeyword.RawKind: 0 } ? new Site(SiteKind.UsingNamespace, type)
                : type.Parent is UsingDirectiveSyntax ? new Site(SiteKind.Type, type) : null,
            ExpressionStatementSyntax or LocalDeclarationStatementSyntax { Modifiers.Count: 0 }
                or LocalFunctionStatementSyntax { Modifiers.Count: 0 }
                => new Site(SiteKind.Statement, type),
            MemberDeclarationSyntax member when member.Modifiers.Any(SyntaxKind.OverrideKeyword) => new Site(SiteKind.Override, member),
            MemberDeclarationSyntax { Parent: CompilationUnitSyntax, Modifiers.Count: 0, AttributeLists.Count: 0 } =>
                new Site(SiteKind.Statement, type),
            MemberDeclarationSyntax => new Site(SiteKind.MemberDeclaration, type),
            LocalDeclarationStatementSyntax or LocalFunctionStatementSyntax => new Site(SiteKind.Type, type),
            _ => null,
        };
    }

    private static Site NewName(SyntaxToken word, SyntaxToken left)
    {
        var node = word.Parent!;
        if (node.IsKind(SyntaxKind.SkippedTokensTrivia)) return new Site(SiteKind.Expression, node);
        if (left.IsKind(SyntaxKind.IdentifierToken) && left.Text == "yield")
            return new Site(SiteKind.Words, node) { Words = ["return", "break"] };
        if (left.IsKind(SyntaxKind.IdentifierToken) && left.Text == "await") return new Site(SiteKind.Expression, node);
        return new Site(SiteKind.Nothing, node);
    }
}
