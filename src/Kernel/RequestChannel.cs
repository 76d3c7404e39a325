using Qiansi.Jupyter;
using Qiansi.Jupyter.Messages;
using Qiansi.Jupyter.Zmtp;

namespace Qiansi.Kernel;

/// <summary>A ROUTER from which requests come and on which their replies go back; blocks its caller, so it needs no pool thread.</summary>
internal sealed class RequestChannel(RouterSocket socket, MessageCodec codec, IopubPublisher iopub, string session, string name)
{
    /// <summary>The next request; null once the kernel ends.</summary>
    public Message? Receive(CancellationToken ending)
    {
        while (!ending.IsCancellationRequested)
        {
            try
            {
                return codec.Decode(socket.Receive(ending));
            }
            catch (MessageFormatException e)
            {
                KernelLog.WriteDropped(name, e.Message);
            }
            catch (Exception e) when (e is OperationCanceledException or ObjectDisposedException)
            {
                break;
            }
        }
        return null;
    }

    /// <summary>The next request that is here already, or null.</summary>
    public Message? ReceiveWaiting()
    {
        while (socket.TryReceive(out var frames))
        {
            try
            {
                return codec.Decode(frames);
            }
            catch (MessageFormatException e)
            {
                KernelLog.WriteDropped(name, e.Message);
            }
        }
        return null;
    }

    /// <summary>Handles a request between the statuses busy and idle.</summary>
    public void Serve(Message request, Func<Message, MessageContent?> handle)
    {
        iopub.Announce(request.Header, new StatusContent("busy"));
        MessageContent? reply;
        try
        {
            reply = handle(request);
        }
        catch (Exception e)
        {
            // Whatever went wrong, the front end must not wait for ever.
            KernelLog.Write($"{request.Header.MessageType}: {e}");
            reply = FailedReply.For(request, e);
            if (reply is ExecuteReply { Error: { } error })
                iopub.Announce(request.Header, new ErrorContent(error.Name, error.Value, error.Traceback));
        }
        if (reply is not null) Reply(request, reply);
        iopub.Announce(request.Header, new StatusContent("idle"));
    }

    private void Reply(Message request, MessageContent content)
    {
        var message = new Message(MessageHeader.Create(content.MessageType, session, Environment.UserName), request.Header,
            content)
        { Identities = request.Identities };
        try
        {
            // Not cancelled by the kernel's end: the reply to a shutdown has to get out. A peer that takes nothing is given up,
            // others wait behind it.
            using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(10));
            socket.Send(new Multipart([.. codec.Encode(message)]), limit.Token);
        }
        catch (Exception e) when (e is OperationCanceledException or ObjectDisposedException or MessageFormatException or ZmtpException)
        {
            KernelLog.Write($"{name}: {content.MessageType} could not be sent: {e.Message}");
        }
    }
}
