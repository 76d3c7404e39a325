using System.Text;
using Qiansi.Contracts;
using Qiansi.Jupyter;
using Qiansi.Jupyter.Messages;
using Qiansi.Jupyter.Zmtp;

namespace Qiansi.Kernel;

/// <summary>Publishes on iopub, in order, on a thread of its own; stream text written within a few milliseconds travels as one message.</summary>
/// <remarks>What waits is bounded: who prints or displays waits once 16 million characters are queued, until the subscribers have caught up
/// (or the socket has dropped one that takes nothing at all). Status messages never wait, so that control does not.</remarks>
internal sealed class IopubPublisher : IDisposable
{
    private const int GatherMilliseconds = 4;
    private const int HalfPairMilliseconds = 1000;
    private const int LongestText = 64 * 1024;
    private const long FullWeight = 16L << 20;

    private readonly PubSocket _socket;
    private readonly MessageCodec _codec;
    private readonly string _session;
    private readonly object _gate = new();
    private readonly LinkedList<IopubEntry> _queue = new();
    private readonly Thread _thread;
    private long _weight;
    private bool _closing;

    public IopubPublisher(PubSocket socket, MessageCodec codec, string session)
    {
        (_socket, _codec, _session) = (socket, codec, session);
        _thread = new(Run, 256 * 1024) { IsBackground = true, Name = "iopub" };
        _thread.Start();
    }

    /// <summary>Appends text to a stream; waits while too much is queued.</summary>
    public void Write(MessageHeader? parent, StandardStream stream, string text)
    {
        if (text.Length == 0) return;
        var name = stream == StandardStream.Error ? "stderr" : "stdout";
        for (var at = 0; at < text.Length;)
        {
            lock (_gate)
            {
                WaitForRoom();
                var entry = _queue.Last?.Value;
                if (entry is null || entry.Stream != name || !ReferenceEquals(entry.Parent, parent) || entry.Text!.Length >= LongestText)
                {
                    entry = new(parent) { Stream = name, Text = new(Math.Min(text.Length, LongestText)) };
                    _queue.AddLast(entry);
                    Monitor.PulseAll(_gate);
                }
                var length = Math.Min(text.Length - at, LongestText - entry.Text!.Length);
                entry.Text.Append(text, at, length);
                entry.Weight += length;
                _weight += length;
                at += length;
                if (entry.Text.Length >= LongestText) Monitor.PulseAll(_gate);
            }
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
        _queue.AddLast(entry);
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
            while (true)
            {
                if (_queue.First is not { } first)
                {
                    if (_closing) return null;
                    Monitor.Wait(_gate);
                    continue;
                }
                var entry = first.Value;
                // Text that nothing follows may still grow for a moment.
                if (entry.Text is { } text && first.Next is null && text.Length < LongestText && !_closing)
                {
                    var isHalfPair = text.Length == 1 && char.IsHighSurrogate(text[0]);
                    var left = entry.Since + (isHalfPair ? HalfPairMilliseconds : GatherMilliseconds) - Environment.TickCount64;
                    if (left > 0)
                    {
                        Monitor.Wait(_gate, (int)left);
                        continue;
                    }
                }
                _queue.RemoveFirst();
                _weight -= entry.Weight;
                if (entry.Text is not null) KeepHalfPair(entry);
                Monitor.PulseAll(_gate);
                return entry;
            }
        }
    }

    /// <summary>A surrogate pair written in two halves must not be cut: the first half goes in front of the next text.</summary>
    private void KeepHalfPair(IopubEntry entry)
    {
        var text = entry.Text!;
        if (!char.IsHighSurrogate(text[^1]) || _closing) return;
        var next = _queue.First?.Value;
        if (next is { Text: { } following } && next.Stream == entry.Stream && ReferenceEquals(next.Parent, entry.Parent))
        {
            following.Insert(0, text[^1]);
        }
        else if (next is null && text.Length > 1)
        {
            _queue.AddFirst(new IopubEntry(entry.Parent) { Stream = entry.Stream, Text = new StringBuilder().Append(text[^1]), Weight = 0 });
        }
        else
        {
            return;
        }
        text.Length--;
    }

    private void Send(IopubEntry entry)
    {
        if (entry.Text is { Length: 0 }) return;
        var content = entry.Content ?? new StreamText(entry.Stream!, entry.Text!.ToString());
        IReadOnlyList<ReadOnlyMemory<byte>> frames;
        try
        {
            frames = Encode(entry, content);
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
