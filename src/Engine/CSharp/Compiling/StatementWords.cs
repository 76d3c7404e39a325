using System.Text;

namespace Qiansi.Engine.CSharp.Compiling;

/// <summary>Statements that begin with a variable called <c>record</c> or <c>extension</c>: a script's parser takes the word for a
/// declaration.</summary>
internal static class StatementWords
{
    /// <summary>The tree with those statements as such; the same tree where there are none.</summary>
    public static SyntaxTree Mend(SyntaxTree tree)
    {
        var root = (CompilationUnitSyntax)tree.GetRoot();
        if (Mended(root, tree.ToString(), (CSharpParseOptions)tree.Options) is not { } mended) return tree;
        return CSharpSyntaxTree.Create(mended, (CSharpParseOptions)tree.Options, tree.FilePath, Encoding.UTF8);
    }

    private static CompilationUnitSyntax? Mended(CompilationUnitSyntax root, string text, CSharpParseOptions options)
    {
        if (root.Members.FirstOrDefault(IsMistaken) is not { } member) return null;
        var start = member.FullSpan.Start;
        var statement = SyntaxFactory.ParseStatement(text, start, options, consumeFullText: false);
        var end = start + statement.FullSpan.Length;
        if (statement.ContainsDiagnostics)
        {
            if (Value(statement, text[end..]) is not { } value) return null;
            statement = value;
        }

        var rest = CSharpSyntaxTree.ParseText(text[end..], options).GetCompilationUnitRoot();
        if (rest.Usings.Count > 0) return null;
        rest = Mended(rest, text[end..], options) ?? rest;
        MemberDeclarationSyntax[] members = [.. root.Members.TakeWhile(m => m != member), SyntaxFactory.GlobalStatement(statement),
            .. rest.Members];
        return root.WithMembers(SyntaxFactory.List(members)).WithEndOfFileToken(rest.EndOfFileToken);
    }

    private static bool IsMistaken(MemberDeclarationSyntax member) =>
        member is ExtensionBlockDeclarationSyntax or RecordDeclarationSyntax { Identifier.IsMissing: true }
        && member.GetFirstToken().Text is "record" or "extension";

    /// <summary>A cell's value, an expression without semicolon behind which nothing comes; null for another statement that is
    /// wrong.</summary>
    private static ExpressionStatementSyntax? Value(StatementSyntax statement, string behind) =>
        statement is ExpressionStatementSyntax { SemicolonToken.IsMissing: true, Expression.ContainsDiagnostics: false } value
            && string.IsNullOrWhiteSpace(behind)
            ? value.WithSemicolonToken(SyntaxFactory.MissingToken(SyntaxKind.SemicolonToken))
            : null;
}
