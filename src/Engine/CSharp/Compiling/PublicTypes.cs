namespace Qiansi.Engine.CSharp.Compiling;

/// <summary>Makes the types of a library cell public: to its author, all cells are one program,
/// and <c>internal</c> means all of it.</summary>
internal static class PublicTypes
{
    /// <summary>The edits that a compilation unit needs.</summary>
    public static TextEdits In(CompilationUnitSyntax root)
    {
        var edits = new TextEdits();
        Publish(root.Members, edits);
        return edits;
    }

    private static void Publish(SyntaxList<MemberDeclarationSyntax> members, TextEdits edits)
    {
        foreach (var member in members)
        {
            if (member is BaseNamespaceDeclarationSyntax space) Publish(space.Members, edits);
            else if (member is BaseTypeDeclarationSyntax or DelegateDeclarationSyntax) Publish(member, edits);
        }
    }

    private static void Publish(MemberDeclarationSyntax type, TextEdits edits)
    {
        var access = type.Modifiers.FirstOrDefault(m => m.Kind() is
            SyntaxKind.PublicKeyword or SyntaxKind.InternalKeyword or SyntaxKind.PrivateKeyword or SyntaxKind.ProtectedKeyword
                or SyntaxKind.FileKeyword);
        if (access.IsKind(SyntaxKind.InternalKeyword)) edits.Replace(access.SpanStart, access.Span.Length, "public");
        else if (access.IsKind(SyntaxKind.None)) edits.Insert(FirstTokenAfterAttributes(type), "public ");
    }

    private static int FirstTokenAfterAttributes(MemberDeclarationSyntax type) =>
        (type.AttributeLists.Count > 0 ? type.AttributeLists.Last().GetLastToken().GetNextToken() : type.GetFirstToken()).SpanStart;
}
