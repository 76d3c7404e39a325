using Qiansi.Contracts;

namespace Qiansi.Engine.Tests.Doubles;

/// <summary>A running cell outside any kernel.</summary>
internal sealed class FakeCell(ISession session) : ICellContext
{
    public FakeCell() : this(new FakeSession()) { }

    public RecordingSink Sink { get; } = new();

    public IOutputSink Output => Sink;

    public CancellationTokenSource Interrupt { get; } = new();

    public CancellationToken Cancellation => Interrupt.Token;

    public ISession Session => session;

    public MimeBundle Render(object? value, params IReadOnlyList<string> mediaTypes) => MimeBundle.Plain(value?.ToString() ?? "<null>");
}
