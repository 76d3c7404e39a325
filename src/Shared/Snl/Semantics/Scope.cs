namespace Qiansi.Snl.Semantics;

/// <summary>The symbol table of a program or of a procedure.</summary>
public sealed class Scope
{
    /// <summary>Symbols up to which looking through them is faster than a table.</summary>
    private const int Few = 8;

    private readonly PiecewiseList<Symbol> _symbols = new();
    private Dictionary<string, int>? _byName;

    internal Scope(string name, Scope? parent, ProcedureSymbol? procedure) =>
        (Name, Parent, Procedure, Level) = (name, parent, procedure, parent is null ? 0 : parent.Level + 1);

    /// <summary>Name of the program or procedure.</summary>
    public string Name { get; }

    /// <summary>The scope around it; null for the program's.</summary>
    public Scope? Parent { get; }

    /// <summary>The procedure; null for the program.</summary>
    public ProcedureSymbol? Procedure { get; }

    /// <summary>0 for the program, one more for each procedure around.</summary>
    public int Level { get; }

    /// <summary>What it declares, in order; parameters first.</summary>
    public IReadOnlyList<Symbol> Symbols => _symbols;

    /// <summary>Words of its activation record up to its last variable.</summary>
    public int FrameSize { get; internal set; } = ActivationRecord.Header;

    /// <summary>The scopes of its procedures.</summary>
    public IEnumerable<Scope> Procedures => _symbols.OfType<ProcedureSymbol>().Select(p => p.Body);

    /// <summary>How many variables and parameters it declares.</summary>
    internal int VariableCount { get; set; }

    /// <summary>Number of its first variable among those of the program's intermediate code, and of its procedure.</summary>
    internal (int Variable, int Procedure) Numbers { get; set; }

    /// <summary>What this scope itself declares under a name, in any case, or null.</summary>
    public Symbol? Find(string name)
    {
        if (_byName is not null) return _byName.TryGetValue(name, out var index) ? _symbols[index] : null;
        for (var i = 0; i < _symbols.Count; i++)
        {
            if (_symbols[i].Name.Equals(name, StringComparison.OrdinalIgnoreCase)) return _symbols[i];
        }

        return null;
    }

    /// <summary>What a name means here: the innermost declaration around, or null.</summary>
    public Symbol? Resolve(string name)
    {
        for (var scope = this; scope is not null; scope = scope.Parent)
        {
            if (scope.Find(name) is { } symbol) return symbol;
        }

        return null;
    }

    /// <summary>All names visible here, the innermost first: what a completion offers.</summary>
    public IEnumerable<Symbol> Visible()
    {
        var seen = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        for (var scope = this; scope is not null; scope = scope.Parent)
        {
            foreach (var symbol in scope._symbols)
            {
                if (seen.Add(symbol.Name)) yield return symbol;
            }
        }
    }

    /// <summary>Adds a symbol; false when the scope has one of that name, which stays.</summary>
    internal bool Declare(Symbol symbol)
    {
        if (Find(symbol.Name) is not null) return false;
        _symbols.Add(symbol);
        if (_symbols.Count <= Few) return true;
        _byName ??= _symbols.SkipLast(1).Index().ToDictionary(s => s.Item.Name, s => s.Index, StringComparer.OrdinalIgnoreCase);
        _byName.Add(symbol.Name, _symbols.Count - 1);
        return true;
    }
}
