using System.Collections.Immutable;
using System.Text;
using System.Text.RegularExpressions;

namespace Qiansi.Engine.CSharp.Compiling;

/// <summary>Spans, ref structs and ref locals at the top of a cell: they cannot be a submission's variables,
/// so they live in a block and end with the cell.</summary>
/// <remarks>
/// The block begins at the first of them and goes to the cell's end. Other variables that are declared in it are declared before it,
/// so that later cells have them. A value to show that is such a thing itself is shown as an array, or as text.
/// </remarks>
internal static partial class StackLocals
{
    /// <summary>Whether errors may come from such a variable or value.</summary>
    public static bool MayCause(ImmutableArray<CellDiagnostic> errors, string text) =>
        errors.Any(e => e.Id is "CS8345" or "CS0029" or "CS0306") || HasRefLocals(text);

    /// <summary>Whether a line declares a ref local, which a script's parser does not take.</summary>
    public static bool HasRefLocals(string text) => text.Contains("ref ", StringComparison.Ordinal) && RefLocal().IsMatch(text);

    /// <summary>The edits that make the script of a program; null when there is nothing to mend.</summary>
    public static TextEdits? In(SyntaxTree script, SemanticModel model)
    {
        var text = script.ToString();
        var program = CSharpSyntaxTree.ParseText(text, CellLanguage.Regular(((CSharpParseOptions)script.Options).LanguageVersion))
            .GetCompilationUnitRoot();
        var fields = ((CompilationUnitSyntax)script.GetRoot()).Members.OfType<FieldDeclarationSyntax>().ToLookup(f => f.SpanStart);
        List<StatementSyntax> statements = [.. program.Members.OfType<GlobalStatementSyntax>().Select(g => g.Statement)];
        var first = statements.FindIndex(s => s is LocalDeclarationStatementSyntax d
            && (d.Declaration.Type is RefTypeSyntax or ScopedTypeSyntax || TypeOf(d) is { IsRefLikeType: true }));
        var edits = new TextEdits();
        var ending = ((CompilationUnitSyntax)script.GetRoot()).Members.LastOrDefault() as GlobalStatementSyntax;
        var value = ending?.Statement is ExpressionStatementSyntax { SemicolonToken.IsMissing: true } last ? last.Expression : null;
        if (first < 0)
        {
            if (value is null || model.GetTypeInfo(value).Type is not { IsRefLikeType: true } type) return null;
            Show(value, type);
            return edits;
        }

        var hoisted = new StringBuilder();
        foreach (var declaration in statements.Skip(first).OfType<LocalDeclarationStatementSyntax>())
        {
            if (!declaration.IsConst
                && TypeOf(declaration) is { IsRefLikeType: false, IsAnonymousType: false, TypeKind: not TypeKind.Error } type)
                Hoist(declaration, type.ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat));
        }

        edits.Insert(statements[first].SpanStart, $"{hoisted}{{");
        if (value is null)
        {
            edits.Insert(statements[^1].Span.End, "}");
            return edits;
        }

        var shown = model.GetTypeInfo(value).Type;
        if (shown is not { SpecialType: SpecialType.System_Void }) edits.Insert(value.SpanStart, "return ");
        if (shown is { IsRefLikeType: true }) Show(value, shown);
        edits.Insert(value.Span.End, ";}");
        return edits;

        ITypeSymbol? TypeOf(LocalDeclarationStatementSyntax declaration) =>
            fields[declaration.SpanStart].FirstOrDefault() is { } field
                ? (model.GetDeclaredSymbol(field.Declaration.Variables[0]) as IFieldSymbol)?.Type : null;

        void Hoist(LocalDeclarationStatementSyntax declaration, string type)
        {
            edits.Replace(declaration.Declaration.Type.SpanStart, declaration.Declaration.Type.Span.Length, "");
            foreach (var variable in declaration.Declaration.Variables)
            {
                hoisted.Append(type).Append(' ').Append(variable.Identifier.Text).Append(';');
                if (variable.Initializer is null) edits.Replace(variable.SpanStart, variable.Span.Length, "");
                else if (variable.Initializer.Value is InitializerExpressionSyntax items) edits.Insert(items.SpanStart, $"new {type}");
            }

            foreach (var comma in declaration.Declaration.Variables.GetSeparators()) edits.Replace(comma.SpanStart, comma.Span.Length, ";");
        }

        void Show(ExpressionSyntax shown, ITypeSymbol type)
        {
            var isText = shown.IsKind(SyntaxKind.Utf8StringLiteralExpression);
            var isSpan = type is INamedTypeSymbol { Name: "Span" or "ReadOnlySpan", TypeArguments: [var element] }
                && element.SpecialType != SpecialType.System_Char;
            edits.Insert(shown.SpanStart, isText ? "global::System.Text.Encoding.UTF8.GetString(" : "(");
            edits.Insert(shown.Span.End, isText ? ")" : isSpan ? ").ToArray()" : ").ToString()");
        }
    }

    [GeneratedRegex(@"^[ \t]*(scoped\s+)?ref\s+(readonly\s+)?[\w.<>\[\],]+\s+\w+\s*=", RegexOptions.Multiline)]
    private static partial Regex RefLocal();
}
