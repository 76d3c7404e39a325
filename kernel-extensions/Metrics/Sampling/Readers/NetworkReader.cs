namespace Qiansi.Metrics.Sampling.Readers;

/// <summary>
/// Bytes received and sent, from <c>/proc/net/dev</c>; interfaces that only hand on what others count (loopback, bridges, containers' ends)
/// are left out.
/// </summary>
internal sealed class NetworkReader(SystemPaths paths) : IDisposable
{
    private readonly RereadFile _file = new(paths.Proc("net/dev"));

    /// <summary>Bytes since the system started.</summary>
    /// <exception cref="IOException">There is no such file.</exception>
    public (long Received, long Sent) Read()
    {
        long received = 0, sent = 0;
        var text = _file.Read();
        while (ByteText.NextLine(ref text, out var line))
        {
            var colon = line.IndexOf((byte)':');
            if (colon < 0 || HandsOn(line[..colon].TrimStart((byte)' '))) continue;
            line = line[(colon + 1)..];
            received += ByteText.NextNumber(ref line);
            for (var i = 0; i < 7; i++) ByteText.NextWord(ref line);
            sent += ByteText.NextNumber(ref line);
        }

        return (received, sent);
    }

    public void Dispose() => _file.Dispose();

    private static bool HandsOn(ReadOnlySpan<byte> name) =>
        name.SequenceEqual("lo"u8) || name.StartsWith("veth"u8) || name.StartsWith("docker"u8) || name.StartsWith("br-"u8)
            || name.StartsWith("virbr"u8)
        || name.StartsWith("cni"u8) || name.StartsWith("ifb"u8);
}
