using Qiansi.Contracts;
using Qiansi.Engine.Running;
using Qiansi.Engine.Tests.Doubles;
using Qiansi.Runtime;

namespace Qiansi.Engine.Tests.Running;

public sealed class CellConsoleTests
{
    private readonly FakeCell _cell = new();

    public CellConsoleTests()
    {
        CellConsole.Install();
        CurrentCell.Enter(_cell, StopFlag.Never);
    }

    [Fact]
    public void WhatIsPrintedGoesToTheCell()
    {
        Console.Write("a");
        Console.WriteLine("b");
        Console.WriteLine();
        Console.Write('c');
        Console.WriteLine("{0}-{1}", 1, 2);
        Console.Error.WriteLine("e");
        Assert.Equal("ab\n\nc1-2\n", _cell.Sink.Output);
        Assert.Equal("e\n", _cell.Sink.Errors);
    }

    [Fact]
    public async Task BackgroundWorkPrintsToTheCellThatStartedIt()
    {
        using var go = new SemaphoreSlim(0);
        var background = Task.Run(async () =>
        {
            await go.WaitAsync();
            Console.Write("late");
        }, TestContext.Current.CancellationToken);
        var other = new FakeCell();
        CurrentCell.Enter(other, StopFlag.Never);
        go.Release();
        await background;
        Assert.Equal("late", _cell.Sink.Output);
        Assert.Equal("", other.Sink.Output);
    }

    [Fact]
    public async Task InputIsAskedOfTheFrontEnd()
    {
        var answers = new Queue<string>(["one", "two", "3 4"]);
        _cell.Sink.Answer = (_, _) => answers.Dequeue();
        Assert.Equal("one", Console.ReadLine());
        Assert.Equal("two", await Console.In.ReadLineAsync(TestContext.Current.CancellationToken));
        Assert.Equal('3', Console.Read());
        Assert.Equal(' ', Console.In.Peek());
        Assert.Equal(" 4", Console.ReadLine());
    }

    [Fact]
    public void WithNobodyToAskThereIsAnError() => Assert.Throws<InputUnavailableException>(() => Console.ReadLine());

    [Fact]
    public async Task AnInterruptEndsTheWaitForInput()
    {
        using var asked = new ManualResetEventSlim();
        _cell.Sink.Answer = (_, _) =>
        {
            asked.Set();
            Thread.Sleep(Timeout.Infinite);
            return "";
        };
        var reading = Task.Run(() => Console.ReadLine(), TestContext.Current.CancellationToken);
        asked.Wait(TestContext.Current.CancellationToken);
        await _cell.Interrupt.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => reading);
    }
}
