using System.Diagnostics;

namespace Qiansi.Tool.Doctor.Probes;

/// <summary>Where caches are, how large they have become, and how much room is left.</summary>
internal static class DiskProbe
{
    private const string Area = "Disk";
    private const long LowSpace = 2L << 30;

    /// <summary>Looks.</summary>
    public static Task<IReadOnlyList<DoctorRow>> RunAsync(DoctorEnvironment environment, CancellationToken cancellation)
    {
        var rows = new List<DoctorRow>();
        var limit = environment.Limit / 4;
        foreach (var root in environment.CacheRoots.Distinct())
        {
            rows.Add(
                Folder("cache", root, "what was fetched once need not be fetched again; may be deleted at any time", limit, cancellation));
        }
        var packages = environment.Variable("NUGET_PACKAGES") ?? Path.Combine(environment.Home, ".nuget", "packages");
        rows.Add(Folder("NuGet packages", packages,
            "packages that #r \"nuget:\" has unpacked; dotnet nuget locals global-packages --clear empties it", limit, cancellation));
        rows.Add(Space(environment.CacheRoots[0]));
        return Task.FromResult<IReadOnlyList<DoctorRow>>(rows);
    }

    private static DoctorRow Folder(string name, string path, string why, TimeSpan limit, CancellationToken cancellation)
    {
        if (!Directory.Exists(path)) return DoctorRow.Found(Area, name, why, path: path, detail: "empty");
        var watch = Stopwatch.StartNew();
        long size = 0;
        var whole = true;
        var options = new EnumerationOptions
        {
            RecurseSubdirectories = true,
            IgnoreInaccessible = true,
            AttributesToSkip = FileAttributes.ReparsePoint
        };
        foreach (var file in new DirectoryInfo(path).EnumerateFiles("*", options))
        {
            cancellation.ThrowIfCancellationRequested();
            size += file.Length;
            if (watch.Elapsed <= limit) continue;
            whole = false;
            break;
        }
        return DoctorRow.Found(Area, name, why, path: path, detail: (whole ? "" : "more than ") + Size(size));
    }

    private static DoctorRow Space(string path)
    {
        const string Why = "packages, data sets and bundles are unpacked here";
        var at = Path.GetFullPath(path);
        while (!Directory.Exists(at) && Path.GetDirectoryName(at) is { } parent) at = parent;
        var drive = new DriveInfo(at);
        var detail = $"{Size(drive.AvailableFreeSpace)} free of {Size(drive.TotalSize)}";
        return drive.AvailableFreeSpace >= LowSpace
            ? DoctorRow.Found(Area, "free space", Why, path: at, detail: detail)
            : new DoctorRow(Area, "free space", DoctorStatus.Problem, null, at, detail, Why, "empty the caches above");
    }

    /// <summary>Bytes in words: <c>1.5 GiB</c>.</summary>
    internal static string Size(long bytes)
    {
        string[] units = ["bytes", "KiB", "MiB", "GiB", "TiB"];
        double value = bytes;
        var unit = 0;
        while (value >= 1024 && unit < units.Length - 1)
        {
            value /= 1024;
            unit++;
        }
        return string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{value:0.#} {units[unit]}");
    }
}
