namespace Qiansi.Server.Channels;

/// <summary>The channels of a kernel that a front end talks over.</summary>
internal enum ChannelName
{
    Shell,
    Control,
    Stdin,
    Iopub,
}

internal static class ChannelNames
{
    /// <summary>The name on the wire.</summary>
    public static string Text(this ChannelName channel) => channel switch
    {
        ChannelName.Shell => "shell",
        ChannelName.Control => "control",
        ChannelName.Stdin => "stdin",
        _ => "iopub",
    };

    /// <summary>The channel of a name on the wire that front ends send on; null for any other.</summary>
    public static ChannelName? Find(ReadOnlySpan<byte> name) =>
        name.SequenceEqual("shell"u8) ? ChannelName.Shell
        : name.SequenceEqual("control"u8) ? ChannelName.Control
        : name.SequenceEqual("stdin"u8) ? ChannelName.Stdin
        : null;
}
