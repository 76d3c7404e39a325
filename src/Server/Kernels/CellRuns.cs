using Qiansi.Server.Channels;

namespace Qiansi.Server.Kernels;

/// <summary>The cells that a kernel runs or has still to run, and those that ended while no page was there;
/// not for several threads at once.</summary>
internal sealed class CellRuns
{
    private const int MostKept = 1000;

    // A page that is being loaded may have read the file just before the outputs came into it.
    private static readonly TimeSpan Loading = TimeSpan.FromSeconds(30);

    private readonly LinkedList<(string Request, CellRun Run)> _runs = [];

    /// <summary>Notes a request; front ends write the cell's id into its metadata.</summary>
    public void Asked(ClientChannels client, KernelMessage request)
    {
        if (request.Head.Type != "execute_request" || JsonField.Text(request.Metadata.Span, "cellId"u8) is not { Length: > 0 } cell) return;
        // What the cell had from an earlier run has lost its meaning.
        Remove(r => r.IsFinished && r.Cell == cell || IsOld(r));
        _runs.AddLast((request.Head.Id, new(client, request.Header, cell, JsonField.Text(request.Content.Span, "code"u8) ?? "")));
        if (_runs.Count > MostKept) _runs.RemoveFirst();
    }

    /// <summary>Notes what the kernel publishes; gives back the run that has come to its end by it.</summary>
    public CellRun? Observe(KernelMessage message)
    {
        if (Of(message) is not { IsFinished: false } run) return null;
        run.Take(message);
        return run.IsFinished ? run : null;
    }

    /// <summary>A cell asks its person something.</summary>
    public void Questioned(KernelMessage question)
    {
        if (Of(question) is { } run) run.Question = question;
    }

    /// <summary>A front end answers: gives back the one that has asked for the cell and got its question, which may be another.</summary>
    public ClientChannels? Answered(KernelMessage answer)
    {
        // The parent is the question, or, from pages that know no better, the request.
        if (JsonField.Text(answer.Parent.Span, "msg_id"u8) is not { } parent) return null;
        foreach (var (request, run) in _runs)
        {
            if (run.Question is not { } question || parent != request && parent != question.Head.Id) continue;
            run.Question = null;
            return run.Asker;
        }
        return null;
    }

    /// <summary>The kernel has ended, and with it all its cells: gives back those that had begun or waited.</summary>
    public IReadOnlyList<CellRun> EndAll()
    {
        List<CellRun> ended = [.. _runs.Select(r => r.Run).Where(r => !r.IsFinished)];
        foreach (var run in ended) run.IsFinished = true;
        return ended;
    }

    /// <summary>A front end has come: all that it has missed.</summary>
    public void Join(ClientChannels client)
    {
        Remove(IsOld);
        foreach (var (_, run) in _runs)
        {
            if (run.IsSeen) continue;
            run.AddFollower(client);
            foreach (var message in run.Story) client.Keep(ChannelName.Iopub, message);
            if (run is { IsFinished: false, Question: { } question }) client.Keep(ChannelName.Stdin, question);
        }
    }

    /// <summary>Whether a cell that this front end has asked for has not ended: it asks and answers by that one's channels.</summary>
    public bool IsNeeded(ClientChannels client) => _runs.Any(r => r.Run.Asker == client && !r.Run.IsFinished);

    /// <summary>The runs that a page saw the end of just before it left, the last of those that showed them.</summary>
    public IReadOnlyList<CellRun> Left()
    {
        List<CellRun> left = [.. _runs.Select(r => r.Run).Where(r => r.IsSeen && !r.IsFollowed)];
        foreach (var run in left) run.IsSeen = false;
        return left;
    }

    /// <summary>A page has all of a run, and is still there.</summary>
    public void Forget(CellRun run) => Remove(r => r == run && r.IsSeen);

    private static bool IsOld(CellRun run) => run.Saved is { } saved && DateTime.UtcNow - saved.Time > Loading;

    private CellRun? Of(KernelMessage message) =>
        _runs.Count > 0 && JsonField.Text(message.Parent.Span, "msg_id"u8) is { } request
            ? _runs.FirstOrDefault(r => r.Request == request).Run
            : null;

    private void Remove(Predicate<CellRun> isMeant)
    {
        for (var node = _runs.First; node is not null;)
        {
            var next = node.Next;
            if (isMeant(node.Value.Run)) _runs.Remove(node);
            node = next;
        }
    }
}
