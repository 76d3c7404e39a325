using System.Text;
using Qiansi.Snl.Diagnostics;
using Qiansi.Snl.Lexing;
using static Qiansi.Snl.Lexing.TokenKind;

namespace Qiansi.Snl.Formatting;

/// <summary>
/// Lays out a program: one statement or declaration a line, two spaces a level, reserved words in lower case, blanks around operators. Only
/// blanks, line ends and the case of reserved words change; comments stay
/// with what they stand at, and single empty lines stay. Formatting twice is formatting once.
/// </summary>
public sealed class Formatter
{
    private readonly SourceText _source;
    private readonly StringBuilder _text = new();
    private readonly Stack<TokenKind> _open = new();
    private int _level;
    private int _parentheses;
    private bool _section;
    private bool _lineStart = true;
    private bool _breakDue;
    private TokenKind _last = EndOfFile;
    private int _end;

    private Formatter(SourceText source) => _source = source;

    /// <summary>
    /// The program laid out. It need not be right; what the lexer cannot read is left as it is, and so is then the whole program.
    /// </summary>
    public static string Format(SourceText source)
    {
        var diagnostics = new DiagnosticBag();
        var text = Lexer.Scan(source, diagnostics);
        return diagnostics.HasErrors ? source.Text : new Formatter(source).Run(text);
    }

    private string Run(LexedText text)
    {
        var comment = 0;
        foreach (var token in text.Tokens)
        {
            for (; comment < text.Comments.Count && text.Comments[comment].Start < token.Start; comment++) Comment(text.Comments[comment]);
            if (token.Kind == EndOfFile) break;
            Token(token);
        }

        for (; comment < text.Comments.Count; comment++) Comment(text.Comments[comment]);
        return _text.ToString().TrimEnd() + "\n";
    }

    private void Comment(Span span)
    {
        var between = _source[new(_end, span.Start - _end)];
        var text = _source[span];
        if (_end > 0 && between.IndexOfAny('\r', '\n') < 0 && !(_lineStart && !_breakDue))
        {
            // Beside what it follows.
            _text.Append(' ').Append(text);
            _lineStart = false;
        }
        else
        {
            Break(between);
            Indent();
            _text.Append(text);
        }

        _end = span.End;
        var rest = _source.Text.AsSpan(_end);
        var lineEnds = rest.TrimStart(" \t") is var after && (after.IsEmpty || after[0] is '\r' or '\n');
        _breakDue |= text.StartsWith("//") || lineEnds;
        _last = EndOfFile;
    }

    private void Token(Token token)
    {
        var between = _source[new(_end, token.Start - _end)];
        if (_parentheses == 0) Before(token.Kind);
        if (_breakDue || _lineStart) Break(between);
        if (_lineStart) Indent();
        else if (NeedsBlank(token.Kind)) _text.Append(' ');
        _text.Append(token.Kind.IsReserved() ? token.Kind.Spelling() : _source[token.Span]);
        if (token.Kind is OpenParenthesis or OpenBracket) _parentheses++;
        if (token.Kind is CloseParenthesis or CloseBracket) _parentheses = Math.Max(0, _parentheses - 1);
        if (_parentheses == 0) After(token.Kind);
        (_last, _end) = (token.Kind, token.Span.End);
    }

    private void Before(TokenKind kind)
    {
        switch (kind)
        {
            case TokenKind.Type or Var or TokenKind.Procedure or Begin:
                if (_section) _level = Math.Max(0, _level - 1);
                _section = false;
                _breakDue = true;
                break;
            case End or Else or Fi or EndWhile:
                _breakDue = true;
                if (_open.Count > 0 && kind != Else) _open.Pop();
                _level = Math.Max(0, _level - 1);
                break;
        }
    }

    private void After(TokenKind kind)
    {
        switch (kind)
        {
            case TokenKind.Type or Var:
                _section = true;
                _level++;
                _breakDue = true;
                break;
            case TokenKind.Procedure:
                _open.Push(TokenKind.Procedure);
                break;
            case Begin or Then or Do or TokenKind.Record:
                _open.Push(kind);
                _level++;
                _breakDue = true;
                break;
            case Else:
                _level++;
                _breakDue = true;
                break;
            case Semicolon when _open.Count > 0 && _open.Peek() == TokenKind.Procedure && !_section && _last == CloseParenthesis:
                // The head of a procedure is over; what belongs to it is one level in.
                _level++;
                _breakDue = true;
                break;
            case Semicolon or TokenKind.Identifier when kind == Semicolon || _last == TokenKind.Program:
                _breakDue = true;
                break;
            case End when _open.Count > 0 && _open.Peek() == TokenKind.Procedure && !_section:
                _open.Pop();
                _level = Math.Max(0, _level - 1);
                _breakDue = true;
                break;
        }
    }

    private void Break(ReadOnlySpan<char> between)
    {
        if (_text.Length == 0) return;
        if (!_lineStart) _text.Append('\n');
        if (between.Count('\n') + (between.Contains('\n') ? 0 : between.Count('\r')) > 1) _text.Append('\n');
        _lineStart = true;
        _breakDue = false;
    }

    private void Indent()
    {
        _text.Append(' ', _level * 2);
        _lineStart = false;
    }

    private bool NeedsBlank(TokenKind kind) => kind switch
    {
        // Two dots that stood apart must not become one token.
        Dot or DotDot when _last is Dot or DotDot => true,
        Semicolon or Comma or CloseParenthesis or CloseBracket or Dot => false,
        OpenBracket => _last == TokenKind.Array,
        OpenParenthesis => _last is not (TokenKind.Identifier or Read or Write or Return or OpenParenthesis or OpenBracket),
        _ => _last is not (OpenParenthesis or OpenBracket or Dot),
    };
}
