using Qiansi.Contracts;
using Qiansi.Runtime;
using Qiansi.Snl;

namespace Qiansi.SnlCells.Sharing;

/// <summary>What other languages give the next program's variables, and the variables of the program that ran last.</summary>
internal sealed class VariableStore
{
    private readonly Dictionary<string, object?> _given = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>The variables of the last program, with their values at its end; none when it has not come to its end.</summary>
    public IReadOnlyList<NamedValue> Kept { get; private set; } = [];

    /// <summary>Gives a variable of the next program a value. What a cell gives is for a program of that cell.</summary>
    public void Give(string name, object? value)
    {
        CurrentCell.Context?.Ended.Register(_given.Clear);
        _given[name] = value;
    }

    /// <summary>The values given, which no other program gets.</summary>
    public IReadOnlyDictionary<string, object?> Take()
    {
        var taken = new Dictionary<string, object?>(_given, _given.Comparer);
        _given.Clear();
        return taken;
    }

    /// <summary>Forgets the last program's variables.</summary>
    public void Forget() => Kept = [];

    /// <summary>Keeps the variables of a program that has run to its end.</summary>
    public void Keep(ProgramVariables variables) => Kept = [.. variables.Symbols.Select(symbol =>
    {
        var (value, type) = WordValues.Read(symbol.Type!, variables.WordsOf(symbol));
        return new NamedValue(symbol.Name, value, type) { TypeName = symbol.Type!.ToString() };
    })];
}
