using System.Globalization;

namespace Qiansi.Metrics.Sampling.Readers;

/// <summary>
/// Limits of the cgroups this process is in (a container's, a job's), versions 1 and 2; the smallest on the way up counts.
/// </summary>
internal sealed class CgroupReader(SystemPaths paths) : IDisposable
{
    private const long Unlimited = long.MaxValue / 2; // version 1 writes a huge number

    private RereadFile? _usage;
    private RereadFile? _statistics;
    private long _lookedAt = long.MinValue;

    /// <summary>Bytes the tightest group may use, null without a limit.</summary>
    public long? MemoryLimit { get; private set; }

    /// <summary>Processors the groups may use together, null without a limit.</summary>
    public double? Cpus { get; private set; }

    /// <summary>Bytes that group uses, without the cache that would be dropped first.</summary>
    /// <exception cref="IOException">The group is gone.</exception>
    public long? ReadUsed()
    {
        // Limits change seldom.
        if (_lookedAt == long.MinValue || Environment.TickCount64 - _lookedAt > 30_000) Look();
        if (_usage is null) return null;
        var used = ByteText.Number(_usage.Read());
        return used is { } bytes ? Math.Max(0, bytes - InactiveFile()) : null;
    }

    public void Dispose()
    {
        _usage?.Dispose();
        _statistics?.Dispose();
    }

    private void Look()
    {
        _lookedAt = Environment.TickCount64;
        Dispose();
        (_usage, _statistics, MemoryLimit, Cpus) = (null, null, null, null);
        foreach (var line in File.ReadLines(paths.Proc("self/cgroup")))
        {
            // "0::/path" for version 2, "4:memory:/path" for a controller of version 1.
            if (line.Split(':', 3) is not [_, var controllers, var group]) continue;
            if (controllers.Length == 0) Walk(paths.Sys("fs/cgroup"), group, "memory.max", "memory.current", Cpu2);
            else if (controllers.Split(',').Contains("memory"))
                Walk(paths.Sys("fs/cgroup/memory"), group, "memory.limit_in_bytes", "memory.usage_in_bytes", null);
            else if (controllers.Split(',').Contains("cpu")) Walk(CpuFolder(controllers), group, null, null, Cpu1);
        }
    }

    private string CpuFolder(string controllers) =>
        paths.Sys(Directory.Exists(paths.Sys("fs/cgroup/" + controllers)) ? "fs/cgroup/" + controllers : "fs/cgroup/cpu");

    /// <summary>
    /// From the group up to the mount's root. Inside a container the path may be one that only the host sees; then the root is the group.
    /// </summary>
    private void Walk(string mount, string group, string? limitName, string? usageName, Func<string, double?>? cpus)
    {
        var folder = Path.Combine(mount, group.TrimStart('/'));
        if (!Directory.Exists(folder)) folder = mount;
        for (; folder.Length >= mount.Length; folder = Path.GetDirectoryName(folder)!)
        {
            if (cpus?.Invoke(folder) is { } count && !(count >= Cpus)) Cpus = count;
            if (limitName is null || Line(folder, limitName) is not { } text || !long.TryParse(text, out var limit) || limit >= Unlimited
                || limit >= MemoryLimit) continue;
            MemoryLimit = limit;
            Dispose();
            _usage = new(Path.Combine(folder, usageName!), 64);
            _statistics = new(Path.Combine(folder, "memory.stat"));
        }
    }

    private static double? Cpu2(string folder) =>
        Line(folder, "cpu.max")?.Split(' ') is [var quota, var period] ? Share(quota, period) : null;

    private static double? Cpu1(string folder) =>
        Line(folder, "cpu.cfs_quota_us") is { } quota && Line(folder, "cpu.cfs_period_us") is { } period ? Share(quota, period) : null;

    private static double? Share(string quota, string period) =>
        double.TryParse(quota, CultureInfo.InvariantCulture, out var q) && q > 0
            && double.TryParse(period, CultureInfo.InvariantCulture, out var p) && p > 0 ? q / p : null;

    private static string? Line(string folder, string name)
    {
        var path = Path.Combine(folder, name);
        return File.Exists(path) ? File.ReadAllText(path).Trim() : null;
    }

    private long InactiveFile()
    {
        if (_statistics is null || !File.Exists(_statistics.FilePath)) return 0;
        var text = _statistics.Read();
        while (ByteText.NextLine(ref text, out var line))
        {
            if (!line.StartsWith("inactive_file "u8) && !line.StartsWith("total_inactive_file "u8)) continue;
            ByteText.NextWord(ref line);
            return ByteText.NextNumber(ref line);
        }

        return 0;
    }
}
