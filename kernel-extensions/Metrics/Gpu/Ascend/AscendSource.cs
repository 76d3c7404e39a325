using System.ComponentModel;
using System.Diagnostics;
using Qiansi.Metrics.Sampling;

namespace Qiansi.Metrics.Gpu.Ascend;

/// <summary>
/// Huawei's Ascend NPUs, through <c>npu-smi info</c>. A program that has to be started costs more than a file: it is asked every five
/// seconds.
/// </summary>
internal sealed class AscendSource(string program, ProcessNames names) : IGpuSource
{
    private const int EveryMilliseconds = 5000;
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(10);

    private IReadOnlyList<GpuSample> _latest = [];
    private string? _problem;
    private long _readAt = long.MinValue;

    /// <summary>Where there is an <c>npu-smi</c>; null otherwise.</summary>
    public static AscendSource? TryFind(SystemPaths paths)
    {
        var program = paths.NpuSmi ?? (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator)
            .Append("/usr/local/sbin").Append("/usr/local/bin").Select(f => Path.Combine(f, "npu-smi")).FirstOrDefault(File.Exists);
        return program is null ? null : new(program, new(paths));
    }

    /// <inheritdoc />
    public void Read(List<GpuSample> gpus, Notes notes)
    {
        if (_readAt == long.MinValue || Environment.TickCount64 - _readAt >= EveryMilliseconds)
        {
            _readAt = Environment.TickCount64;
            Ask();
        }

        gpus.AddRange(_latest);
        if (_problem is not null) notes.Add(_problem);
    }

    public void Dispose()
    {
    }

    private void Ask()
    {
        try
        {
            var (text, exitCode) = Run();
            (_latest, _problem) = (NpuSmiText.Parse(text, names), null);
            if (_latest.Count == 0)
                _problem = $"Ascend: npu-smi info lists no NPU{(exitCode == 0 ? "" : $" (exit code {exitCode}): {FirstLine(text)}")}";
        }
        catch (Exception e) when (e is Win32Exception or TimeoutException || Notes.IsExpected(e))
        {
            (_latest, _problem) = ([], $"Ascend: {program} could not be asked: {e.Message}");
        }
    }

    private (string Text, int ExitCode) Run()
    {
        using var process = Process.Start(new ProcessStartInfo(program, ["info"])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            RedirectStandardInput = true,
        })!;
        process.StandardInput.Close();
        var output = process.StandardOutput.ReadToEndAsync();
        var errors = process.StandardError.ReadToEndAsync();
        if (!process.WaitForExit(Limit))
        {
            process.Kill(entireProcessTree: true);
            throw new TimeoutException($"it took longer than {Limit.TotalSeconds:0} s");
        }

        var text = output.GetAwaiter().GetResult();
        return (text.Length > 0 ? text : errors.GetAwaiter().GetResult(), process.ExitCode);
    }

    private static string FirstLine(string text) =>
        text.Split('\n').Select(l => l.Trim()).FirstOrDefault(l => l.Length > 0) ?? "it printed nothing";
}
