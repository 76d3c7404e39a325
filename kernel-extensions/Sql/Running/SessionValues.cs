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

    /// <summary>The variables' names.</summary>
    public IEnumerable<string> Names => _all.Value.Keys;

    /// <summary>Whether there is a variable of a name.</summary>
    public bool TryFind(string name, out object? value) => _all.Value.TryGetValue(name, out value);

    /// <summary>Those that can be read as tables, with their columns.</summary>
    public IReadOnlyList<(string Name, IReadOnlyList<string> Columns)> Tables() =>
        [.. from pair in _all.Value
            let table = SessionTable.Of(pair.Value)
            where table is not null
            select (pair.Key, (IReadOnlyList<string>)[.. table.Columns.Select(c => c.Name)])];

    /// <summary>Gives C# a variable.</summary>
    public Task KeepAsync(string name, object value) =>
        session.FindLanguage("csharp")!.SetValueAsync(name, value, value.GetType());
}
