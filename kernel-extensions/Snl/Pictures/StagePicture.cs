using Qiansi.Contracts;
using Qiansi.Snl;
using Qiansi.Snl.Intermediate;
using Qiansi.Snl.Lexing;
using Qiansi.Snl.Semantics;
using Qiansi.Trees;

namespace Qiansi.SnlCells.Pictures;

/// <summary>What the compiler makes of a program, stage by stage.</summary>
internal static class StagePicture
{
    /// <summary>The picture of a stage; null when the program's errors leave none.</summary>
    public static MimeBundle? Of(string stage, Compilation compilation, Optimizations optimizations) => stage switch
    {
        "tokens" => Bundle(Tokens(compilation), TokenText.Of(compilation.Text)),
        "tree" => Bundle(compilation.ToTree().ToHtml(), compilation.ToTree().ToString()),
        "symbols" => Bundle(Symbols(compilation.Scope).ToHtml(), SymbolText.Of(compilation.Scope)),
        _ when compilation.HasErrors => null,
        "ir" when optimizations == Optimizations.None => Bundle(new TextPane("intermediate code", IrText.Of(compilation.Code))),
        "ir" => Bundle(new CodeColumns("by rule", "optimised", compilation.Code.Procedures.Zip(compilation.OptimizedCode.Procedures,
            (before, after) => (IrText.Of(before, compilation.Code), IrText.Of(after, compilation.OptimizedCode))))),
        _ => Bundle(compilation.ToColumns()),
    };

    private static MimeBundle Bundle(Pane pane) => Bundle(pane.ToHtml(), pane.ToString());

    private static MimeBundle Bundle(string html, string text) => new() { { "text/html", html }, { "text/plain", text } };

    private static string Tokens(Compilation compilation)
    {
        var tokens = compilation.Text.Tokens;
        return new MarkedTable("", ["class", "text", "value"], tokens.Select(t => compilation.Source.PositionOf(t.Start).ToString()),
            (row, column) => column switch
        {
            0 => TokenText.ClassOf(tokens[row].Kind),
            1 => TokenText.ValueOf(tokens[row], compilation.Source),
            _ => tokens[row].Kind is TokenKind.Integer or TokenKind.Character ? $"{tokens[row].ValueIn(compilation.Source)}" : "",
        }).ToHtml();
    }

    private static MarkedTable Symbols(Scope program)
    {
        var symbols = All(program).ToList();
        return new MarkedTable("", ["scope", "kind", "type", "level", "offset", "words", "access"], symbols.Select(s => s.Name),
            (row, column) => (column, symbols[row]) switch
        {
            (0, var symbol) => symbol.Scope.Name,
            (1, var symbol) => symbol.KindName,
            (2, var symbol) => SymbolText.TypeOf(symbol),
            (3, var symbol) => symbol is ProcedureSymbol p ? $"{p.Body.Level}" : $"{symbol.Scope.Level}",
            (4, VariableSymbol v) => $"{v.Offset}",
            (5, VariableSymbol v) => $"{v.Size}",
            (5, ProcedureSymbol p) => $"{p.Body.FrameSize}",
            (6, VariableSymbol v) => v.IsIndirect ? "indir" : "dir",
            _ => "",
        });
    }

    private static IEnumerable<Symbol> All(Scope scope) => scope.Symbols.Concat(scope.Procedures.SelectMany(All));
}
