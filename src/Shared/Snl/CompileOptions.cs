using Qiansi.Snl.Intermediate;

namespace Qiansi.Snl;

/// <summary>How a program is compiled.</summary>
/// <param name="Parser">Which parser reads it; the trees are equal.</param>
/// <param name="Optimizations">Which optimisations are applied.</param>
public sealed record CompileOptions(ParserKind Parser = ParserKind.RecursiveDescent, Optimizations Optimizations = Optimizations.None);
