using System.Security.Cryptography;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Qiansi.Tool.Exercises.Grading;

/// <summary>The text of a check as it is run for a grade: it names the compiled library by its full name, which no declaration of a cell
/// takes the place of, and holds a ticket that its reports must show.</summary>
/// <param name="Source">The text to run.</param>
/// <param name="Ticket">What its reports must show; made anew for each run.</param>
internal sealed record GradedCheck(string Source, string Ticket)
{
    private const string Namespace = "Qiansi.Teaching", Library = $"global::{Namespace}.";

    /// <summary>Names of the library that checks stand on.</summary>
    public static readonly IReadOnlyList<string> LibraryNames = ["Exercise", "Expect"];

    /// <summary>The check of a cell; lines and most columns stay what they are.</summary>
    public static GradedCheck Of(string source)
    {
        var ticket = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16));
        var text = source;
        // From the end, so that places before a change stay right.
        foreach (var name in CellNames.Root(source).DescendantNodes().OfType<IdentifierNameSyntax>().Where(IsLibrary)
            .OrderByDescending(n => n.SpanStart))
        {
            if (CallOfCheck(name) is { } call)
            {
                var arguments = call.ArgumentList.OpenParenToken.Span.End;
                text = $"{text[..call.SpanStart]}{Library}GradedExercise.Check(\"{ticket}\", {text[arguments..]}";
            }
            else
            {
                var start = IsQualified(name, out var qualified) ? qualified.SpanStart : name.SpanStart;
                text = text[..start] + Library + text[name.SpanStart..];
            }
        }

        return new(text, ticket);
    }

    /// <summary>The leftmost name of <c>Expect.Close</c>, or that of <c>Qiansi.Teaching.Expect.Close</c>.</summary>
    private static bool IsLibrary(IdentifierNameSyntax name) =>
        LibraryNames.Contains(name.Identifier.ValueText)
            && (IsQualified(name, out _) || (name.Parent is MemberAccessExpressionSyntax access && access.Expression == name));

    private static bool IsQualified(IdentifierNameSyntax name, out SyntaxNode qualified)
    {
        qualified = name.Parent!;
        return name.Parent is MemberAccessExpressionSyntax access && access.Name == name && access.Expression.ToString() is Namespace
            or $"global::{Namespace}";
    }

    private static InvocationExpressionSyntax? CallOfCheck(IdentifierNameSyntax name)
    {
        if (name.Identifier.ValueText != "Exercise") return null;
        var type = IsQualified(name, out var qualified) ? qualified : name;
        return type.Parent is MemberAccessExpressionSyntax
        {
            Name.Identifier.ValueText: "Check",
            Parent: InvocationExpressionSyntax call
        } member && member.Expression == type ? call : null;
    }
}
