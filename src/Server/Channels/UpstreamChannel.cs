using Qiansi.Jupyter.Messages;
using Qiansi.Jupyter.Zmtp;

namespace Qiansi.Server.Channels;

/// <summary>A DEALER to one channel of a kernel, with a queue of its own: a full shell does not hold up control and stdin.</summary>
internal sealed class UpstreamChannel : IAsyncDisposable
{
    private const long QueuedBytes = 256L << 20;

    private readonly DealerSocket _socket;
    private readonly SendQueue<Multipart> _queue;
    private readonly MessageSigner _signer;
    private readonly CancellationTokenSource _ending = new();
    private readonly Task _receiving;

    public UpstreamChannel(ChannelName name, DealerSocket socket, MessageSigner signer, Func<ChannelName, KernelMessage, ValueTask> deliver)
    {
        (Name, _socket, _signer) = (name, socket, signer);
        _queue = new(frames => _socket.SendAsync(frames, _ending.Token));
        _receiving = Task.Run(() => ReceiveAsync(deliver));
    }

    public ChannelName Name { get; }

    /// <summary>Queues a message; false when too much waits already, or the channel has ended.</summary>
    public bool Send(KernelMessage message) => _queue.Waiting <= QueuedBytes && _queue.Add(message.ToFrames(_signer), message.Size);

    public async ValueTask DisposeAsync()
    {
        _queue.Complete();
        await _ending.CancelAsync();
        await _socket.DisposeAsync();
        await Task.WhenAny(Task.WhenAll(_queue.Ended, _receiving), Task.Delay(TimeSpan.FromSeconds(1)));
    }

    private async Task ReceiveAsync(Func<ChannelName, KernelMessage, ValueTask> deliver)
    {
        try
        {
            while (true)
            {
                var frames = await _socket.ReceiveAsync(_ending.Token);
                if (KernelMessage.Read(frames, _signer) is { } message) await deliver(Name, message);
            }
        }
        catch (Exception e) when (e is OperationCanceledException or ObjectDisposedException)
        {
            // The channel ends.
        }
    }
}
