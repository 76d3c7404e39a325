using Qiansi.Contracts;

namespace Qiansi.Engine.Tests.Running;

/// <summary>What nobody catches in work that a cell started is shown at that cell, and the process lives on.</summary>
public sealed class UnhandledExceptionTests : SessionTest
{
    private const string Throw = "throw new InvalidOperationException(\"lost\")";

    /// <summary>The cell goes on until the error has been told.</summary>
    private const string UntilTold = "Task told = (Task)AppDomain.CurrentDomain.GetData(\"told\"); await told";

    public static TheoryData<string> Lost =>
    [
        $"var t = new Thread(() => {Throw}); t.Start(); t.Join();",
        $"async void F() {{ {Throw}; }} F();",
        $"async void F() {{ await Task.Delay(10); {Throw}; }} F(); {UntilTold};",
        $"async void F() {{ await Task.Delay(10); {Throw}; }} await Task.Run(F); {UntilTold};",
        $"async void F() {{ await Task.Delay(10).ConfigureAwait(false); {Throw}; }} F(); {UntilTold};",
        $"var timer = new Timer(_ => {Throw}, null, 10, -1); {UntilTold};",
        $"var stop = new CancellationTokenSource(10); stop.Token.Register(() => {Throw}); {UntilTold};",
        $"ThreadPool.QueueUserWorkItem(_ => {Throw}); {UntilTold};",
        $"ThreadPool.UnsafeQueueUserWorkItem(_ => {Throw}, null); {UntilTold};",
        $"SynchronizationContext.Current.Post(_ => {Throw}, null); {UntilTold};",
        $"class Last {{ ~Last() {{ {Throw}; }} }} void Make() {{ for (var i = 0; i < 9; i++) new Last(); }} Make(); GC.Collect(); "
        + "GC.WaitForPendingFinalizers();",
    ];

    [Theory]
    [MemberData(nameof(Lost))]
    public async Task It_is_an_error_of_the_cell_and_the_session_lives_on(string code)
    {
        var sink = new RecordingSink();
        AppDomain.CurrentDomain.SetData("told", sink.When(s => s.Failure is not null));
        Assert.Equal(CellStatus.Error, await Session.ExecuteAsync(code, sink));
        var error = sink.Failure!;
        Assert.Contains("lost", string.Join('\n', error.Traceback));
        Assert.Contains("Nothing caught this", error.Traceback[^1]);
        Assert.Contains(error.Traceback, line => line.Contains("Cell 1, line 1"));
        Assert.Equal("2", await Run("1 + 1"));
    }

    [Fact]
    public async Task Endless_recursion_on_a_thread_of_its_own_is_such_an_error()
    {
        var error = await Fail("int G(int n) => G(n + 1) + 1; var t = new Thread(() => G(0), 512 * 1024); t.Start(); t.Join();");
        Assert.Equal("System.InsufficientExecutionStackException", error.Name);
        Assert.Equal("2", await Run("1 + 1"));
    }

    [Fact]
    public async Task It_belongs_to_the_cell_that_started_the_work_also_when_that_has_ended()
    {
        await Run("void F() { Thread.Sleep(200); throw new InvalidOperationException(\"late\"); }");
        var starter = new RecordingSink();
        Assert.Equal(CellStatus.Ok, await Session.ExecuteAsync("var thread = new Thread(F); thread.Start();", starter));
        Assert.Null(starter.Failure);
        Assert.Equal("", await Run("thread.Join();"));
        Assert.Equal("late", starter.Failure?.Message);
    }

    [Fact]
    public async Task An_interrupt_is_no_error_of_threads()
    {
        var started = new TaskCompletionSource();
        var sink = new RecordingSink { Answer = (_, _) => started.TrySetResult() ? "" : "" };
        var cell = Session.ExecuteAsync(
            "var t = new Thread(() => { Console.ReadLine(); while (true) ; }); t.Start(); while (true) ;", sink);
        await started.Task.WaitAsync(TimeSpan.FromSeconds(60), TestContext.Current.CancellationToken);
        Session.Interrupt();
        Assert.Equal(CellStatus.Interrupted, await cell);
        Assert.Equal("True", await Run("t.Join(10_000)"));
        Assert.Equal("Interrupted", sink.Failure?.Name);
    }
}
