using Qiansi.Documents;
using Qiansi.Documents.Collecting;
using Qiansi.Jupyter.Client;
using Qiansi.Jupyter.Messages;
using Qiansi.Server.Channels;

namespace Qiansi.Server.Kernels;

/// <summary>A cell of a notebook that a kernel was asked to run, with all that has come of it; not for several threads at once.</summary>
/// <param name="asker">The front end that has asked.</param>
/// <param name="request">Header of the request.</param>
/// <param name="cell">Id of the cell.</param>
/// <param name="code">What was to be run.</param>
internal sealed class CellRun(ClientChannels asker, ReadOnlyMemory<byte> request, string cell, string code)
{
    private const long KeptBytes = 64L << 20;
    private const int MostKept = 100_000;
    private readonly KeptMessages _messages = new(KeptBytes, MostKept);
    private readonly List<ClientChannels> _followers = [asker];

    public string Cell => cell;

    public string Code => code;

    /// <summary>The front end that has asked.</summary>
    public ClientChannels Asker => asker;

    /// <summary>Whether no more will come.</summary>
    public bool IsFinished { get; set; }

    /// <summary>The change of the file by which the outputs came into it, and when; null when they did not.</summary>
    public (FileChange Change, DateTime Time)? Saved { get; set; }

    /// <summary>Whether it came to its end with a front end there to show it.</summary>
    public bool IsSeen { get; set; }

    /// <summary>Whether a front end that is told of it has a connection now.</summary>
    public bool IsFollowed => _followers.Exists(f => f.IsAttached);

    /// <summary>All there is of it, for a front end that comes later: which cell it is, and what the kernel has published.</summary>
    public IEnumerable<KernelMessage> Story =>
        [ServerMessage.Running(cell, request, Saved?.Change), .. _messages.All.Select(m => m.Message)];

    /// <summary>The question whose answer the cell waits for; null while it asks nothing.</summary>
    public KernelMessage? Question { get; set; }

    /// <summary>A front end is told of it from now on.</summary>
    public void AddFollower(ClientChannels client) => _followers.Add(client);

    /// <summary>The kernel has published something about it.</summary>
    public void Take(KernelMessage message)
    {
        _messages.Add(ChannelName.Iopub, message);
        IsFinished |= message.Head.Type == "status" && JsonField.Text(message.Content.Span, "execution_state"u8) == "idle";
    }

    /// <summary>Gives a cell of a document number and outputs of this run.</summary>
    public void WriteTo(Cell target)
    {
        var outputs = new NotebookOutputs();
        var execution = new PendingExecution(outputs.Collect(target), null);
        foreach (var (_, message) in _messages.All)
        {
            var content = ContentReader.Read(message.Head.Type, message.Content);
            if (content is ExecuteInput input) target.ExecutionCount = input.ExecutionCount;
            execution.Take(content);
        }
        if (execution.Idle.Exception is { } failure) throw failure;
        outputs.Apply();
    }
}
