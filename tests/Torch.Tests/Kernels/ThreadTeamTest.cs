using Qiansi.Torch.Kernels;

namespace Qiansi.Torch.Tests.Kernels;

[Collection(nameof(KernelSettings))]
public sealed class ThreadTeamTest
{
    [Theory]
    [InlineData(1, 1, 1)]
    [InlineData(2, 1000, 1)]
    [InlineData(2, 1000, 64)]
    [InlineData(4, 7, 2)]
    [InlineData(7, 100_003, 1000)]
    public void Every_index_is_visited_once(int threads, long n, long grain)
    {
        using var settings = new KernelSettings(threads);
        for (var repeat = 0; repeat < 300; repeat++)
        {
            var visits = new int[n];
            ThreadTeam.For(n, grain, (begin, end) =>
            {
                for (var i = begin; i < end; i++) Interlocked.Increment(ref visits[i]);
            });
            Assert.All(visits, v => Assert.Equal(1, v));
            if (n > 10_000 && repeat > 5) break;
        }
    }

    [Fact]
    public void Cuts_lie_on_multiples_of_the_grain_and_depend_on_the_thread_count_alone()
    {
        using var settings = new KernelSettings(3);
        HashSet<(long, long)> Cuts()
        {
            var seen = new HashSet<(long, long)>();
            ThreadTeam.For(1000, 64, (begin, end) =>
            {
                lock (seen) seen.Add((begin, end));
            });
            return seen;
        }

        var first = Cuts();
        Assert.Equal(3, first.Count);
        Assert.All(first, c => Assert.True(c.Item1 % 64 == 0 && (c.Item2 % 64 == 0 || c.Item2 == 1000)));
        Assert.True(first.SetEquals(Cuts()));
    }

    [Fact]
    public void One_thread_takes_the_parts_that_nobody_has_begun_and_a_late_one_finds_none()
    {
        var seen = new List<(long, long)>();
        var loop = new ParallelLoop(100, 10, 4, (begin, end) => seen.Add((begin, end)));
        Assert.True(loop.RunFrom(2));
        Assert.True(loop.HasEnded);
        Assert.Equal([(50, 70), (70, 100), (0, 20), (20, 50)], seen);
        Assert.False(loop.RunFrom(0));
        Assert.Equal(4, seen.Count);
    }

    [Fact]
    public void A_part_that_another_thread_is_at_is_left_to_it()
    {
        ParallelLoop? loop = null;
        var (isLast, other) = (true, false);
        loop = new(2, 1, 2, (begin, _) =>
        {
            if (begin == 0) isLast = loop!.RunFrom(1);   // as a worker would, while the first part runs
            else other = true;
        });
        Assert.True(loop.RunFrom(0));
        Assert.True(other);
        Assert.False(isLast);
    }

    [Theory]
    [InlineData(null, null, null, 8)]
    [InlineData("3", "2", "1", 3)]
    [InlineData("", "6,2", "1", 6)]
    [InlineData(null, "many", "1", 1)]
    [InlineData(null, null, "16", 8)]
    [InlineData(null, null, "", 3, "3")]
    [InlineData(null, null, "2", 2, "3")]
    public void Threads_are_what_this_library_OpenMP_or_Slurm_are_told(
        string? own, string? openMp, string? slurm, int threads, string? onNode = null) =>
        Assert.Equal(threads, ThreadCount.From(
            name => name switch
            {
                ThreadCount.Variable => own,
                "OMP_NUM_THREADS" => openMp,
                "SLURM_CPUS_PER_TASK" => slurm,
                "SLURM_CPUS_ON_NODE" => onNode,
                _ => null
            }, 8));

    [Theory]
    [InlineData("0")]
    [InlineData("two")]
    public void A_senseless_setting_is_refused_with_its_value(string value) =>
        Assert.Contains($"'{value}'", Assert.Throws<InvalidOperationException>(() => ThreadCount.From(_ => value, 8)).Message);

    [Fact]
    public void An_exception_of_any_part_reaches_the_caller_and_the_team_works_on()
    {
        using var settings = new KernelSettings(2);
        var error = Assert.Throws<InvalidOperationException>(() => ThreadTeam.For(2, 1, (begin, end) =>
        {
            if (end == 2) throw new InvalidOperationException("part two");
        }));
        Assert.Equal("part two", error.Message);
        long sum = 0;
        ThreadTeam.For(10, 1, (begin, end) => Interlocked.Add(ref sum, end - begin));
        Assert.Equal(10, sum);
    }

    [Fact]
    public void A_loop_in_a_loop_runs_on_its_own_thread()
    {
        using var settings = new KernelSettings(2);
        ThreadTeam.For(2, 1, (begin, end) =>
        {
            var outer = Environment.CurrentManagedThreadId;
            ThreadTeam.For(100, 1, (b, e) =>
            {
                Assert.Equal((0, 100), (b, e));
                Assert.Equal(outer, Environment.CurrentManagedThreadId);
            });
        });
    }

    [Fact]
    public void Loops_from_many_threads_at_once_all_finish()
    {
        using var settings = new KernelSettings(2);
        long total = 0;
        var threads = Enumerable.Range(0, 4).Select(_ => new Thread(() =>
        {
            for (var i = 0; i < 500; i++) ThreadTeam.For(64, 1, (begin, end) => Interlocked.Add(ref total, end - begin));
        })).ToList();
        threads.ForEach(t => t.Start());
        threads.ForEach(t => t.Join());
        Assert.Equal(4 * 500 * 64, total);
    }

    [Fact]
    public void Parked_workers_wake()
    {
        using var settings = new KernelSettings(3);
        for (var i = 0; i < 20; i++)
        {
            Thread.Sleep(i % 3);   // long enough to park
            long sum = 0;
            ThreadTeam.For(30, 1, (begin, end) =>
            {
                Thread.Sleep(begin == 0 ? 0 : 2);   // the caller parks too
                Interlocked.Add(ref sum, end - begin);
            });
            Assert.Equal(30, sum);
        }
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(5000)]
    public void A_senseless_number_of_threads_is_refused(int threads) =>
        Assert.Contains($"{threads} threads", Assert.Throws<ArgumentOutOfRangeException>(() => ThreadTeam.Threads = threads).Message);

    [Fact]
    [Trait("Needs", "time")]
    public void A_long_product_stops_when_asked()
    {
        using var settings = new KernelSettings(2);
        var polls = 0;
        Interrupts.Check = () =>
        {
            if (Interlocked.Increment(ref polls) == 3) throw new OperationCanceledException("stop");
        };
        try
        {
            using var a = new Buffer<float>(1200 * 1200);
            using var b = new Buffer<float>(1200 * 1200);
            using var c = new Buffer<float>(1200 * 1200);
            unsafe
            {
                Assert.Throws<OperationCanceledException>(() =>
                    Gemm.Run(1200, 1200, 1200, 1f, a.Start, 1200, 1, b.Start, 1200, 1, 0f, c.Start, 1200));
            }
        }
        finally
        {
            Interrupts.Check = null;
        }
    }
}
