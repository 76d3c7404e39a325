using System.Globalization;
using System.Text;

namespace Qiansi.Snl.Semantics;

/// <summary>Symbol tables as text.</summary>
public static class SymbolText
{
    /// <summary>
    /// Each scope with its symbols, one a line: kind, name, type, and for variables level, offset in the activation record, words and
    /// access (<c>dir</c>, or <c>indir</c> for <c>var</c> parameters).
    /// </summary>
    public static string Of(Scope scope)
    {
        var text = new StringBuilder();
        Write(scope, text, "");
        return text.ToString();
    }

    private static void Write(Scope scope, StringBuilder text, string indent)
    {
        text.Append(indent).Append(CultureInfo.InvariantCulture,
            $"{(scope.Procedure is null ? "program" : "procedure")} {scope.Name}: level {scope.Level}, {scope.FrameSize} words\n");
        foreach (var symbol in scope.Symbols)
        {
            text.Append(indent).Append(CultureInfo.InvariantCulture, $"  {symbol.KindName,-10} {symbol.Name,-10} {TypeOf(symbol),-24}");
            if (symbol is VariableSymbol variable)
                text.Append(CultureInfo.InvariantCulture, $" level {variable.Level}  offset {variable.Offset,-4} {variable.Size,4} "
                    + $"{(variable.Size == 1 ? "word " : "words")}  {(variable.IsIndirect ? "indir" : "dir")}");
            text.Length -= TrailingBlanks(text);
            text.Append('\n');
        }

        foreach (var inner in scope.Procedures) Write(inner, text, indent + "  ");
    }

    /// <summary>The type of a variable, what a type name stands for, the parameters of a procedure.</summary>
    public static string TypeOf(Symbol symbol) => symbol switch
    {
        VariableSymbol variable => variable.Type?.ToString() ?? "?",
        TypeSymbol type => type.Type?.ToString() ?? "?",
        ProcedureSymbol procedure => $"({string.Join("; ", procedure.Parameters)})",
        _ => "",
    };

    private static int TrailingBlanks(StringBuilder text)
    {
        var count = 0;
        while (count < text.Length && text[text.Length - 1 - count] == ' ') count++;
        return count;
    }
}
