namespace Qiansi.Engine.CSharp.Language.Completion;

/// <summary>The word at the caret, and the text with a placeholder in its place so that the parser sees an identifier there
/// whatever has been typed.</summary>
/// <param name="Code">The text as it is.</param>
/// <param name="Position">The caret.</param>
/// <param name="Start">First character of the word; the caret itself when there is none.</param>
/// <param name="End">One past the word.</param>
internal sealed record CaretText(string Code, int Position, int Start, int End)
{
    /// <summary>Stands for the word under edit: a letter that nobody names a variable with.</summary>
    public const string Placeholder = "ǀ";

    /// <summary>Words that continue the expression of the line before; a statement never starts with them.</summary>
    private static readonly string[] Continuations =
        ["where", "select", "orderby", "join", "let", "group", "into", "on", "equals", "by", "from", "is", "as", "and",
            "or", "in", "when", "with", "switch"];

    /// <summary>What has been typed of the word, without <c>@</c>.</summary>
    public string Prefix => Code[Start..Position].TrimStart('@');

    /// <summary>Whether the word is a number, which nothing completes.</summary>
    public bool IsNumber => Start < End && char.IsDigit(Code[Start]);

    /// <summary>The word around a caret.</summary>
    public static CaretText At(string code, int position)
    {
        var start = position;
        while (start > 0 && IsWordCharacter(code[start - 1])) start--;
        var end = position;
        while (end < code.Length && IsWordCharacter(code[end])) end++;
        if (start > 0 && code[start - 1] == '@') start--;
        return new CaretText(code, position, start, end);
    }

    /// <summary>The text to parse, with the placeholder at <see cref="Start"/>.</summary>
    /// <remarks>Where the next line starts a statement of its own, the placeholder gets a semicolon:
    /// <c>Console.</c> above <c>var x = 1;</c> would else read <c>Console.var x = 1;</c>.</remarks>
    public string WithPlaceholder() =>
        string.Concat(Code.AsSpan(0, Start), NextLineIsAnother() ? Placeholder + ";" : Placeholder, Code.AsSpan(End));

    private bool NextLineIsAnother()
    {
        var next = End;
        var newLine = false;
        while (next < Code.Length)
        {
            var c = Code[next];
            if (c is '\n' or '\r') newLine = true;
            else if (c == '/' && next + 1 < Code.Length && Code[next + 1] == '/') next = DirectiveLines.LineEnd(Code, next) - 1;
            else if (!char.IsWhiteSpace(c)) break;
            next++;
        }

        if (!newLine || next == Code.Length) return false;
        if (Code[next] is '"' or '$' or '@' or '(' or '[') return true;
        if (!IsWordCharacter(Code[next])) return false;

        var end = next;
        while (end < Code.Length && IsWordCharacter(Code[end])) end++;
        return !Continuations.Contains(Code[next..end]);
    }

    private static bool IsWordCharacter(char c) => char.IsLetterOrDigit(c) || c == '_' || char.GetUnicodeCategory(c) is
        System.Globalization.UnicodeCategory.NonSpacingMark or System.Globalization.UnicodeCategory.SpacingCombiningMark
        or System.Globalization.UnicodeCategory.LetterNumber or System.Globalization.UnicodeCategory.ConnectorPunctuation;
}
