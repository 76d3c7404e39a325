namespace Qiansi.Snl.Semantics;

/// <summary>The symbol table of a program or of a procedure.</summary>
public sealed class Scope
{
    private readonly Dictionary<string, Symbol> _byName = new(StringComparer.OrdinalIgnoreCase);
    private readonly List<Symbol> _symbols = [];

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

    /// <summary>What this scope itself declares under a name, in any case, or null.</summary>
    public Symbol? Find(string name) => _byName.GetValueOrDefault(name);

    /// <summary>What a name means here: the innermost declaration around, or null.</summary>
    public Symbol? Resolve(string name)
    {
        for (var scope = this; scope is not null; scope = scope.Parent)
        {
            if (scope._byName.TryGetValue(name, out var symbol)) return symbol;
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
        if (!_byName.TryAdd(symbol.Name, symbol)) return false;
        _symbols.Add(symbol);
        return true;
    }
}
