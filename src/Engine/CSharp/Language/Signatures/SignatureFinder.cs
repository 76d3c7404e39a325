using Qiansi.Engine.CSharp.Language.Completion;

namespace Qiansi.Engine.CSharp.Language.Signatures;

/// <summary>Finds the call whose argument list the caret stands in.</summary>
internal sealed class SignatureFinder(SpeculativeCompiler compiler)
{
    /// <summary>The overloads at a position, or null outside of argument lists.</summary>
    public SignatureHelp? Find(string code, int position, CancellationToken cancellation)
    {
        var snapshot = compiler.Compile(
            LacksArgument(code, position) ? CaretText.At(code, position).WithPlaceholder() : code, cancellation);
        var part = snapshot.At(position);
        foreach (var list in ListsAround(part.Tree.GetRoot(cancellation), position))
        {
            if (CallSite.OfList(list, part.Model, cancellation) is { } call) return Order(call, position, part, cancellation);
        }

        return null;
    }

    /// <summary>Whether an operand must follow but does not stand at the caret. The parser then gets a placeholder: <c>f(1,
    /// </c> above another statement would else take that for an argument.</summary>
    private static bool LacksArgument(string code, int position)
    {
        var caret = CaretText.At(code, position);
        return caret.Start == caret.End
            && code.AsSpan(0, position).TrimEnd() is [.., '(' or '[' or ',' or ':' or '+' or '-' or '*'
                or '/' or '&' or '|' or '=' or '<' or '>'];
    }

    /// <summary>Argument lists around a position, the innermost first; a block between ends the search,
    /// since a lambda's body is not the call's arguments.</summary>
    private static IEnumerable<SyntaxNode> ListsAround(SyntaxNode root, int position)
    {
        var token = root.FindToken(position);
        if (token.SpanStart >= position) token = token.GetPreviousToken(includeZeroWidth: false);
        for (var node = token.Parent; node is not null; node = node.Parent)
        {
            if (node is BlockSyntax or MemberDeclarationSyntax and not GlobalStatementSyntax) yield break;
            if (node is not (BaseArgumentListSyntax or AttributeArgumentListSyntax)) continue;
            var close = node.GetLastToken(includeZeroWidth: true);
            if (node.SpanStart < position
                && (close.IsMissing || close.Kind() is not (SyntaxKind.CloseParenToken or SyntaxKind.CloseBracketToken)
                    || position <= close.SpanStart))
                yield return node;
        }
    }

    private static SignatureHelp Order(CallSite call, int position, CompiledPart part, CancellationToken cancellation)
    {
        SyntaxNode[] arguments = [.. call.Arguments.ChildNodes().Where(node => !(node.Span.IsEmpty && node.SpanStart > position))];
        var active = 0;
        foreach (var separator in call.Arguments.ChildNodesAndTokens())
        {
            if (separator.IsKind(SyntaxKind.CommaToken) && separator.Span.End <= position) active++;
        }

        var given = arguments.Count(argument => !argument.Span.IsEmpty);
        ISymbol[] ordered = [.. call.Candidates
            .OrderByDescending(candidate => SymbolEqualityComparer.Default.Equals(candidate, call.Chosen) && given > 0)
            .ThenByDescending(candidate => Accepts(candidate, Math.Max(given, active + 1)))
            .ThenByDescending(candidate => Fits(call, candidate, arguments, part.Model, cancellation))
            .ThenBy(candidate => CallSite.ParametersOf(candidate).Count)];
        return new SignatureHelp(ordered, [.. ordered.Select(candidate => ActiveIn(call, candidate, arguments, active))], part.Compilation);
    }

    private static bool Accepts(ISymbol candidate, int count) =>
        CallSite.ParametersOf(candidate) is var parameters
        && (parameters.Count >= count || parameters is [.., { IsParams: true }] || (parameters.Count == 0 && count <= 1));

    /// <summary>How many of the arguments convert to their parameters.</summary>
    private static int Fits(CallSite call, ISymbol candidate, SyntaxNode[] arguments, SemanticModel model, CancellationToken cancellation)
    {
        var fits = 0;
        foreach (var argument in arguments)
        {
            if (argument is not ArgumentSyntax { Expression: var value } || value.Span.IsEmpty
                || call.ParameterOf(candidate, argument) is not { } parameter) continue;
            if (model.GetTypeInfo(value, cancellation).Type is not { TypeKind: not TypeKind.Error } type) continue;
            var conversion = ((CSharpCompilation)model.Compilation).ClassifyConversion(type, parameter.Type);
            if (conversion.IsIdentity) fits += 2;
            else if (conversion.IsImplicit) fits++;
        }

        return fits;
    }

    private static int ActiveIn(CallSite call, ISymbol candidate, SyntaxNode[] arguments, int active)
    {
        var parameters = CallSite.ParametersOf(candidate);
        var parameter = active < arguments.Length ? call.ParameterOf(candidate, arguments[active])
            : active < parameters.Count ? parameters[active] : parameters is [.., { IsParams: true } last] ? last : null;
        return parameter?.Ordinal ?? -1;
    }
}
