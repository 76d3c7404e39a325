using System.Buffers;
using System.Runtime.CompilerServices;
using Qiansi.Snl.Diagnostics;

namespace Qiansi.Snl.Lexing;

/// <summary>
/// Cuts a program into tokens, as a deterministic automaton over classes of characters. Case does not matter in names and reserved words.
/// Beyond the course's lexis: <c>_</c> in names, comments
/// <c>// …</c> and <c>/* … */</c>. What is wrong is reported, and the nearest token taken: a full-width semicolon is a semicolon.
/// </summary>
public ref struct Lexer
{
    private const byte Other = 0, Space = 1, Letter = 2, Digit = 3, Symbol = 4;

    /// <summary>Class of each ASCII character.</summary>
    private static readonly byte[] Classes = MakeClasses();

    /// <summary>Token of each character that is a whole symbol by itself; the rest need a look at what follows.</summary>
    private static readonly TokenKind[] Symbols = MakeSymbols();

    private readonly SourceText _source;
    private readonly ReadOnlySpan<char> _text;
    private readonly DiagnosticBag _diagnostics;
    private readonly List<Span> _comments = [];
    private Token[] _tokens;
    private int _count;
    private int _at;

    private Lexer(SourceText source, DiagnosticBag diagnostics)
    {
        _source = source;
        _text = source.Text;
        _diagnostics = diagnostics;
        _tokens = ArrayPool<Token>.Shared.Rent(source.Text.Length / 3 + 16);
    }

    /// <summary>Cuts a program into tokens.</summary>
    public static LexedText Scan(SourceText source, DiagnosticBag diagnostics)
    {
        var lexer = new Lexer(source, diagnostics);
        lexer.Run();
        var tokens = lexer._tokens.AsSpan(0, lexer._count).ToArray();
        ArrayPool<Token>.Shared.Return(lexer._tokens);
        return new LexedText(source, tokens, lexer._comments);
    }

    private void Run()
    {
        var text = _text;
        while (_at < text.Length)
        {
            var start = _at;
            var c = text[start];
            switch (c < 128 ? Classes[c] : Other)
            {
                case Space:
                    _at++;
                    break;
                case Letter:
                    var end = start + 1;
                    while (end < text.Length && text[end] < 128 && Classes[text[end]] is Letter or Digit) end++;
                    _at = end;
                    Add(Words.KindOf(text[start..end]), start);
                    break;
                case Digit:
                    ScanNumber();
                    break;
                case Symbol when Symbols[c] != TokenKind.EndOfFile:
                    _at++;
                    Add(Symbols[c], start);
                    break;
                default:
                    ScanRest(c);
                    break;
            }
        }

        Add(TokenKind.EndOfFile, text.Length);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void Add(TokenKind kind, int start)
    {
        if (_count == _tokens.Length) Array.Resize(ref _tokens, _count * 2);
        _tokens[_count++] = new Token(kind, start, _at - start);
    }

    private readonly char Peek(int ahead) => _at + ahead < _text.Length ? _text[_at + ahead] : '\0';

    private void ScanNumber()
    {
        var start = _at;
        var significant = 0;
        while (Peek(0) is >= '0' and <= '9')
        {
            if (significant > 0 || _text[_at] != '0') significant++;
            _at++;
        }

        if (char.IsAsciiLetter(Peek(0)) || Peek(0) == '_')
        {
            while (char.IsAsciiLetterOrDigit(Peek(0)) || Peek(0) == '_') _at++;
            _diagnostics.Add(Rule.BadName, new(start, _at - start), $"'{_text[start.._at]}' is neither a number nor a name",
                "a name begins with a letter");
            Add(TokenKind.Identifier, start);
            return;
        }

        if (significant > 10 || significant == 10
            && long.Parse(_text[start.._at][^10..], System.Globalization.CultureInfo.InvariantCulture) > int.MaxValue)
            _diagnostics.Add(Rule.IntegerTooLarge, new(start, _at - start), $"the integer {_text[start.._at]} is too large",
                "integers go to 2147483647");
        Add(TokenKind.Integer, start);
    }

    /// <summary>What needs a look at the next character, and what is wrong.</summary>
    private void ScanRest(char c)
    {
        var start = _at;
        switch (c)
        {
            case '.' when Peek(1) == '.':
            case ':' when Peek(1) == '=':
                _at += 2;
                Add(c == '.' ? TokenKind.DotDot : TokenKind.Assign, start);
                break;
            case '.':
                _at++;
                Add(TokenKind.Dot, start);
                break;
            case '/' when Peek(1) == '/':
                var end = _text[start..].IndexOfAny('\n', '\r');
                _at = end < 0 ? _text.Length : start + end;
                _comments.Add(new(start, _at - start));
                break;
            case '/' when Peek(1) == '*':
                SkipComment("*/", 2);
                break;
            case '{':
                SkipComment("}", 1);
                break;
            case '/':
                _at++;
                Add(TokenKind.Divide, start);
                break;
            case '\'':
                ScanCharacter();
                break;
            default:
                ScanUnknown(c);
                break;
        }
    }

    private void SkipComment(string close, int open)
    {
        var start = _at;
        var end = _text[(start + open)..].IndexOf(close);
        _at = end < 0 ? _text.Length : start + open + end + close.Length;
        _comments.Add(new(start, _at - start));
        if (end < 0)
            _diagnostics.Add(Rule.UnclosedComment, new(start, open), "this comment is not closed before the end of the file",
            $"close it with {close}");
    }

    private void ScanCharacter()
    {
        var start = _at;
        if (Peek(1) is not ('\0' or '\r' or '\n') && Peek(2) == '\'')
        {
            _at += 3;
        }
        else
        {
            // Up to a quote on the same line when there is one, else the quote alone.
            var line = _text[(start + 1)..];
            var stop = line.IndexOfAny("\r\n'");
            _at = stop >= 0 && line[stop] == '\'' ? start + stop + 2
                : Math.Min(_text.Length, start + (char.IsAsciiLetterOrDigit(Peek(1)) ? 2 : 1));
            _diagnostics.Add(Rule.BadCharacterConstant, new(start, _at - start), $"{_text[start.._at]} is no character constant",
                "write one character between quotes: 'c'");
        }

        Add(TokenKind.Character, start);
    }

    private void ScanUnknown(char c)
    {
        var start = _at;
        var length = char.IsHighSurrogate(c) && char.IsLowSurrogate(Peek(1)) ? 2 : 1;
        var (kind, hint) = c switch
        {
            ':' => (TokenKind.Assign, "an assignment is written :="),
            '；' => (TokenKind.Semicolon, "this is a full-width semicolon; write ;"),
            '，' => (TokenKind.Comma, "this is a full-width comma; write ,"),
            '（' => (TokenKind.OpenParenthesis, "this is a full-width parenthesis; write ("),
            '）' => (TokenKind.CloseParenthesis, "this is a full-width parenthesis; write )"),
            '【' or '［' => (TokenKind.OpenBracket, "this is a full-width bracket; write ["),
            '】' or '］' => (TokenKind.CloseBracket, "this is a full-width bracket; write ]"),
            '＝' => (TokenKind.Equal, "this is a full-width sign; write ="),
            '＜' => (TokenKind.Less, "this is a full-width sign; write <"),
            '。' or '．' => (TokenKind.Dot, "this is a full-width stop; write ."),
            '>' => (TokenKind.Less, "SNL compares with < and = only; swap the two sides"),
            '}' => (TokenKind.EndOfFile, "no comment is open here"),
            '"' => (TokenKind.EndOfFile, "SNL has no strings; a character is written 'c'"),
            '\u3000' or '\u00A0' => (TokenKind.EndOfFile, "this space is not an ordinary one"),
            '\uFFFD' => (TokenKind.EndOfFile, "the file is neither UTF-8 nor GBK here"),
            _ when char.IsLetter(c) => (TokenKind.EndOfFile, "names consist of the letters a-z, digits and _"),
            _ => (TokenKind.EndOfFile, (string?)null),
        };
        if (kind == TokenKind.EndOfFile)
        {
            // A run of letters that names cannot hold is one mistake, not one for each.
            while (char.IsLetter(c) && start + length < _text.Length && _text[start + length] >= 128
                && char.IsLetter(_text[start + length])) length++;
        }

        _at += length;
        var shown = char.IsControl(c) || char.IsWhiteSpace(c) ? $"U+{(int)c:X4}" : $"'{_text[start.._at]}'";
        _diagnostics.Add(Rule.UnknownCharacter, new(start, length), $"{shown} begins no token", hint);
        if (kind != TokenKind.EndOfFile) Add(kind, start);
    }

    private static byte[] MakeClasses()
    {
        var classes = new byte[128];
        for (var c = 0; c < 128; c++)
        {
            classes[c] = char.IsAsciiLetter((char)c) || c == '_' ? Letter : char.IsAsciiDigit((char)c) ? Digit
                : c is ' ' or '\t' or '\n' or '\r' or '\f' or '\v' ? Space : "+-*()[];,<=".Contains((char)c) ? Symbol : Other;
        }

        return classes;
    }

    private static TokenKind[] MakeSymbols()
    {
        var symbols = new TokenKind[128];
        foreach (var c in "+-*()[];,<=") symbols[c] = TokenKinds.FromSpelling(c.ToString())!.Value;
        return symbols;
    }
}
