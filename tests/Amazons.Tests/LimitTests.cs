using System.Runtime.InteropServices;

namespace Qiansi.Amazons.Tests;

/// <summary>Time and memory are kept to.</summary>
[Collection(nameof(LimitTests))]
public sealed class LimitTests
{
    private const int CpuTimeOfThread = 3;

    /// <summary>Memory is counted for the whole process: nothing else may run.</summary>
    [CollectionDefinition(nameof(LimitTests), DisableParallelization = true)]
    public sealed class Alone;

    public static TheoryData<string> Engines => [.. EngineTable.Names];

    /// <remarks>
    /// Time is that of the thread on its processor: a search looks at the clock on the wall, which only runs faster where others compute,
    /// too, so that one which needs more than its limit of the processor is late on any machine. One in a hundred may be: collections of
    /// garbage.
    /// </remarks>
    [Theory]
    [MemberData(nameof(Engines))]
    public void A_search_is_not_late(string name)
    {
        if (!OperatingSystem.IsLinux()) Assert.Skip("the time of a thread is read from Linux");
        var engine = EngineTable.Make(name);
        var boards = Enumerable.Range(1, 12).Select(seed => RandomPosition.Of(10, 10, 3 * seed)).Append(Board.Start()).ToList();
        foreach (var board in boards) engine.Search(board, new SearchLimits(TimeSpan.FromMilliseconds(30))); // what runs often is compiled
        var late = new List<string>();
        foreach (var milliseconds in (int[])[1, 2, 3, 5, 10, 20])
        {
            foreach (var board in boards)
            {
                var before = Cpu();
                engine.Search(board, new SearchLimits(TimeSpan.FromMilliseconds(milliseconds)));
                var used = Cpu() - before;
                if (used > milliseconds) late.Add($"{used:0.00} of {milliseconds} ms on {board}");
            }
        }

        Assert.True(late.Count <= 1, string.Join('\n', late));
    }

    [Theory]
    [InlineData(100_000)]
    [InlineData(2_000_000)]
    public void The_memory_of_a_search_stays_below_its_option(int bytes)
    {
        foreach (var (name, make, used) in ((string, Func<IEngine>, Func<IEngine, long>)[])
        [
            ("tree search", () => new TreeSearch(new(MostBytes: bytes)), e => ((TreeSearch)e).Bytes),
            ("two trees", () => new TreeSearch(new(MostBytes: bytes, Threads: 2)), e => ((TreeSearch)e).Bytes),
            ("alpha-beta", () => new AlphaBeta(new(TableBytes: bytes)), e => ((AlphaBeta)e).Bytes),
        ])
        {
            make().Search(Board.Start(8), new SearchLimits(Nodes: 100));
            var before = GC.GetTotalMemory(forceFullCollection: true);
            var engine = make();
            engine.Search(Board.Start(8), new SearchLimits(Nodes: 30_000));
            var held = GC.GetTotalMemory(forceFullCollection: true) - before;
            Assert.InRange(used(engine), bytes / 4, bytes);
            // Beside tree and table there are histories and lists.
            Assert.True(held < bytes + 300_000, $"{name} holds {held} bytes, {bytes} were allowed");
        }
    }

    private static double Cpu()
    {
        Assert.Equal(0, ClockGetTime(CpuTimeOfThread, out var time));
        return time.Seconds * 1e3 + time.Nanoseconds / 1e6;
    }

    [DllImport("libc", EntryPoint = "clock_gettime")]
    private static extern int ClockGetTime(int clock, out TimeSpec time);

    private struct TimeSpec
    {
        public long Seconds, Nanoseconds;
    }
}
