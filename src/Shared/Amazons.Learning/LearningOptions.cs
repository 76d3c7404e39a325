namespace Qiansi.Amazons.Learning;

/// <summary>How a net learns from games with itself.</summary>
/// <param name="Rounds">Rounds of games, then training.</param>
/// <param name="Games">Games of a round, played at once.</param>
/// <param name="Visits">Descents of the search for each move; two or more.</param>
/// <param name="Steps">Steps of the optimizer after each round.</param>
/// <param name="Batch">Positions of a step.</param>
/// <param name="Rate">Learning rate of Adam.</param>
/// <param name="Window">Rounds whose positions are kept.</param>
/// <param name="ByChance">Moves of a game that are chosen in proportion to their visits.</param>
/// <param name="Exploration">c in <c>Q + c·P·√N/(1 + n)</c>.</param>
/// <param name="Width">Most moves of a position that are looked at.</param>
/// <param name="Noise">Part of the root's prior that is by chance, from Dirichlet's distribution, 0 to 1: without it the policy only ever
/// sees what it already prefers, and narrows to a few moves.</param>
/// <param name="Seed">Of openings, moves and batches; the net's own weights have torch's.</param>
public sealed record LearningOptions(
    int Rounds = 10, int Games = 32, int Visits = 64, int Steps = 100, int Batch = 64, double Rate = 2e-3, int Window = 5, int ByChance = 6,
    double Exploration = 1.5, int Width = 128, double Noise = 0.25, int Seed = 1);
