namespace Qiansi.Metrics.Sampling.Readers;

/// <summary>
/// Processors, from <c>/proc/stat</c>: the share of time between two reads in which they were neither idle nor waiting for disks.
/// </summary>
internal sealed class CpuReader(SystemPaths paths) : IDisposable
{
    private readonly RereadFile _file = new(paths.Proc("stat"), 16384);
    private readonly List<Times> _before = [];

    /// <summary>All processors, null at the first read.</summary>
    public double? Percent { get; private set; }

    /// <summary>Each processor, empty at the first read.</summary>
    public double[] Cores { get; private set; } = [];

    /// <summary>Reads.</summary>
    /// <exception cref="IOException">There is no such file.</exception>
    public void Read()
    {
        var text = _file.Read();
        var cores = new List<double>(_before.Count);
        Percent = null;
        for (var row = 0; ByteText.NextLine(ref text, out var line) && line.StartsWith("cpu"u8); row++)
        {
            ByteText.NextWord(ref line);
            var now = Times.Parse(line);
            var share = row < _before.Count ? now.BusySince(_before[row]) : null;
            if (row == 0) Percent = share;
            else if (row < _before.Count) cores.Add(share ?? 0); // a clock that did not move
            if (row < _before.Count) _before[row] = now;
            else _before.Add(now);
        }

        Cores = [.. cores];
    }

    public void Dispose() => _file.Dispose();

    /// <summary>Ticks since the system started.</summary>
    private readonly record struct Times(long All, long Idle)
    {
        public static Times Parse(ReadOnlySpan<byte> line)
        {
            // user nice system idle iowait irq softirq steal; guest time is in user already.
            long all = 0, idle = 0;
            for (var i = 0; i < 8; i++)
            {
                var ticks = ByteText.NextNumber(ref line);
                all += ticks;
                if (i is 3 or 4) idle += ticks;
            }

            return new(all, idle);
        }

        public double? BusySince(Times before)
        {
            var all = All - before.All;
            return all <= 0 ? null : Math.Clamp(100.0 * (all - (Idle - before.Idle)) / all, 0, 100);
        }
    }
}
