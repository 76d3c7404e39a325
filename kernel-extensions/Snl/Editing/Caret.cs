using Qiansi.Snl;
using Qiansi.Snl.Lexing;
using Qiansi.Snl.Semantics;
using Qiansi.Snl.Syntax;

namespace Qiansi.SnlCells.Editing;

/// <summary>A place in a program: the token there, the names that are visible.</summary>
internal sealed class Caret
{
    private readonly Compilation _compilation;
    private readonly int _position;

    public Caret(string code, int position)
    {
        _compilation = Compilation.Of(code);
        _position = Math.Clamp(position, 0, code.Length);
        var tokens = _compilation.Text.Tokens;
        Index = Array.FindLastIndex(tokens, t => t.Start < _position && t.Kind != TokenKind.EndOfFile);
        // Before the first character of a word is in the word too.
        if (Index + 1 < tokens.Length && tokens[Index + 1].Start == _position && IsWord(tokens[Index + 1].Kind)) Index++;
    }

    public SourceText Source => _compilation.Source;

    /// <summary>Index of the last token that begins before the place, or at it; -1 for none.</summary>
    public int Index { get; }

    /// <summary>That token, when the place is in it or right behind it.</summary>
    public Token? Token => Index >= 0 && _compilation.Text.Tokens[Index] is var token && _position <= token.Span.End ? token : null;

    /// <summary>Whether it is in a comment.</summary>
    public bool IsInComment => _compilation.Text.Comments.Any(c => c.Start < _position && _position < c.End);

    /// <summary>The innermost scope around.</summary>
    public Scope Scope
    {
        get
        {
            BlockNode block = _compilation.Tree;
            while (block.Procedures.FirstOrDefault(p => p.Span.Start <= _position && _position <= p.Span.End) is { } inner) block = inner;
            return block.Scope ?? _compilation.Scope;
        }
    }

    /// <summary>The record whose field stands at a token, when it is written <c>name.field</c>.</summary>
    /// <param name="dot">Index of the token that should be the dot.</param>
    public RecordType? RecordBefore(int dot)
    {
        var tokens = _compilation.Text.Tokens;
        return dot > 0 && tokens[dot].Kind == TokenKind.Dot && tokens[dot - 1].Kind == TokenKind.Identifier
            ? (Scope.Resolve(tokens[dot - 1].TextIn(Source)) as VariableSymbol)?.Type as RecordType : null;
    }

    public static bool IsWord(TokenKind kind) => kind == TokenKind.Identifier || kind.IsReserved();
}
