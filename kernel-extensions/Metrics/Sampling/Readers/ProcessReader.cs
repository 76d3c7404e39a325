namespace Qiansi.Metrics.Sampling.Readers;

/// <summary>This process: memory in RAM and number of threads, from <c>/proc/self</c>.</summary>
internal sealed class ProcessReader(SystemPaths paths) : IDisposable
{
    private readonly RereadFile _statm = new(paths.Proc("self/statm"), 256);
    private readonly RereadFile _stat = new(paths.Proc("self/stat"), 1024);

    /// <summary>Bytes in RAM, and threads.</summary>
    /// <exception cref="IOException">There is no such file.</exception>
    public (long Memory, int Threads) Read()
    {
        var statm = _statm.Read();
        ByteText.NextWord(ref statm);
        var memory = ByteText.NextNumber(ref statm) * Environment.SystemPageSize;

        // The name in parentheses may hold spaces; the threads are the 18th word after it.
        var stat = _stat.Read();
        stat = stat[(stat.LastIndexOf((byte)')') + 1)..];
        for (var i = 0; i < 17; i++) ByteText.NextWord(ref stat);
        return (memory, (int)ByteText.NextNumber(ref stat));
    }

    public void Dispose()
    {
        _statm.Dispose();
        _stat.Dispose();
    }
}
