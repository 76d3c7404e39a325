namespace Qiansi.Amazons.Tests;

/// <summary>All engines, with little memory.</summary>
internal static class EngineTable
{
    private const int Memory = 8 << 20;

    private static readonly Dictionary<string, Func<IEngine>> Makers = new()
    {
        ["plain alpha-beta"] = () => new PlainAlphaBeta(),
        ["alpha-beta"] = () => new AlphaBeta(new(TableBytes: Memory)),
        ["plain tree search"] = () => new PlainTreeSearch(),
        ["tree search"] = () => new TreeSearch(new(MostBytes: Memory)),
        ["tree search on two threads"] = () => new TreeSearch(new(MostBytes: Memory, Threads: 2)),
    };

    public static IEnumerable<string> Names => Makers.Keys;

    public static IEngine Make(string name) => Makers[name]();
}
