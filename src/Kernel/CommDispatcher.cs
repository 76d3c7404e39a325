using System.Text.Json;
using Qiansi.Engine.Comms;
using Qiansi.Jupyter;
using Qiansi.Jupyter.Messages;
using Qiansi.Kernel.Values;

namespace Qiansi.Kernel;

/// <summary>Carries comms between the session's registry and the front ends.</summary>
internal sealed class CommDispatcher(KernelLife life, IopubPublisher iopub) : ICommTransport
{
    private Message? _handled;
    private CommRegistry? _registry;

    private CommRegistry Registry
    {
        get
        {
            if (_registry is null)
            {
                _registry = CommRegistry.Of(life.Session);
                _registry.Transport = this;
                _registry.Accept(ValueTarget.Name, new ValueTarget(life.Session).Answer);
                _registry.Answer(EditorTarget.Name, new EditorTarget(life.Session).Answer);
            }
            return _registry;
        }
    }

    private MessageHeader? Parent => _handled?.Header ?? life.Running;

    /// <summary>A front end opened a comm, sent on one, or closed one.</summary>
    public void Dispatch(Message message)
    {
        _handled = message;
        try
        {
            switch (message.Content)
            {
                case CommOpen open when !Registry.ReceiveOpen(open.CommId, open.TargetName, Data(open.Data)):
                    KernelLog.Write($"comm_open: nothing in this session accepts '{open.TargetName}'.");
                    iopub.Announce(Parent, new CommClose(open.CommId, RawJson.Empty));
                    break;
                case CommMessage sent when !Registry.Receive(sent.CommId, Data(sent.Data)):
                    KernelLog.Write($"comm_msg: no comm '{sent.CommId}' is open.");
                    break;
                case CommClose close:
                    Registry.ReceiveClose(close.CommId, Data(close.Data));
                    break;
                default:
                    break;
            }
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            // The handler is the user's code; its failure belongs under the reader's eyes, not only in the log.
            iopub.Announce(Parent,
                new ErrorContent(e.GetType().Name, e.Message,
                    Traceback.Colour(new(e.GetType().Name, e.Message,
                        [$"{e.GetType().Name} in a comm handler: {e.Message}", .. (e.StackTrace ?? "").Split('\n')]))));
        }
        finally
        {
            _handled = null;
        }

        CommData Data(RawJson json)
        {
            using var document = JsonDocument.Parse(json.ToString());
            return new(document.RootElement.Clone(), message.Buffers);
        }
    }

    /// <summary>The open comms.</summary>
    public CommInfoReply Info(CommInfoRequest request) =>
        new([.. Registry.All.Where(c => request.TargetName is null || c.TargetName == request.TargetName)
            .Select(c => (c.Id, c.TargetName))]);

    /// <summary>Makes the session's comms come here.</summary>
    public void Attach() => _ = Registry;

    void ICommTransport.Open(Comm comm, string json, IReadOnlyList<ReadOnlyMemory<byte>> buffers) =>
        iopub.Publish(Parent, new CommOpen(comm.Id, comm.TargetName, new(json)), buffers);

    void ICommTransport.Send(Comm comm, string json, IReadOnlyList<ReadOnlyMemory<byte>> buffers) =>
        iopub.Publish(Parent, new CommMessage(comm.Id, new(json)), buffers);

    void ICommTransport.Close(Comm comm, string json) => iopub.Publish(Parent, new CommClose(comm.Id, new(json)));
}
