namespace Qiansi.Engine.CSharp.Language.Completion;

/// <summary>The keywords that can stand at a site.</summary>
internal static class Keywords
{
    private static readonly string[] BuiltInTypes =
        ["bool", "byte", "char", "decimal", "double", "dynamic", "float", "int", "long", "nint", "nuint", "object", "sbyte", "short",
            "string", "uint", "ulong", "ushort"];

    private static readonly string[] Values =
        ["await", "checked", "default", "delegate", "false", "from", "nameof", "new", "null", "sizeof", "stackalloc", "static", "throw",
            "true", "typeof", "unchecked", "async"];

    private static readonly string[] Statements =
        ["async", "await", "class", "const", "delegate", "do", "dynamic", "enum", "fixed", "for", "foreach", "goto", "if",
         "interface", "lock", "record", "ref", "return",
         "static", "struct", "switch", "throw", "try", "unsafe", "using", "var", "void", "while", "yield"];

    private static readonly string[] Declarations =
        ["abstract", "async", "class", "const", "delegate", "enum", "event", "explicit", "extern", "implicit", "interface", "internal",
         "new", "operator", "override", "partial",
         "private", "protected", "public", "readonly", "record", "ref", "required", "sealed", "static", "struct",
         "unsafe", "virtual", "void", "volatile"];

    private static readonly string[] AfterValue = ["is", "as", "switch", "with"];

    private static readonly string[] QueryClauses =
        ["where", "select", "orderby", "join", "let", "group", "from", "into", "by", "on", "equals", "ascending", "descending"];

    /// <summary>Adds the keywords of a site; <paramref name="word"/> is the placeholder.</summary>
    public static void Add(Candidates candidates, Site site, SyntaxToken word)
    {
        foreach (var keyword in At(site, word)) candidates.Add(keyword, "keyword", Rank.Keyword);
    }

    private static IEnumerable<string> At(Site site, SyntaxToken word) => site.Kind switch
    {
        SiteKind.Statement => [.. Statements, .. Values, .. BuiltInTypes, .. InInstance(site.Node), .. InFlow(site.Node),
            .. AfterBlock(site.Node), .. AtTopLevel(site.Node)],
        SiteKind.Expression => [.. Values, .. BuiltInTypes, .. InInstance(site.Node), .. InArgument(site.Node)],
        SiteKind.Type => [.. BuiltInTypes, .. Around(word)],
        SiteKind.Creation => BuiltInTypes,
        SiteKind.Pattern => ["not", "null", "var", "true", "false", "default", .. BuiltInTypes],
        SiteKind.AfterPattern => site.Node.FirstAncestorOrSelf<SwitchExpressionArmSyntax>() is not null
            || site.Node.FirstAncestorOrSelf<SwitchLabelSyntax>() is not null
            ? ["and", "or", "when"] : ["and", "or"],
        SiteKind.AfterExpression =>
            site.Node.FirstAncestorOrSelf<QueryExpressionSyntax>() is not null ? [.. AfterValue, .. QueryClauses] : AfterValue,
        SiteKind.MemberDeclaration =>
            InType(site.Node) ? [.. Declarations, .. BuiltInTypes, "extension"] : [.. Declarations, .. BuiltInTypes],
        SiteKind.UsingNamespace => ["static", "unsafe", "var", "global"],
        SiteKind.Words => site.Words,
        _ => [],
    };

    private static bool InType(SyntaxNode node) =>
        node.FirstAncestorOrSelf<TypeDeclarationSyntax>() is { } type && type.Modifiers.Any(SyntaxKind.StaticKeyword);

    private static IEnumerable<string> InInstance(SyntaxNode node) =>
        node.FirstAncestorOrSelf<TypeDeclarationSyntax>() is not null ? ["this", "base"] : [];

    private static IEnumerable<string> InArgument(SyntaxNode node) => node.Parent switch
    {
        ArgumentSyntax { RefKindKeyword.RawKind: (int)SyntaxKind.OutKeyword } => ["var"],
        ArgumentSyntax => ["ref", "out", "in"],
        VariableDeclarationSyntax or UsingStatementSyntax or ForStatementSyntax => ["var"],
        SwitchExpressionArmSyntax => ["throw"],
        _ => [],
    };

    private static IEnumerable<string> AtTopLevel(SyntaxNode node) =>
        node.FirstAncestorOrSelf<BlockSyntax>() is null
            ? ["abstract", "internal", "namespace", "partial", "private", "public", "readonly", "sealed"] : [];

    private static IEnumerable<string> InFlow(SyntaxNode node)
    {
        bool loop = false, section = false;
        foreach (var outer in node.Ancestors())
        {
            if (outer is LocalFunctionStatementSyntax or AnonymousFunctionExpressionSyntax or MemberDeclarationSyntax
                and not GlobalStatementSyntax) break;
            loop |= outer is WhileStatementSyntax or DoStatementSyntax or ForStatementSyntax or CommonForEachStatementSyntax;
            section |= outer is SwitchSectionSyntax;
        }

        if (loop) yield return "continue";
        if (loop || section) yield return "break";
        if (section) yield return "case";
        if (section) yield return "default";
    }

    /// <summary>Words that continue the statement before: <c>else</c>, <c>catch</c>, <c>finally</c>,
    /// the <c>while</c> of <c>do</c>.</summary>
    private static IEnumerable<string> AfterBlock(SyntaxNode node)
    {
        for (var before = node.GetFirstToken().GetPreviousToken().Parent; before is not null
            && before.Span.End <= node.SpanStart; before = before.Parent)
        {
            if (before is IfStatementSyntax { Else: null }) yield return "else";
            if (before is TryStatementSyntax { Finally: null or { FinallyKeyword.IsMissing: true } }
                or CatchClauseSyntax { Parent: TryStatementSyntax { Finally: null } })
            {
                yield return "catch";
                yield return "finally";
            }

            if (before is CatchClauseSyntax { Filter: null } or CatchDeclarationSyntax) yield return "when";
        }
    }

    private static IEnumerable<string> Around(SyntaxToken word) => word.Parent?.Parent switch
    {
        ParameterSyntax => ["ref", "out", "in", "params", "this", "scoped"],
        CommonForEachStatementSyntax => ["var", "ref"],
        TypeConstraintSyntax => ["class", "struct", "notnull", "unmanaged", "new()", "default", "allows ref struct"],
        UsingDirectiveSyntax => [],
        _ => [],
    };
}
