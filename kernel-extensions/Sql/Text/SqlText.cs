using System.Text.RegularExpressions;

namespace Qiansi.SqlCells.Text;

/// <summary>What a stretch of SQL is.</summary>
internal enum SqlTokenKind
{
    /// <summary>A keyword or a name; of a quoted name what is between the quotes.</summary>
    Word,

    /// <summary><c>$name</c>; its text is the name.</summary>
    Parameter,

    /// <summary><c>@name</c>; its text is the name.</summary>
    AtName,

    /// <summary>The end of a statement.</summary>
    Semicolon,

    /// <summary>A number, a string or another character.</summary>
    Other,
}

/// <summary>A stretch of SQL.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Text">Its text, or its name.</param>
/// <param name="Start">0-based index of its first character.</param>
/// <param name="End">Index behind its last.</param>
internal readonly record struct SqlToken(SqlTokenKind Kind, string Text, int Start, int End);

/// <summary>Reads SQL as far as a cell needs it: statements, names and parameters, never those in strings and comments.</summary>
internal static partial class SqlText
{
    /// <summary>The tokens, without white space and comments.</summary>
    public static IEnumerable<SqlToken> Tokens(string sql)
    {
        foreach (Match match in Pattern().Matches(sql))
        {
            if (match.Groups["skip"].Success) continue;
            var (kind, group) = match switch
            {
                _ when match.Groups["word"] is { Success: true } word => (SqlTokenKind.Word, word),
                _ when match.Groups["parameter"] is { Success: true } name => (SqlTokenKind.Parameter, name),
                _ when match.Groups["at"] is { Success: true } name => (SqlTokenKind.AtName, name),
                { ValueSpan: ";" } => (SqlTokenKind.Semicolon, match),
                _ => (SqlTokenKind.Other, (Group)match),
            };
            yield return new(kind, group.Value.Replace("\"\"", "\"", StringComparison.Ordinal), match.Index, match.Index + match.Length);
        }
    }

    /// <summary>The statements that hold more than comments, each with its place and its tokens.</summary>
    public static IEnumerable<(int Start, string Text, List<SqlToken> Tokens)> Statements(string sql)
    {
        var tokens = new List<SqlToken>();
        foreach (var token in Tokens(sql).Append(new(SqlTokenKind.Semicolon, "", sql.Length, sql.Length)))
        {
            if (token.Kind != SqlTokenKind.Semicolon) tokens.Add(token);
            else if (tokens.Count > 0)
            {
                yield return (tokens[0].Start, sql[tokens[0].Start..tokens[^1].End], tokens);
                tokens = [];
            }
        }
    }

    /// <summary>A name as SQL quotes it.</summary>
    public static string Quoted(string name) => $"\"{name.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";

    [GeneratedRegex("""
        (?<skip> \s+ | --[^\n]* | /\* .*? (\*/|\z) )
        | [eE]' ([^'\\] | \\. | '')* ('|\z)
        | ' ([^'] | '')* ('|\z)
        | \$\$ .*? (\$\$|\z)
        | \$ (?<tag>[\p{L}_]\w*) \$ .*? (\$\k<tag>\$|\z)
        | \$ (?<parameter>[\p{L}_]\w*)
        | @ (?<at>[\p{L}_]\w*)
        | " (?<word>([^"] | "")*) ("|\z)
        | (?<word>[\p{L}_]\w*)
        | .
        """, RegexOptions.IgnorePatternWhitespace | RegexOptions.Singleline | RegexOptions.ExplicitCapture)]
    private static partial Regex Pattern();
}
