namespace Qiansi.Engine.Comms;

/// <summary>How comms reach the front ends; given by whoever hosts the session.</summary>
public interface ICommTransport
{
    /// <summary>Tells the front ends of a comm opened here.</summary>
    void Open(Comm comm, string json, IReadOnlyList<ReadOnlyMemory<byte>> buffers);

    /// <summary>Sends data on a comm.</summary>
    void Send(Comm comm, string json, IReadOnlyList<ReadOnlyMemory<byte>> buffers);

    /// <summary>Tells the front ends that a comm was closed here.</summary>
    void Close(Comm comm, string json);
}
