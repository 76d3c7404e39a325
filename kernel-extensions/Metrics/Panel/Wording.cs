using System.Globalization;
using Qiansi.Drawing;

namespace Qiansi.Metrics.Panel;

/// <summary>Figures in words, the same in picture and text.</summary>
internal static class Wording
{
    /// <summary>Stands where a figure could not be had.</summary>
    public const string Unknown = "—";

    public static string Percent(double? value) =>
        value is { } v ? v.ToString(v is > 0 and < 9.95 ? "0.#" : "0", CultureInfo.InvariantCulture) + " %" : Unknown;

    public static string Bytes(double? value) => value is { } v ? NumberText.Bytes(v) : Unknown;

    public static string Rate(double? bytes) => bytes is { } v ? NumberText.Bytes(Math.Round(v)) + "/s" : Unknown;

    /// <summary><c>6.1 of 24 GiB</c>, both in the unit of the whole.</summary>
    public static string Share(long used, long total)
    {
        var whole = NumberText.Bytes(total);
        var unit = whole[(whole.IndexOf(' ') + 1)..];
        var size = unit switch { "B" => 1.0, "KiB" => 1L << 10, "MiB" => 1L << 20, "GiB" => 1L << 30, "TiB" => 1L << 40, _ => 1L << 50 };
        return $"{NumberText.Short(used / size, used / size < 1 ? 2 : 3)} of {whole}";
    }

    /// <summary><c>500 ms</c>, <c>2 s</c>.</summary>
    public static string Interval(TimeSpan time) => time.TotalSeconds < 1
        ? string.Create(CultureInfo.InvariantCulture, $"{time.TotalMilliseconds:0.#} ms")
        : string.Create(CultureInfo.InvariantCulture, $"{time.TotalSeconds:0.###} s");

    public static string Time(DateTimeOffset time) => time.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture);

    public static string Power(GpuSample gpu) => gpu switch
    {
        { Power: { } power, PowerLimit: { } limit } => string.Create(CultureInfo.InvariantCulture, $"{power:0} of {limit:0} W"),
        { Power: { } power } => string.Create(CultureInfo.InvariantCulture, $"{power:0} W"),
        _ => "",
    };

    public static string Temperature(double? degrees) => degrees is { } d ? string.Create(CultureInfo.InvariantCulture, $"{d:0} °C") : "";

    public static string Clocks(GpuSample gpu) => gpu switch
    {
        { Clock: { } clock, MemoryClock: { } memory } =>
            string.Create(CultureInfo.InvariantCulture, $"{clock:0} MHz, memory {memory:0} MHz"),
        { Clock: { } clock } => string.Create(CultureInfo.InvariantCulture, $"{clock:0} MHz"),
        { MemoryClock: { } memory } => string.Create(CultureInfo.InvariantCulture, $"memory {memory:0} MHz"),
        _ => "",
    };

    /// <summary>The programs on a device, the first four by name.</summary>
    public static string Processes(IReadOnlyList<GpuProcess> processes)
    {
        const int shown = 4;
        var words = processes.Take(shown)
            .Select(p => (p.IsThis ? "this notebook" : $"{(p.Name.Length > 0 ? p.Name : "process")} {p.Id}")
                + (p.Memory is { } bytes ? " " + Bytes(bytes) : ""));
        return string.Join(", ", words) + (processes.Count > shown ? $", and {processes.Count - shown} more" : "");
    }
}
