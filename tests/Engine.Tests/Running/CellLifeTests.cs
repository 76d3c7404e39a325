using Qiansi.Contracts;

namespace Qiansi.Engine.Tests.Running;

/// <summary>What work that a cell leaves running learns about the cell.</summary>
public sealed class CellLifeTests : SessionTest
{
    private readonly List<ICellContext> _contexts = [];

    public CellLifeTests() => Session.Add(new Spy(_contexts));

    [Fact]
    public async Task A_cell_tells_that_it_has_ended_also_when_it_failed_or_nobody_asked_before()
    {
        await Run("#!spy", "a");
        Assert.True(_contexts[0].Ended.IsCancellationRequested);
        Assert.True(_contexts[0].Ended.IsCancellationRequested);
        Assert.False(await Run("#!spy ended\nthrow new Exception();", "a") == CellStatus.Ok);
        Assert.True(_contexts[1].Ended.IsCancellationRequested);
    }

    [Fact]
    public async Task What_a_cell_showed_is_gone_when_that_cell_runs_again()
    {
        await Run("#!spy", "a");
        await Run("#!spy", "b");
        var (a, b) = (_contexts[0].Closed, _contexts[1].Closed);
        await Run("1", "c");
        await Run("1", null);
        Assert.False(a.IsCancellationRequested);
        await Run("1", "a");
        Assert.True(a.IsCancellationRequested);
        Assert.False(b.IsCancellationRequested);
    }

    [Fact]
    public async Task And_when_the_session_is_restarted_or_ends()
    {
        await Run("#!spy", "a");
        await Run("#!spy", null);
        var (named, nameless) = (_contexts[0].Closed, _contexts[1].Closed);
        Assert.False(named.IsCancellationRequested || nameless.IsCancellationRequested);
        await Run("#!restart", "b");
        Assert.True(named.IsCancellationRequested && nameless.IsCancellationRequested);
        await Run("#!spy", "a");
        var later = _contexts[2].Closed;
        Assert.False(later.IsCancellationRequested);
        Session.Dispose();
        Assert.True(later.IsCancellationRequested);
        Assert.True(_contexts[2].Closed.IsCancellationRequested);
    }

    private Task<CellStatus> Run(string code, string? id) => Session.ExecuteAsync(code, new RecordingSink(), new CellOptions { Id = id });

    private sealed class Spy(List<ICellContext> contexts) : IDirective
    {
        public string Name => "spy";

        public string Summary => "Keeps the cell's context.";

        public IReadOnlyList<DirectiveArgument> Arguments => [new("ended", "Asks for the token.")];

        public Task InvokeAsync(DirectiveInvocation invocation, ICellContext context)
        {
            contexts.Add(context);
            if (invocation["ended"] is not null) Assert.False(context.Ended.IsCancellationRequested);
            return Task.CompletedTask;
        }
    }
}
