using System.Text;
using Qiansi.Metrics.Sampling;

namespace Qiansi.Metrics.Gpu.Amd;

/// <summary>One-line files below <c>/sys</c>.</summary>
internal static class SysFile
{
    /// <summary>The line, or null when it cannot be read.</summary>
    public static string? Text(string path)
    {
        try
        {
            return File.Exists(path) ? File.ReadAllText(path).Trim() : null;
        }
        catch (Exception e) when (Notes.IsExpected(e))
        {
            return null;
        }
    }

    /// <summary>The clock that a <c>pp_dpm_…</c> file marks as chosen, MHz: <c>1: 1801Mhz *</c>.</summary>
    public static double? ChosenClock(ReadOnlySpan<byte> text)
    {
        while (ByteText.NextLine(ref text, out var line))
        {
            if (!line.Contains((byte)'*')) continue;
            var colon = line.IndexOf((byte)':');
            return ByteText.Number(line[(colon + 1)..]);
        }

        return null;
    }

    /// <summary>ASCII text of a span.</summary>
    public static string Text(ReadOnlySpan<byte> text) => Encoding.ASCII.GetString(text).Trim();
}
