using System.Diagnostics;
using Qiansi.Contracts;

namespace Qiansi.Engine.Tests.Running;

/// <summary>Each runaway cell stops soon, the session lives on, and what the cell had set is kept.</summary>
public sealed class InterruptTests : SessionTest
{
    public static TheoryData<string> Runaways =>
    [
        "while (true) ;",
        "while (true) { try { while (true) ; } catch (Exception) { } }",
        "for (int i = 0; ; i++) { i--; }",
        "for (long k = 0; k < long.MaxValue; k++) { set = 1; }",
        "do { } while (true);",
        "again: goto again;",
        "IEnumerable<int> Endless() { while (true) yield return 1; }\nEndless().Where(x => x < 0).First()",
        "IEnumerable<int> Endless() { while (true) yield return 1; }\n(from x in Endless() where x < 0 select x).First()",
        "Enumerable.Repeat(1, int.MaxValue).SelectMany(_ => Enumerable.Repeat(1, int.MaxValue)).Count(x => x > 1)",
        "int Deep(int n) => n == 0 ? 0 : Deep(n - 1) + Deep(n - 1);\nDeep(60)",
        "Parallel.For(0, int.MaxValue, i => { var s = 0.0; for (var k = 0; k < 1_000_000; k++) s += Math.Sqrt(k); });",
        "Thread.Sleep(100_000);",
        "while (true) { try { Thread.Sleep(100_000); } catch (Exception) { } }",
        "try { Thread.Sleep(100_000); } catch (Exception) { } Thread.Sleep(100_000);",
        "Task.Delay(100_000).Wait();",
        "await Task.Delay(100_000);",
        "await new TaskCompletionSource().Task;",
        "while (true) await Task.Delay(1);",
        "while (true) await Task.Yield();",
        "new ManualResetEvent(false).WaitOne();",
        "Task.Run(() => { while (true) ; }).Wait();",
        "await Task.Run(() => { while (true) ; });",
        "lock (new object()) { while (true) { } }",
        "async Task Forever() { while (true) await Task.Delay(5); }\nawait Forever();",
        "foreach (var x in Enumerable.Range(0, int.MaxValue)) { set = x > -1 ? 1 : 0; }",
        "foreach (var (x, y) in new[] { (1, 2) }) for (;;) set = 1;",
        "if (set == 1) for (;;) for (;;) set = 1; else set = 2;",
        "top: for (;;) { if (set == 1) goto top; }",
        "int Walk(int n) => n < 0 ? 0 : Walk(n - 1) + Walk(n - 1);\nWalk(60)",
        "int Walk(int n) { var m = n - 1; if (n < 0) return 0; return Walk(m) + Walk(m); }\nWalk(60)",
        "IEnumerable<int> Stuck() { while (true) { while (true) ; yield return 1; } }\nStuck().First()",
        "async Task<int> Stuck() { while (true) { for (;;) ; await Task.Yield(); } }\nawait Stuck();",
        "foreach (var x in Enumerable.Range(0, 9).AsParallel().Select(i => { for (;;) ; return i; })) ;",
    ];

    [Theory]
    [MemberData(nameof(Runaways))]
    public async Task StopsAndKeepsVariables(string runaway)
    {
        await Run("var before = 7; var set = 0;");
        var sink = new RecordingSink();
        var started = "started " + Guid.NewGuid();
        var cell = Session.ExecuteAsync($"set = 1; var fresh = 2; AppDomain.CurrentDomain.SetData(\"{started}\", 1);\n" + runaway, sink);
        await Eventually.HoldsAsync(() => AppDomain.CurrentDomain.GetData(started) is not null || cell.IsCompleted);
        await Task.Delay(100, TestContext.Current.CancellationToken); // what runs away gives no signal once it does
        Assert.False(cell.IsCompleted, sink.Failure?.Message ?? "it ended by itself");
        Assert.True(Session.Interrupt());
        var status = await cell.WaitAsync(TimeSpan.FromSeconds(10), TestContext.Current.CancellationToken);
        Assert.Equal(CellStatus.Interrupted, status);
        Assert.Equal("7 1 2", await Run("$\"{before} {set} {fresh}\""));
        Assert.Equal("6", await Run("Enumerable.Range(0, 4).Sum(x => x)"));
    }

    [Theory]
    [Trait("Needs", "time")]
    [InlineData("int F(int n) => F(n + 1) + 1;\nF(0)")]
    [InlineData("int F(int n) => n < 0 ? n : F(n + 1) + 1;\nF(0)")]
    [InlineData("int F(int n) { if (n < 0) return n; n++; return F(n) + 1; }\nF(0)")]
    [InlineData("Func<int, int> f = null; f = n => f(n + 1) + 1; f(0)")]
    [InlineData("class Node { public Node Next => new Node().Next; }\nnew Node().Next")]
    [InlineData("class Self { public override string ToString() => $\"{this}\"; }\nnew Self().ToString()")]
    [InlineData("await Task.Run(() => { int F(int n) => F(n + 1) + 1; return F(0); })")]
    public async Task EndlessRecursionIsAnOrdinaryError(string code)
    {
        var error = await Fail(code);
        Assert.Equal("System.InsufficientExecutionStackException", error.Name);
        Assert.Equal("2", await Run("1 + 1"));
    }

    [Fact]
    public void NothingToInterruptIsFine() => Assert.True(Session.Interrupt());

    [Fact]
    public async Task ASecondInterruptThatDoesNotHelpSaysSo()
    {
        var release = new TaskCompletionSource();
        Stuck.Release = release.Task;
        var sink = new RecordingSink();
        var cell = Session.ExecuteAsync(
            $"#r \"{typeof(Stuck).Assembly.Location}\"\nConsole.Write(\"in\");\nQiansi.Engine.Tests.Running.Stuck.Spin();", sink);
        await sink.When(s => s.Streams == "in");
        Assert.True(Session.Interrupt());
        Assert.False(Session.Interrupt());
        release.SetResult();
        await cell.WaitAsync(TimeSpan.FromSeconds(10), TestContext.Current.CancellationToken);
    }

    [Fact]
    public async Task What_an_interrupt_cannot_stop_says_within_two_seconds_what_it_waits_for()
    {
        var release = new TaskCompletionSource();
        Stuck.Release = release.Task;
        var sink = new RecordingSink();
        await Run("1");
        var cell = Session.ExecuteAsync(
            $"#r \"{typeof(Stuck).Assembly.Location}\"\nConsole.Write(\"in\");\nQiansi.Engine.Tests.Running.Stuck.Spin();", sink);
        await sink.When(s => s.Streams == "in");
        var watch = Stopwatch.StartNew();
        Session.Interrupt();
        await sink.When(s => s.Streams.Contains("native or library code"));
        var seconds = watch.Elapsed.TotalSeconds;
        release.SetResult();
        await cell.WaitAsync(TimeSpan.FromSeconds(10), TestContext.Current.CancellationToken);
        Assert.Contains("Restarting the kernel ends it at once", sink.Streams);
        Assert.True(seconds < 2.5, $"took {seconds} s");
    }

    [Fact]
    public async Task FunctionsAndIteratorsOfEarlierCellsStopWithTheCellThatCallsThem()
    {
        await Run("int Spin() { for (;;) ; } IEnumerable<int> Later() { yield return 1; while (true) ; "
            + "} var later = Later().GetEnumerator(); later.MoveNext()");
        foreach (var call in new[] { "Spin()", "later.MoveNext()" })
        {
            var sink = new RecordingSink();
            var cell = Session.ExecuteAsync($"Console.Write(\"in\");\n{call}", sink);
            await sink.When(s => s.Streams == "in");
            Assert.True(Session.Interrupt());
            Assert.Equal(CellStatus.Interrupted, await cell.WaitAsync(TimeSpan.FromSeconds(10), TestContext.Current.CancellationToken));
            Assert.Equal("45", await Run("var sum = 0; for (var i = 0; i < 10; i++) sum += i; sum"));
        }
    }

    [Fact]
    public async Task BackgroundWorkOfAnEarlierCellIsLeftAlone()
    {
        await Run(
            "var ticks = 0; _ = Task.Run(async () => { while (true) { for (var i = 0; i < 100; i++) ticks++; await Task.Delay(1); } });");
        var sink = new RecordingSink();
        var cell = Session.ExecuteAsync("Console.Write(\"in\"); while (true) ;", sink);
        await sink.When(s => s.Streams == "in");
        Session.Interrupt();
        await cell;
        var before = int.Parse(await Run("ticks"));
        await Eventually.HoldsAsync(async () => int.Parse(await Run("ticks")) > before);
    }
}

/// <summary>Library code that no interrupt can reach.</summary>
public static class Stuck
{
    public static Task Release { get; set; } = Task.CompletedTask;

    public static void Spin()
    {
        while (!Release.IsCompleted) Thread.SpinWait(100);
    }
}
