namespace Qiansi.Engine.CSharp.Language.Completion;

/// <summary>Completes C# at a caret.</summary>
internal sealed class Completer(SpeculativeCompiler compiler)
{
    private static readonly string[] PreprocessorWords =
        ["define", "elif", "else", "endif", "endregion", "error", "if", "nullable", "pragma", "region", "undef", "warning"];

    private const int ShortestUnimported = 3;

    /// <summary>Completions at a UTF-16 position.</summary>
    public CompletionList Complete(string code, int position, CancellationToken cancellation)
    {
        var caret = CaretText.At(code, position);
        if (caret.IsNumber) return new CompletionList(position, position, []);

        var snapshot = compiler.Compile(caret.WithPlaceholder(), cancellation);
        var part = snapshot.At(caret.Start);
        var word = part.Tree.GetRoot(cancellation).FindToken(caret.Start, findInsideTrivia: true);
        if (word.Parent is DirectiveTriviaSyntax) return Preprocessor(caret);
        if (!word.IsKind(SyntaxKind.IdentifierToken) || word.Text != CaretText.Placeholder || word.SpanStart != caret.Start)
            return new CompletionList(position, position, []);

        var candidates = new Candidates(caret.Prefix);
        Collect(candidates, word, part.Model, caret.Start, cancellation);
        return new CompletionList(caret.Start, caret.End, candidates.ToItems(part.Model, caret.Start, cancellation));
    }

    private static void Collect(Candidates candidates, SyntaxToken word, SemanticModel model, int position, CancellationToken cancellation)
    {
        var site = SiteFinder.Find(word, model);
        Keywords.Add(candidates, site, word);
        switch (site.Kind)
        {
            case SiteKind.Member:
                MemberCandidates.Add(candidates, site.Node, KindsAt(word.Parent!), model, position, cancellation);
                break;
            case SiteKind.Statement or SiteKind.Expression:
                AddValues(candidates, site, word, model, position, cancellation);
                break;
            case SiteKind.Initializer:
                if (PropertyCandidates.AddSettable(candidates, (InitializerExpressionSyntax)site.Node, model, position, cancellation))
                    ScopeCandidates.AddAll(candidates, word.Parent!, model, position, cancellation);
                break;
            case SiteKind.PropertyPattern:
                PropertyCandidates.AddReadable(candidates, word.Parent?.Parent as ExpressionSyntax, (PropertyPatternClauseSyntax)site.Node,
                    model, position, cancellation);
                break;
            case SiteKind.Creation:
                var expected = ExpectedType.Of(site.Node, model, cancellation);
                ExpectedCandidates.AddConstructible(candidates, expected, model, position);
                ScopeCandidates.AddTypes(candidates, model, position, type => !type.IsStatic, cancellation,
                    type => ExpectedCandidates.Serves(type, expected, model));
                break;
            case SiteKind.Pattern:
                ExpectedCandidates.AddValues(candidates, ExpectedType.Of(site.Node, model, cancellation), model, position);
                ScopeCandidates.AddTypes(candidates, model, position, type => !type.IsStatic, cancellation);
                break;
            case SiteKind.Type or SiteKind.MemberDeclaration:
                ScopeCandidates.AddTypes(candidates, model, position, AcceptedBy(word), cancellation);
                break;
            case SiteKind.Attribute:
                AttributeCandidates.Add(candidates, model, position, cancellation);
                break;
            case SiteKind.UsingNamespace:
                ScopeCandidates.AddTypes(candidates, model, position, _ => false, cancellation);
                break;
            case SiteKind.Override:
                OverrideCandidates.Add(candidates, (MemberDeclarationSyntax)site.Node, model, position, cancellation);
                break;
            case SiteKind.Label:
                foreach (var label in model.LookupLabels(position)) candidates.Add(label, Rank.Local);
                break;
        }

        var takesTypes = site.Kind is SiteKind.Statement or SiteKind.Expression or SiteKind.Type or SiteKind.Creation
            or SiteKind.Pattern or SiteKind.MemberDeclaration;
        if (takesTypes && candidates.Prefix.Length >= ShortestUnimported && !candidates.HasPrefixMatch)
            UnimportedTypes.Add(candidates, model, position, cancellation);
    }

    private static void AddValues(
        Candidates candidates, Site site, SyntaxToken word, SemanticModel model, int position, CancellationToken cancellation)
    {
        if (word.Parent is ExpressionSyntax expression && site.Kind == SiteKind.Expression)
        {
            ExpectedCandidates.AddValues(candidates, ExpectedType.Of(expression, model, cancellation), model, position);
            var argument = expression.Parent is NameColonSyntax ? expression.Parent.Parent : expression.Parent;
            if (argument is ArgumentSyntax or AttributeArgumentSyntax)
                NamedArgumentCandidates.Add(candidates, argument, model, position, cancellation);
        }

        ScopeCandidates.AddAll(candidates, word.Parent!, model, position, cancellation);
    }

    private static Func<INamedTypeSymbol, bool>? AcceptedBy(SyntaxToken word) => word.Parent?.Parent switch
    {
        CatchDeclarationSyntax => IsException,
        BaseTypeSyntax => type => type is { IsStatic: false, IsSealed: false, TypeKind: TypeKind.Class or TypeKind.Interface },
        _ => null,
    };

    private static bool IsException(INamedTypeSymbol type)
    {
        // The name first: asking all types for their base types would load them all.
        if (type.DeclaringSyntaxReferences.Length == 0 && !type.Name.EndsWith("Exception", StringComparison.Ordinal)) return false;
        for (var current = type; current is not null; current = current.BaseType)
        {
            if (current is { Name: "Exception", ContainingNamespace: { Name: "System", ContainingNamespace.IsGlobalNamespace: true } })
                return true;
        }

        return false;
    }

    private static MemberKinds KindsAt(SyntaxNode name)
    {
        var outer = name.Parent!;
        while (outer.Parent is QualifiedNameSyntax) outer = outer.Parent;
        return (outer as NameSyntax)?.Parent switch
        {
            UsingDirectiveSyntax { Alias: null, StaticKeyword.RawKind: 0 } => MemberKinds.Namespaces,
            AttributeSyntax => MemberKinds.Attributes,
            ObjectCreationExpressionSyntax or BaseTypeSyntax or UsingDirectiveSyntax or TypeArgumentListSyntax
                or ParameterSyntax or TypeOfExpressionSyntax or CatchDeclarationSyntax or ArrayTypeSyntax => MemberKinds.Types,
            _ => MemberKinds.All,
        };
    }

    private static CompletionList Preprocessor(CaretText caret)
    {
        if (caret.Start == 0 || caret.Code[caret.Start - 1] != '#') return new CompletionList(caret.Position, caret.Position, []);
        return new CompletionList(caret.Start, caret.End, [.. PreprocessorWords
            .Where(name => NameMatch.Match(name, caret.Prefix) != MatchQuality.None).Select(name => new CompletionItem(name, "keyword"))]);
    }
}
