using Qiansi.Jupyter;
using Qiansi.Jupyter.Messages;
using Qiansi.Jupyter.Zmtp;

namespace Qiansi.Kernel;

/// <summary>The kernel's five sockets, bound.</summary>
internal sealed class KernelSockets : IDisposable
{
    public KernelSockets(ConnectionInfo connection, MessageCodec codec, string session)
    {
        Connection = connection;
        // A subscriber that is slow is waited for: outputs are not to be lost. One that takes nothing at all is cut off,
        // and cannot hold up the others.
        Iopub = new PubSocket
        {
            SlowSubscriber = SlowSubscriberPolicy.WaitThenDisconnect,
            SendHighWaterMarkBytes = 32L << 20,
            Welcome = Welcome
        };
        try
        {
            Heartbeat.Bind(connection.Endpoint(connection.HeartbeatPort));
            Iopub.Bind(connection.Endpoint(connection.IopubPort));
            Control.Bind(connection.Endpoint(connection.ControlPort));
            Stdin.Bind(connection.Endpoint(connection.StdinPort));
            Shell.Bind(connection.Endpoint(connection.ShellPort));
        }
        catch
        {
            Dispose();
            throw;
        }

        Multipart Welcome(ReadOnlyMemory<byte> topic)
        {
            var content = new IopubWelcome(System.Text.Encoding.UTF8.GetString(topic.Span));
            var message = new Message(
                MessageHeader.Create(content.MessageType, session, Environment.UserName), null, content)
            { Identities = [topic] };
            return new Multipart([.. codec.Encode(message)]);
        }
    }

    public ConnectionInfo Connection { get; }

    public RouterSocket Shell { get; } = new();

    public RouterSocket Control { get; } = new();

    public RouterSocket Stdin { get; } = new();

    public PubSocket Iopub { get; }

    public RepSocket Heartbeat { get; } = new();

    public void Dispose()
    {
        Heartbeat.Linger = TimeSpan.Zero;
        // Together, so that they linger together.
        var closing = new[] { Shell.DisposeAsync().AsTask(), Control.DisposeAsync().AsTask(), Stdin.DisposeAsync().AsTask(),
            Iopub.DisposeAsync().AsTask(), Heartbeat.DisposeAsync().AsTask() };
        Task.WaitAll(closing);
    }
}
