using System.Text;

namespace Qiansi.Engine.CSharp.Compiling;

/// <summary><c>r with { I = 2 }</c> as a cell's last line: the script parser takes it for a property
/// <c>with</c> of type <c>r</c>.</summary>
internal static class TrailingWith
{
    /// <summary>The tree with that line as an expression; the same tree where there is none.</summary>
    public static SyntaxTree Mend(SyntaxTree tree)
    {
        var root = (CompilationUnitSyntax)tree.GetRoot();
        var property = root.Members.OfType<PropertyDeclarationSyntax>().FirstOrDefault(p => p.Identifier.Text == "with");
        if (property is null) return tree;
        var text = tree.ToString();
        var expression = SyntaxFactory.ParseExpression(text, property.FullSpan.Start, tree.Options, consumeFullText: false);
        var end = property.FullSpan.Start + expression.FullSpan.Length;
        if (expression is not WithExpressionSyntax || expression.ContainsDiagnostics || !string.IsNullOrWhiteSpace(text[end..]))
            return tree;
        var value = SyntaxFactory.GlobalStatement(
            SyntaxFactory.ExpressionStatement(expression, SyntaxFactory.MissingToken(SyntaxKind.SemicolonToken)));
        var members = root.Members.TakeWhile(m => m != property).Append(value);
        var ending = SyntaxFactory.Token(SyntaxFactory.ParseLeadingTrivia(text[end..]), SyntaxKind.EndOfFileToken, default);
        var mended = root.WithMembers(SyntaxFactory.List(members)).WithEndOfFileToken(ending);
        return CSharpSyntaxTree.Create(mended, (CSharpParseOptions)tree.Options, tree.FilePath, Encoding.UTF8);
    }
}
