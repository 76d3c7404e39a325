using System.Text.Json;

namespace Qiansi.Jupyter.Messages;

/// <summary>Content without fields: the requests whose type says everything.</summary>
public abstract record EmptyContent : MessageContent
{
    private protected sealed override void WriteFields(Utf8JsonWriter json)
    {
    }
}

/// <summary><c>kernel_info_request</c>: what are you?</summary>
public sealed record KernelInfoRequest : EmptyContent
{
    /// <inheritdoc />
    public override string MessageType => "kernel_info_request";
}

/// <summary><c>interrupt_request</c>, on control: stop the running cell.</summary>
public sealed record InterruptRequest : EmptyContent
{
    /// <inheritdoc />
    public override string MessageType => "interrupt_request";
}

/// <summary><c>connect_request</c> (deprecated in the specification): which ports?</summary>
public sealed record ConnectRequest : EmptyContent
{
    /// <inheritdoc />
    public override string MessageType => "connect_request";
}
