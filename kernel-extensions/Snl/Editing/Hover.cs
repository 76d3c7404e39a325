using System.Globalization;
using Qiansi.Contracts;
using Qiansi.Snl;
using Qiansi.Snl.Lexing;
using Qiansi.Snl.Semantics;

namespace Qiansi.SnlCells.Editing;

/// <summary>What stands at a place: a name's kind and type, a constant's value.</summary>
internal static class Hover
{
    public static MimeBundle? At(string code, int position)
    {
        var caret = new Caret(code, position);
        if (caret.IsInComment || caret.Token is not { } token) return null;
        var text = token.TextIn(caret.Source);
        switch (token.Kind)
        {
            case TokenKind.Identifier when caret.RecordBefore(caret.Index - 1) is { } record:
                return record.Find(text) is { } field ? Bundle($"{field.Type} {field.Name}",
                    $"field, {Words(field.Offset)} into its record") : null;
            case TokenKind.Identifier when caret.Scope.Resolve(text) is { } symbol:
                return Bundle(symbol.ToString()!,
                    $"{About(symbol)}; declared in line {caret.Source.PositionOf(symbol.DeclaredAt.Start).Line}");
            case TokenKind.Character:
                return Bundle(text, $"char, code {token.ValueIn(caret.Source)}");
            case TokenKind.Integer:
                return Bundle(text, "integer");
            default:
                return null;
        }
    }

    private static string About(Symbol symbol) => symbol switch
    {
        VariableSymbol v =>
            $"{(v.IsIndirect ? "var " : "")}{v.KindName} of {v.Scope.Name}, level {v.Level}, offset {v.Offset}, {Words(v.Size)}",
        ProcedureSymbol p => $"procedure of {p.Scope.Name}, level {p.Body.Level}, {Words(p.Body.FrameSize)} in its activation record",
        _ => $"{symbol.KindName} of {symbol.Scope.Name}",
    };

    private static string Words(int count) => string.Create(CultureInfo.InvariantCulture, $"{count} word{(count == 1 ? "" : "s")}");

    private static MimeBundle Bundle(string declaration, string about) => new()
    {
        { "text/markdown", $"```snl\n{declaration}\n```\n{about}" },
        { "text/plain", $"{declaration}\n{about}" },
    };
}
