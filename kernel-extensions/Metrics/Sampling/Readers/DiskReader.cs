using System.Text;

namespace Qiansi.Metrics.Sampling.Readers;

/// <summary>
/// Bytes read from and written to whole disks, from <c>/proc/diskstats</c>; partitions and what lies on other disks (loops, mappers, RAM)
/// would count twice.
/// </summary>
internal sealed class DiskReader(SystemPaths paths) : IDisposable
{
    private const int SectorBytes = 512; // of this file, whatever the disk's own are
    private static readonly string[] Layered = ["loop", "ram", "zram", "dm-", "md", "sr"];

    private readonly RereadFile _file = new(paths.Proc("diskstats"), 8192);
    private readonly List<byte[]> _disks = [];
    private long _listedAt = long.MinValue;

    /// <summary>Bytes since the system started.</summary>
    /// <exception cref="IOException">There is no such file.</exception>
    public (long Read, long Written) Read()
    {
        ListDisks();
        long read = 0, written = 0;
        var text = _file.Read();
        while (ByteText.NextLine(ref text, out var line))
        {
            ByteText.NextWord(ref line);
            ByteText.NextWord(ref line);
            if (!IsDisk(ByteText.NextWord(ref line))) continue;
            for (var i = 0; i < 2; i++) ByteText.NextWord(ref line); // reads, reads merged
            read += ByteText.NextNumber(ref line);
            for (var i = 0; i < 3; i++) ByteText.NextWord(ref line); // time reading, writes, writes merged
            written += ByteText.NextNumber(ref line);
        }

        return (read * SectorBytes, written * SectorBytes);
    }

    public void Dispose() => _file.Dispose();

    private bool IsDisk(ReadOnlySpan<byte> name)
    {
        foreach (var disk in _disks)
            if (name.SequenceEqual(disk)) return true;
        return false;
    }

    /// <summary>Disks come and go seldom: once a minute.</summary>
    private void ListDisks()
    {
        if (_listedAt != long.MinValue && Environment.TickCount64 - _listedAt < 60_000) return;
        _listedAt = Environment.TickCount64;
        _disks.Clear();
        var names = Directory.GetFileSystemEntries(paths.Sys("block")).Select(p => Path.GetFileName(p));
        _disks.AddRange(names.Where(n => !Layered.Any(l => n.StartsWith(l, StringComparison.Ordinal))).Select(Encoding.ASCII.GetBytes));
    }
}
