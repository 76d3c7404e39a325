using Qiansi.Contracts;
using Qiansi.Engine.Display;

namespace Qiansi.Engine.Tests.Doubles;

/// <summary>A running cell outside any kernel that renders values as a session does.</summary>
internal sealed class RenderingCell(ISession session) : ICellContext
{
    public RecordingSink Sink { get; } = new();

    public IOutputSink Output => Sink;

    public CancellationToken Cancellation => CancellationToken.None;

    public ISession Session => session;

    public MimeBundle Render(object? value, params IReadOnlyList<string> mediaTypes) =>
        ValueRenderer.Render(value, mediaTypes, CancellationToken.None);
}
