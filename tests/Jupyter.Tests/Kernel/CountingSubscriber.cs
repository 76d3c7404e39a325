using Qiansi.Jupyter.Client;
using Qiansi.Jupyter.Messages;

namespace Qiansi.Jupyter.Tests.Kernel;

/// <summary>A second client that counts what another's cell publishes.</summary>
internal sealed class CountingSubscriber : IDisposable
{
    private readonly KernelClient _client;
    private readonly SemaphoreSlim _changed = new(0);
    private int _messages;
    private int _length;

    public CountingSubscriber(ConnectionInfo connection)
    {
        _client = new(connection, Assert.Fail);
        _client.Published += message =>
        {
            if (message.Content is not StreamText stream) return;
            Interlocked.Increment(ref _messages);
            Interlocked.Add(ref _length, stream.Text.Length);
            _changed.Release();
        };
        _client.WaitReadyAsync(RunningKernel.Limit).GetAwaiter().GetResult();
    }

    public int StreamMessages => _messages;

    public async Task WaitForTextAsync(int length)
    {
        while (Volatile.Read(ref _length) < length) Assert.True(await _changed.WaitAsync(TimeSpan.FromSeconds(20)));
        Assert.Equal(length, _length);
    }

    public void Dispose() => _client.DisposeAsync().AsTask().GetAwaiter().GetResult();
}
