namespace Qiansi.Engine.CSharp.Language.Signatures;

/// <summary>The overloads that a call under edit can mean.</summary>
/// <param name="Overloads">Methods, constructors or indexers, the likeliest first.</param>
/// <param name="ActiveParameters">For each overload the index of the parameter the caret is at, or -1 when it has none there.</param>
/// <param name="Compilation">What they are symbols of.</param>
internal sealed record SignatureHelp(IReadOnlyList<ISymbol> Overloads, IReadOnlyList<int> ActiveParameters, Compilation Compilation);
