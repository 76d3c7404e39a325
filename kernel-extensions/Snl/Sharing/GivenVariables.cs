using Qiansi.Contracts;
using Qiansi.Snl;

namespace Qiansi.SnlCells.Sharing;

/// <summary>The values that a program's variables begin with.</summary>
internal static class GivenVariables
{
    /// <summary>All of a program's variables, those that are given with their values.</summary>
    /// <exception cref="DirectiveException">The program has no such variable, or it is of another type; the message says which.</exception>
    public static ProgramVariables Of(Compilation compilation, IReadOnlyDictionary<string, object?> given)
    {
        var variables = compilation.CreateVariables();
        foreach (var (name, value) in given)
        {
            var symbol = variables.Symbols.FirstOrDefault(s => s.Name.Equals(name, StringComparison.OrdinalIgnoreCase))
                ?? throw new DirectiveException($"the program {compilation.Scope.Name} has no variable '{name}' to give a value to; "
                    + $"it has {(variables.Symbols.Count == 0 ? "none" : string.Join(", ", variables.Symbols.Select(s => s.Name)))}");
            WordValues.Write(symbol.Name, symbol.Type!, value, variables.WordsOf(symbol));
        }

        return variables;
    }
}
