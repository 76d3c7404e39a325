using Qiansi.Contracts;
using Qiansi.SqlCells.Running;

namespace Qiansi.SqlCells.Text;

/// <summary>What can be written at a place: columns behind <c>table.</c>, else tables, columns, variables and keywords.</summary>
internal static class Completion
{
    private static readonly string[] Keywords =
    [
        "all", "and", "as", "asc", "between", "by", "case", "cast", "copy", "create", "delete", "desc", "describe", "distinct", "drop",
        "else", "end", "except", "exists", "explain", "from", "full", "group", "having", "in", "inner", "insert", "intersect", "into",
        "is", "join", "left", "like", "limit", "not", "null", "offset", "on", "or", "order", "outer", "over", "partition", "pivot",
        "qualify", "right", "sample", "select", "set", "show", "summarize", "table", "then", "union", "unpivot", "update", "using",
        "values", "view", "when", "where", "with",
    ];

    /// <param name="code">The cell.</param>
    /// <param name="position">UTF-16 index.</param>
    /// <param name="database">The session's database, or null when no cell has used it yet.</param>
    /// <param name="variables">What the session has that can be read as a table: its name and its columns.</param>
    public static CompletionList At(string code, int position, Database? database,
        IReadOnlyList<(string Name, IReadOnlyList<string> Columns)> variables)
    {
        var tokens = SqlText.Tokens(code).TakeWhile(t => t.Start < position).ToList();
        var isWord = tokens is [.., { Kind: SqlTokenKind.Word or SqlTokenKind.Parameter } last] && last.End >= position;
        var word = isWord ? tokens[^1] : (SqlToken?)null;
        if (word is null && tokens is [.., { Kind: SqlTokenKind.Other } other] && other.End >= position && code[other.Start] is '\'')
            return new(position, position, []);
        var start = word is { } w ? w.End - w.Text.Length : position;
        if (word is not null) tokens.RemoveAt(tokens.Count - 1);
        var prefix = code[start..position];
        var tables = variables.Concat(database?.Tables() ?? []).ToList();
        var items = word?.Kind == SqlTokenKind.Parameter ? []
            : tokens is [.., { Kind: SqlTokenKind.Word } owner, var dot] && code[dot.Start] == '.'
                ? tables.Where(t => t.Name.Equals(owner.Text, StringComparison.OrdinalIgnoreCase)).SelectMany(t => t.Columns).Select(Column)
            : tables.Select(t => new CompletionItem(t.Name, "class", string.Join(", ", t.Columns)))
                .Concat(tables.Where(t => Mentions(code, t.Name)).SelectMany(t => t.Columns).Select(Column))
                .Concat(Keywords.Select(k => new CompletionItem(k, "keyword")));
        return new(start, position, [.. items.Where(i => i.Text.StartsWith(prefix, StringComparison.OrdinalIgnoreCase))
            .DistinctBy(i => i.Text)]);

        static CompletionItem Column(string name) => new(name, "property");
    }

    private static bool Mentions(string code, string table) =>
        SqlText.Tokens(code).Any(t => t.Kind == SqlTokenKind.Word && t.Text.Equals(table, StringComparison.OrdinalIgnoreCase));
}
