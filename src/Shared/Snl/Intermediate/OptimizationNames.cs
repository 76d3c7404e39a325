namespace Qiansi.Snl.Intermediate;

/// <summary>How people name optimisations in options.</summary>
public static class OptimizationNames
{
    /// <summary>The names, each with its optimisation.</summary>
    public static IReadOnlyDictionary<string, Optimizations> All { get; } = new Dictionary<string, Optimizations>(
        StringComparer.OrdinalIgnoreCase)
    {
        ["folding"] = Optimizations.ConstantFolding,
        ["subexpressions"] = Optimizations.CommonSubexpressions,
        ["invariants"] = Optimizations.LoopInvariants,
        ["dead-code"] = Optimizations.DeadCode,
        ["all"] = Optimizations.All,
        ["none"] = Optimizations.None,
    };

    /// <summary>Reads names with commas between them.</summary>
    /// <exception cref="FormatException">One is unknown.</exception>
    public static Optimizations Parse(string names)
    {
        var result = Optimizations.None;
        foreach (var name in names.Split(',', StringSplitOptions.TrimEntries))
        {
            result |= All.TryGetValue(name, out var one) ? one
                : throw new FormatException($"there is no optimisation '{name}'; there are {string.Join(", ", All.Keys)}");
        }

        return result;
    }
}
