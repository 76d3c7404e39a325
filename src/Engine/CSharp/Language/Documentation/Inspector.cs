using Qiansi.Engine.CSharp.Language.Completion;

namespace Qiansi.Engine.CSharp.Language.Documentation;

/// <summary>Says what stands at a position: signature, documentation, and for a variable what it holds.</summary>
internal sealed class Inspector(SpeculativeCompiler compiler, Func<string, NamedValue?>? values)
{
    /// <summary>The page on the symbol at a position, or null when none stands there.</summary>
    public MimeBundle? Inspect(string code, int position, CancellationToken cancellation)
    {
        var snapshot = compiler.Compile(code, cancellation);
        var part = snapshot.At(position);
        if (SymbolAt(part, position, cancellation) is not { } found) return null;

        var page = new DocumentationPage();
        (var symbol, var others) = found;
        var parts = symbol is IRangeVariableSymbol ? symbol.ToMinimalDisplayParts(part.Model, position) : SignatureHtml.PartsOf(symbol);
        var more = others switch { 0 => "", 1 => " (+ 1 overload)", _ => $" (+ {others} overloads)" };
        page.AddCode(SignatureHtml.Render(parts) + more, parts.ToDisplayString() + more);
        AddValue(page, symbol);
        if (DocumentationFinder.Find(
            symbol is IParameterSymbol ? symbol.ContainingSymbol : symbol, part.Compilation, cancellation) is { } comment)
        {
            if (symbol is IParameterSymbol) page.AddParameter(comment, symbol.Name);
            else page.AddComment(comment);
        }
        else if (VariableType(symbol) is { } type
            && DocumentationFinder.Find(type, part.Compilation, cancellation)?.Element("summary") is { } summary)
        {
            page.AddComment(new System.Xml.Linq.XElement("member", summary));
        }

        return page.ToBundle();
    }

    private void AddValue(DocumentationPage page, ISymbol symbol)
    {
        if (symbol is not IFieldSymbol { ContainingType.IsScriptClass: true } || values?.Invoke(symbol.Name) is not { } current) return;
        var type = current.Value is { } value && value.GetType() != current.Type ? $" ({value.GetType().Name})" : "";
        if (ShortValue.Of(current.Value) is { } text) page.AddNote($"{symbol.Name} = {text}{type}");
        else if (type.Length > 0) page.AddNote($"{symbol.Name} holds a{type}");
    }

    private static ITypeSymbol? VariableType(ISymbol symbol) => symbol switch
    {
        ILocalSymbol local => local.Type,
        IFieldSymbol { ContainingType.IsScriptClass: true } field => field.Type,
        _ => null,
    };

    /// <summary>The symbol at a position, with the number of overloads that stand beside it.</summary>
    private static (ISymbol Symbol, int Others)? SymbolAt(CompiledPart part, int position, CancellationToken cancellation)
    {
        var root = part.Tree.GetRoot(cancellation);
        var token = root.FindToken(position, findInsideTrivia: true);
        if (!IsWord(token, position) && position > 0) token = root.FindToken(position - 1, findInsideTrivia: true);
        if (!IsWord(token, position) || token.Parent is not { } node) return null;

        if (part.Model.GetDeclaredSymbol(node, cancellation) is { } declared && node is not CompilationUnitSyntax
            && token.IsKind(SyntaxKind.IdentifierToken)) return (declared, 0);
        if (BoundTo(node, part.Model, cancellation) is not { } symbol) return null;
        var others = symbol is IMethodSymbol && node is ExpressionSyntax
            ? part.Model.GetMemberGroup((ExpressionSyntax)node, cancellation).Length - 1 : 0;
        return (Definition(symbol, node, part.Model, cancellation), Math.Max(0, others));
    }

    private static bool IsWord(SyntaxToken token, int position) =>
        token.Span.Start <= position && position <= token.Span.End
        && (token.IsKind(SyntaxKind.IdentifierToken) || SyntaxFacts.IsPredefinedType(token.Kind())
            || token.Kind() is SyntaxKind.ThisKeyword or SyntaxKind.BaseKeyword or SyntaxKind.NewKeyword);

    private static ISymbol? BoundTo(SyntaxNode node, SemanticModel model, CancellationToken cancellation)
    {
        var bound = node;
        if (node.Parent is AttributeSyntax or ObjectCreationExpressionSyntax { Initializer: null }
            && model.GetSymbolInfo(node.Parent, cancellation).Symbol is { } constructor)
            return constructor;
        if (node is IdentifierNameSyntax { IsVar: true }
            && model.GetTypeInfo(node, cancellation).Type is { TypeKind: not TypeKind.Error } inferred) return inferred;

        var info = model.GetSymbolInfo(bound, cancellation);
        var symbol = info.Symbol ?? info.CandidateSymbols.FirstOrDefault();
        if (symbol is null && bound is ExpressionSyntax expression)
            symbol = model.GetMemberGroup(expression, cancellation).FirstOrDefault() ?? model.GetTypeInfo(expression, cancellation).Type;
        if (symbol is null && bound is TypeSyntax type && bound.Parent is VariableDeclarationSyntax)
            symbol = model.GetSpeculativeSymbolInfo(bound.SpanStart, SyntaxFactory.ParseExpression(type.ToString()),
                SpeculativeBindingOption.BindAsExpression).Symbol;
        return symbol is ITypeSymbol { TypeKind: TypeKind.Error } ? null : symbol;
    }

    /// <summary>An alias's target; of <c>this</c>, its type.</summary>
    private static ISymbol Definition(ISymbol symbol, SyntaxNode node, SemanticModel model, CancellationToken cancellation) => symbol switch
    {
        IAliasSymbol alias => alias.Target,
        IParameterSymbol { IsThis: true } => model.GetTypeInfo(node, cancellation).Type ?? symbol,
        _ => symbol,
    };
}
