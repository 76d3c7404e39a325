using Qiansi.Contracts;
using Qiansi.SqlCells.Tables;

namespace Qiansi.SqlCells.Running;

/// <summary>Variables that a SQL cell can name: those shared with it, then C#'s.</summary>
internal sealed class SessionValues(ISession session, SqlLanguage language)
{
    private readonly Lazy<Dictionary<string, object?>> _all = new(() =>
    {
        var all = (session.FindLanguage("csharp")?.Values ?? []).ToDictionary(v => v.Name, v => v.Value, StringComparer.Ordinal);
        foreach (var given in language.Values) all[given.Name] = given.Value;
        return all;
    });

    /// <summary>The variable a word of SQL means: of that name, or the only one of that name in another case; null when none.</summary>
    public string? NameOf(string word)
    {
        if (_all.Value.ContainsKey(word)) return word;
        var same = _all.Value.Keys.Where(k => k.Equals(word, StringComparison.OrdinalIgnoreCase)).Take(2).ToList();
        return same.Count == 1 ? same[0] : null;
    }

    /// <summary>The value of a variable; null when there is none.</summary>
    public object? this[string name] => _all.Value.GetValueOrDefault(name);

    /// <summary>Those that can be read as tables, with their columns.</summary>
    public IReadOnlyList<(string Name, IReadOnlyList<string> Columns)> Tables() =>
        [.. from pair in _all.Value
            let table = SessionTable.TryOf(pair.Value)
            where table is not null
            select (pair.Key, (IReadOnlyList<string>)[.. table.Columns.Select(c => c.Name)])];

    /// <summary>Gives C# a variable.</summary>
    public Task KeepAsync(string name, object value) =>
        session.FindLanguage("csharp")!.SetValueAsync(name, value, value.GetType());
}
