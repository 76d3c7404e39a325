namespace Qiansi.Amazons;

/// <summary>How <see cref="TreeSearch"/> searches.</summary>
/// <param name="Exploration">C in <c>Q + C·√(ln N/n)</c>; evaluations vary less than random games, so that a small C is right.</param>
/// <param name="Widening">A position visited n times has <c>Widening·n^WideningPower</c> children (progressive widening, Coulom
/// 2007).</param>
/// <param name="WideningPower">The power.</param>
/// <param name="Width">Most moves of a position that can ever become children, the most promising.</param>
/// <param name="MostBytes">Memory of the tree, or of all trees together; when it is used up, they grow no further.</param>
/// <param name="Threads">Trees that are searched at the same time (root parallelization, Chaslot, Winands, van den Herik 2008).</param>
public sealed record TreeSearchOptions(
    double Exploration = 0.2, double Widening = 3, double WideningPower = 0.45, int Width = 96, long MostBytes = 96 << 20, int Threads = 1);
