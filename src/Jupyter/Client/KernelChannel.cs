using Qiansi.Jupyter.Messages;
using Qiansi.Jupyter.Zmtp;

namespace Qiansi.Jupyter.Client;

/// <summary>One socket of a kernel's client with its receiving loop.</summary>
internal sealed class KernelChannel : IAsyncDisposable
{
    private readonly ZmtpSocket _socket;
    private readonly MessageCodec _codec;
    private readonly CancellationTokenSource _closing = new();
    private readonly Task _receiving;
    private bool _isDisposed;

    public KernelChannel(ZmtpSocket socket, string endpoint, MessageCodec codec, Action<Message> received, Action<string> log)
    {
        (_socket, _codec) = (socket, codec);
        socket.Connect(endpoint);
        _receiving = Task.Run(() => ReceiveAsync(received, log));
    }

    public ValueTask SendAsync(Message message, CancellationToken cancellation) =>
        _socket.SendAsync(new Multipart([.. _codec.Encode(message)]), cancellation);

    public async ValueTask DisposeAsync()
    {
        if (Interlocked.Exchange(ref _isDisposed, true)) return;
        await _closing.CancelAsync();
        await _receiving;
        await _socket.DisposeAsync();
        _closing.Dispose();
    }

    private async Task ReceiveAsync(Action<Message> received, Action<string> log)
    {
        while (!_closing.IsCancellationRequested)
        {
            try
            {
                var frames = await _socket.ReceiveAsync(_closing.Token);
                received(_codec.Decode(frames));
            }
            catch (MessageFormatException e)
            {
                log($"Dropped a message: {e.Message}");
            }
            catch (Exception e) when (_closing.IsCancellationRequested && e is OperationCanceledException or ObjectDisposedException)
            {
                return;
            }
        }
    }
}
