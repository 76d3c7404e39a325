namespace Qiansi.Engine.CSharp.Language;

/// <summary>One tree of a cell with its meaning.</summary>
internal sealed record CompiledPart(SyntaxTree Tree, CSharpCompilation Compilation, SemanticModel Model);
