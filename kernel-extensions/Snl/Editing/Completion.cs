using Qiansi.Contracts;
using Qiansi.Snl.Lexing;
using Qiansi.Snl.Semantics;

namespace Qiansi.SnlCells.Editing;

/// <summary>What can be written at a place: fields behind a dot, else visible names and reserved words.</summary>
internal static class Completion
{
    public static CompletionList At(string code, int position)
    {
        var caret = new Caret(code, position);
        var word = caret.Token is { } token && Caret.IsWord(token.Kind) ? token : (Token?)null;
        if (caret.IsInComment || caret.Token is { Kind: TokenKind.Integer or TokenKind.Character }) return new(position, position, []);
        var (start, end) = word is { } w ? (w.Start, w.Span.End) : (position, position);
        var prefix = code[start..position];
        var items = caret.RecordBefore(word is null ? caret.Index : caret.Index - 1) is { } record
            ? record.Fields.Select(f => new CompletionItem(f.Name, "property", $"{f.Type} {f.Name}"))
            : caret.Scope.Visible().Select(Item).Concat(TokenKinds.ReservedWords.Select(r => new CompletionItem(r, "keyword")));
        return new(start, end, [.. items.Where(i => i.Text.StartsWith(prefix, StringComparison.OrdinalIgnoreCase))]);
    }

    private static CompletionItem Item(Symbol symbol) =>
        new(symbol.Name, symbol switch { ProcedureSymbol => "function", TypeSymbol => "class", _ => "instance" }, symbol.ToString()!);
}
