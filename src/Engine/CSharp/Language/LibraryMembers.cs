using Microsoft.CodeAnalysis.Text;

namespace Qiansi.Engine.CSharp.Language;

/// <summary>Finds what script code cannot hold: namespaces, and static classes with extension methods or extension blocks.</summary>
internal static class LibraryMembers
{
    /// <summary>The stretches to compile as a library; none for an ordinary script. With one, all types of the cell go with it,
    /// since it may use them.</summary>
    public static IReadOnlyList<TextSpan> Find(CompilationUnitSyntax unit)
    {
        foreach (var member in unit.Members)
        {
            if (member is BaseNamespaceDeclarationSyntax || HasExtensions(member)) return [.. Spans(unit)];
        }

        return [];
    }

    /// <summary>The text with everything but (or nothing but) the given stretches kept; line breaks and usings stay.</summary>
    public static string Keep(string text, CompilationUnitSyntax unit, IReadOnlyList<TextSpan> spans, bool inside)
    {
        var kept = text.ToCharArray();
        var header = unit.Usings.Count > 0 ? unit.Usings[^1].Span.End : 0;
        var next = 0;
        for (var i = 0; i < kept.Length; i++)
        {
            while (next < spans.Count && i >= spans[next].End) next++;
            var within = next < spans.Count && i >= spans[next].Start;
            if (i >= header && within != inside && kept[i] is not ('\r' or '\n')) kept[i] = ' ';
        }

        return new string(kept);
    }

    private static IEnumerable<TextSpan> Spans(CompilationUnitSyntax unit)
    {
        foreach (var member in unit.Members)
        {
            // From the full start: documentation comments belong to their type.
            if (member is BaseNamespaceDeclarationSyntax or BaseTypeDeclarationSyntax or DelegateDeclarationSyntax)
                yield return TextSpan.FromBounds(member.FullSpan.Start, member.Span.End);
        }
    }

    private static bool HasExtensions(MemberDeclarationSyntax member)
    {
        if (member is not ClassDeclarationSyntax type) return false;
        foreach (var inner in type.Members)
        {
            if (inner is ExtensionBlockDeclarationSyntax) return true;
            if (inner is MethodDeclarationSyntax { ParameterList.Parameters: [var first, ..] }
                && first.Modifiers.Any(SyntaxKind.ThisKeyword)) return true;
        }

        return false;
    }
}
