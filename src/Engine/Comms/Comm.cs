using System.Text.Json;
using Qiansi.Runtime;

namespace Qiansi.Engine.Comms;

/// <summary>A channel between an object in a cell and one in the front end (Jupyter messaging, "Custom Messages");
/// what widgets talk over.</summary>
/// <remarks>Handlers run between cells, in the order of arrival: data that arrives while a cell runs waits
/// until the cell has ended.</remarks>
public sealed class Comm
{
    private readonly CommRegistry _registry;

    internal Comm(CommRegistry registry, string id, string targetName) => (_registry, Id, TargetName) = (registry, id, targetName);

    /// <summary>Id of the channel, the same on both sides.</summary>
    public string Id { get; }

    /// <summary>Who answers on the other side.</summary>
    public string TargetName { get; }

    /// <summary>Whether it can still be sent on.</summary>
    public bool IsOpen { get; private set; } = true;

    /// <summary>The front end sent data.</summary>
    public event Action<CommData>? Received;

    /// <summary>The front end closed the channel.</summary>
    public event Action<CommData>? Closed;

    /// <summary>Opens a channel to a target that the front end knows, from a cell.</summary>
    /// <param name="targetName">Name the front end has registered.</param>
    /// <param name="data">First data: anything that serialises to JSON, or a <see cref="JsonElement"/>.</param>
    /// <param name="buffers">Binary parts, not copied.</param>
    /// <exception cref="InvalidOperationException">No cell is running, or the session has no front end with comms.</exception>
    public static Comm Open(string targetName, object? data = null, params IReadOnlyList<ReadOnlyMemory<byte>> buffers) =>
        Registry.Open(targetName, ToJson(data), buffers);

    /// <summary>Accepts channels that the front end opens to a target; a second call for the same name replaces the first.</summary>
    /// <param name="targetName">Name the front end uses.</param>
    /// <param name="opened">Given the new channel and its first data; adds its handlers there.</param>
    /// <exception cref="InvalidOperationException">No cell is running.</exception>
    public static void OnOpen(string targetName, Action<Comm, CommData> opened) => Registry.Accept(targetName, opened);

    /// <summary>Sends data.</summary>
    /// <exception cref="InvalidOperationException">The channel is closed.</exception>
    public void Send(object? data, params IReadOnlyList<ReadOnlyMemory<byte>> buffers)
    {
        if (!IsOpen) throw new InvalidOperationException($"The comm '{TargetName}' ({Id}) is closed; open another.");
        _registry.Transport.Send(this, ToJson(data), buffers);
    }

    /// <summary>Closes the channel; does nothing when it is closed already.</summary>
    public void Close(object? data = null)
    {
        if (!IsOpen) return;
        IsOpen = false;
        _registry.Remove(this);
        _registry.Transport.Close(this, ToJson(data));
    }

    internal void Receive(CommData data) => Received?.Invoke(data);

    internal void ReceiveClose(CommData data)
    {
        IsOpen = false;
        Closed?.Invoke(data);
    }

    private static CommRegistry Registry => CommRegistry.Of(CurrentCell.Context?.Session
        ?? throw new InvalidOperationException("Comms are opened and accepted from a cell; no cell is running here."));

    private static string ToJson(object? data) => data switch
    {
        null => "{}",
        JsonElement element => element.GetRawText(),
        _ => JsonSerializer.Serialize(data, data.GetType()),
    };
}
