using System.Text;
using Qiansi.Contracts;
using Qiansi.Jupyter;
using Qiansi.Jupyter.Messages;
using Qiansi.Jupyter.Zmtp;

namespace Qiansi.Kernel;

/// <summary>Publishes on iopub, in order, on a thread of its own. Printed text comes here gathered (by the session's CellOutput) and
/// leaves as it came.</summary>
/// <remarks>What waits is bounded: who prints or displays waits once 16 million characters are queued, until the subscribers have caught up
/// (or the socket has dropped one that takes nothing at all). Status messages never wait, so that control does not.</remarks>
internal sealed class IopubPublisher : IDisposable
{
    private const long FullWeight = 16L << 20;

    private readonly PubSocket _socket;
    private readonly MessageCodec _codec;
    private readonly string _session;
    private readonly object _gate = new();
    private readonly Queue<IopubEntry> _queue = new();
    private readonly Thread _thread;
    private long _weight;
    private bool _closing;

    public IopubPublisher(PubSocket socket, MessageCodec codec, string session)
    {
        (_socket, _codec, _session) = (socket, codec, session);
        _thread = new(Run, 256 * 1024) { IsBackground = true, Name = "iopub" };
        _thread.Start();
    }

    /// <summary>Publishes text of a stream; waits while too much is queued.</summary>
    public void Write(MessageHeader? parent, StandardStream stream, string text)
    {
        var name = stream == StandardStream.Error ? "stderr" : "stdout";
        lock (_gate)
        {
            WaitForRoom();
            Add(new(parent) { Content = new StreamText(name, text), Weight = text.Length });
        }
    }

    /// <summary>Publishes an output; waits while too much is queued.</summary>
    public void Publish(MessageHeader? parent, MessageContent content, IReadOnlyList<ReadOnlyMemory<byte>>? buffers = null)
    {
        lock (_gate)
        {
            WaitForRoom();
            Add(new(parent) { Content = content, Buffers = buffers ?? [], Weight = WeightOf(content) });
        }
    }

    /// <summary>Publishes what the kernel itself has to say, its state above all; never waits.</summary>
    public void Announce(MessageHeader? parent, MessageContent content)
    {
        lock (_gate) Add(new(parent) { Content = content });
    }

    /// <summary>Completes when all that was published so far has been handed to the socket.</summary>
    public Task FlushAsync()
    {
        var flushed = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        lock (_gate)
        {
            if (_closing) return Task.CompletedTask;
            Add(new(null) { Flushed = flushed });
        }
        return flushed.Task;
    }

    /// <summary>Sends what is queued, then ends.</summary>
    public void Dispose()
    {
        lock (_gate)
        {
            _closing = true;
            Monitor.PulseAll(_gate);
        }
        _thread.Join(TimeSpan.FromSeconds(2));
    }

    private void Add(IopubEntry entry)
    {
        if (_closing) return;
        _weight += entry.Weight;
        _queue.Enqueue(entry);
        Monitor.PulseAll(_gate);
    }

    private void WaitForRoom()
    {
        while (_weight > FullWeight && !_closing) Monitor.Wait(_gate);
    }

    private void Run()
    {
        while (Next() is { } entry)
        {
            try
            {
                if (entry.Flushed is { } flushed) flushed.SetResult();
                else Send(entry);
            }
            catch (Exception e) when (e is ZmtpException or ObjectDisposedException)
            {
                KernelLog.Write($"iopub: {e.Message}");
            }
        }
    }

    private IopubEntry? Next()
    {
        lock (_gate)
        {
            while (_queue.Count == 0)
            {
                if (_closing) return null;
                Monitor.Wait(_gate);
            }

            var entry = _queue.Dequeue();
            _weight -= entry.Weight;
            Monitor.PulseAll(_gate);
            return entry;
        }
    }

    private void Send(IopubEntry entry)
    {
        IReadOnlyList<ReadOnlyMemory<byte>> frames;
        try
        {
            frames = Encode(entry, entry.Content!);
        }
        catch (Exception e) when (e is MessageFormatException or OutOfMemoryException)
        {
            frames = Encode(entry, new StreamText("stderr", $"An output could not be sent to the front end. {e.Message}\n"));
        }
        _socket.Send(new Multipart([.. frames]));
    }

    private IReadOnlyList<ReadOnlyMemory<byte>> Encode(IopubEntry entry, MessageContent content)
    {
        // The topic is for subscribers that filter; Jupyter's subscribe to everything.
        var topic = Encoding.ASCII.GetBytes(content.MessageType);
        return _codec.Encode(new(MessageHeader.Create(content.MessageType, _session, Environment.UserName), entry.Parent, content)
        {
            Identities = [topic],
            Buffers = entry.Buffers,
        });
    }

    private static long WeightOf(MessageContent content) => content switch
    {
        DisplayContent display => display.Data.Sum(e => (long)e.Value.Length),
        CommOpen open => open.Data.ToString().Length,
        CommMessage message => message.Data.ToString().Length,
        _ => 0,
    };
}
