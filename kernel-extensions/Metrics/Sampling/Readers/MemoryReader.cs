namespace Qiansi.Metrics.Sampling.Readers;

/// <summary>Memory of the machine, from <c>/proc/meminfo</c>.</summary>
internal sealed class MemoryReader(SystemPaths paths) : IDisposable
{
    private readonly RereadFile _file = new(paths.Proc("meminfo"));

    /// <summary>Bytes of RAM, and of them what programs cannot have.</summary>
    /// <exception cref="IOException">There is no such file.</exception>
    public (long Total, long Used) Read()
    {
        long total = 0, available = 0;
        var text = _file.Read();
        while ((total == 0 || available == 0) && ByteText.NextLine(ref text, out var line))
        {
            if (line.StartsWith("MemTotal:"u8)) total = Kibibytes(line);
            else if (line.StartsWith("MemAvailable:"u8)) available = Kibibytes(line);
        }

        return (total, Math.Max(0, total - available));
    }

    public void Dispose() => _file.Dispose();

    private static long Kibibytes(ReadOnlySpan<byte> line)
    {
        ByteText.NextWord(ref line);
        return ByteText.NextNumber(ref line) * 1024;
    }
}
