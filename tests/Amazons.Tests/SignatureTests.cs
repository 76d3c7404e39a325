namespace Qiansi.Amazons.Tests;

/// <summary>
/// What fixed searches of fixed positions come to: the same on every machine, different as soon as board, evaluation or search are. A
/// change that is meant to make an engine only faster leaves it; one that is meant to make it stronger changes it, and comes with a match.
/// </summary>
public sealed class SignatureTests
{
    [Theory]
    [InlineData(
        "alpha-beta",
        "b1-b5/b4 3 0.603, f1-f7/e8 3 0.677, d1-d7/g7 3 0.920, a4-d7/b7 3 0.484, c1-g5/d8 3 0.792")]
    [InlineData(
        "tree search",
        "b1-b5/c6 5 0.679, f1-f7/g7 5 0.684, a4-d7/g7 5 0.738, d1-d3/a6 6 0.499, c1-g5/f4 5 0.827")]
    public void A_fixed_search_finds_what_it_found(string name, string signature)
    {
        var reports = new List<string>();
        Board[] boards =
        [
            Board.Start(6), Board.Start(8), Board.Start(),
            Board.Parse("3b2b3/2x4x2/4x5/b4x3b/1x5x2/3x2x3/w2x3x1w/5x4/2x3x3/3w2w3 w"),
            Board.Parse("2w2w2/3x1x2/w1x4w/2x2x2/4x3/b2x3b/2x2x2/2b2b2 b"),
        ];
        foreach (var board in boards)
        {
            var report = EngineTable.Make(name).Search(board, new SearchLimits(Nodes: 5_000));
            reports.Add(FormattableString.Invariant($"{report.Best} {report.Depth} {report.WinProbability:0.000}"));
        }

        var found = string.Join(", ", reports);
        Assert.True(signature == found, $"{name} now finds [{found}]");
    }
}
