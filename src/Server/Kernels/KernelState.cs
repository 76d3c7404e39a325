using Qiansi.Server.Channels;

namespace Qiansi.Server.Kernels;

/// <summary>What a kernel is doing, as far as it tells.</summary>
internal sealed class KernelState
{
    private volatile string _execution = "starting";
    private long _activity = DateTime.UtcNow.Ticks;
    private ReadOnlyMemory<byte> _runningParent;

    /// <summary><c>starting</c>, <c>idle</c>, <c>busy</c>, <c>restarting</c>, <c>dead</c>.</summary>
    public string Execution => _execution;

    /// <summary>When something was last asked or published, UTC.</summary>
    public DateTime LastActivity => new(Interlocked.Read(ref _activity), DateTimeKind.Utc);

    /// <summary>Header of the request that is being worked on; empty when there is none.</summary>
    public ReadOnlyMemory<byte> RunningParent => _runningParent;

    public void Touch() => Interlocked.Exchange(ref _activity, DateTime.UtcNow.Ticks);

    public void Set(string execution)
    {
        _execution = execution;
        _runningParent = default;
        Touch();
    }

    /// <summary>Learns from what the kernel publishes.</summary>
    public void Observe(KernelMessage message)
    {
        Touch();
        if (message.Head.Type != "status") return;
        var state = JsonField.Text(message.Content.Span, "execution_state"u8);
        if (state is not ("idle" or "busy")) return;
        var isExecution = JsonField.Text(message.Parent.Span, "msg_type"u8) == "execute_request";
        // Control is answered while a cell runs; its idle is not the cell's.
        if (!_runningParent.IsEmpty && !isExecution) return;
        _execution = state;
        _runningParent = state == "busy" && isExecution ? message.Parent : default;
    }
}
