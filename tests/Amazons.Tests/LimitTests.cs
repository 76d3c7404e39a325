namespace Qiansi.Amazons.Tests;

/// <summary>Time and memory are kept to.</summary>
[Collection(nameof(LimitTests))]
public sealed class LimitTests
{
    /// <summary>Memory is counted for the whole process: nothing else may run.</summary>
    [CollectionDefinition(nameof(LimitTests), DisableParallelization = true)]
    public sealed class Alone;

    public static TheoryData<string> Engines => [.. EngineTable.Names];

    /// <remarks>Each look at the clock takes a tenth of a millisecond: looks are counted, the same on any machine.</remarks>
    [Theory]
    [MemberData(nameof(Engines))]
    public void A_search_is_not_late(string name)
    {
        var engine = EngineTable.Make(name);
        foreach (var milliseconds in (int[])[1, 2, 3, 5, 10, 20])
        {
            var time = TimeSpan.FromMilliseconds(milliseconds);
            foreach (var board in Enumerable.Range(1, 12).Select(seed => RandomPosition.Of(10, 10, 3 * seed)).Append(Board.Start()))
            {
                var clock = new Ticking();
                var report = engine.Search(board, new SearchLimits(time) { Clock = clock });
                Assert.True(clock.Elapsed <= time, $"{clock.Elapsed} of {time} on {board}");
                if (report.WinProbability is > 0 and < 1) Assert.InRange(clock.Elapsed, time - TimeSpan.FromMilliseconds(2), time);
            }
        }
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

    /// <summary>Goes on by a tenth of a millisecond whenever a thread looks at it, for that thread.</summary>
    private sealed class Ticking : TimeProvider
    {
        private readonly ThreadLocal<long> _now = new();

        public TimeSpan Elapsed => TimeSpan.FromTicks(_now.Value);

        public override long TimestampFrequency => TimeSpan.TicksPerSecond;

        public override long GetTimestamp() => _now.Value += TimeSpan.TicksPerMillisecond / 10;
    }
}
