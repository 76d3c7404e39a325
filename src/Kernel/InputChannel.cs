using Qiansi.Contracts;
using Qiansi.Jupyter;
using Qiansi.Jupyter.Messages;
using Qiansi.Jupyter.Zmtp;

namespace Qiansi.Kernel;

/// <summary>Asks the person at a front end for a line, over stdin.</summary>
internal sealed class InputChannel(RouterSocket socket, MessageCodec codec, IopubPublisher iopub, string session)
{
    private readonly Lock _gate = new();
    private Question? _open;

    /// <summary>Asks the front end that sent a request.</summary>
    /// <exception cref="InputUnavailableException">The front end answers that it cannot ask.</exception>
    /// <exception cref="OperationCanceledException">The cell was interrupted.</exception>
    public async Task<string> AskAsync(Message request, string prompt, bool password, CancellationToken cancellation)
    {
        var content = new InputRequest(prompt, password);
        var message = new Message(MessageHeader.Create(content.MessageType, session, Environment.UserName), request.Header,
            content)
        { Identities = request.Identities };
        var question = new Question(message.Header.Id, request.Identities);
        // What was printed so far must be seen above the question.
        await iopub.FlushAsync().WaitAsync(cancellation).ConfigureAwait(false);
        lock (_gate)
        {
            if (_open is not null)
                throw new InputUnavailableException("Another part of the cell is already waiting for input; read one line at a time.");
            _open = question;
        }
        try
        {
            await socket.SendAsync(new Multipart([.. codec.Encode(message)]), cancellation).ConfigureAwait(false);
            return await question.Answer.Task.WaitAsync(cancellation).ConfigureAwait(false);
        }
        finally
        {
            lock (_gate) _open = null;
        }
    }

    /// <summary>Receives answers until the socket is closed.</summary>
    public void Run(CancellationToken cancellation)
    {
        while (!cancellation.IsCancellationRequested)
        {
            try
            {
                Take(codec.Decode(socket.Receive(cancellation)));
            }
            catch (MessageFormatException e)
            {
                KernelLog.WriteDropped("stdin", e.Message);
            }
            catch (Exception e) when (e is OperationCanceledException or ObjectDisposedException)
            {
                return;
            }
        }
    }

    private void Take(Message message)
    {
        Question? question;
        lock (_gate) question = _open;
        if (question is null || message.Content is not InputReply reply || !question.IsFrom(message)) return;
        // Front ends differ in the parent they give: ours names the question, older ones name the cell or nothing.
        // Only another question's answer is stale.
        if (message.Parent is { MessageType: "input_request" } parent && parent.Id != question.Id) return;
        if (reply.Status == ReplyStatus.Ok) question.Answer.TrySetResult(reply.Value);
        else question.Answer.TrySetException(new InputUnavailableException(reply.Error?.Value ?? "The front end cannot ask for input."));
    }

    private sealed record Question(string Id, IReadOnlyList<ReadOnlyMemory<byte>> Identities)
    {
        public TaskCompletionSource<string> Answer { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public bool IsFrom(Message message) => message.Identities.Count > 0 && Identities.Count > 0
            && message.Identities[0].Span.SequenceEqual(Identities[0].Span);
    }
}
