using Qiansi.Snl.Intermediate;

namespace Qiansi.Snl;

/// <summary>How a program is compiled.</summary>
/// <param name="Parser">Which parser reads it; the trees are equal.</param>
/// <param name="Optimizations">Which optimisations are applied.</param>
/// <param name="KeepsVariables">Whether the program's own variables are given values before it runs or looked at afterwards
/// (<see cref="ProgramVariables"/>), so that none of them is dead at its end.</param>
public sealed record CompileOptions(ParserKind Parser = ParserKind.RecursiveDescent, Optimizations Optimizations = Optimizations.None,
    bool KeepsVariables = false)
{
    /// <summary>Names of the program's variables that have values at its start, in any case: no warning says that they have none.</summary>
    public IReadOnlyCollection<string> Given { get; init; } = [];
}
