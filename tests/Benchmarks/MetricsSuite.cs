using System.Diagnostics;
using Qiansi.Jupyter.Client;

namespace Qiansi.Benchmarks;

/// <summary>What watching costs: processor time of a kernel with a live panel at 2 Hz (samples, pictures, messages),
/// and of an idle one.</summary>
internal static class MetricsSuite
{
    private const int WarmUpSeconds = 20, Seconds = 20;

    public static async Task RunAsync(int runs)
    {
        var panels = new List<double>();
        var recordings = new List<double>();
        var idle = new List<double>();
        for (var run = 0; run < Math.Min(runs, 3); run++)
        {
            await using var kernel = await PublishedKernel.StartAsync();
            await kernel.RunAsync("#!metrics");
            await Task.Delay(TimeSpan.FromSeconds(WarmUpSeconds));
            panels.Add(await PercentOfCoreAsync(kernel, Seconds));
            await kernel.RunAsync("#!metrics --stop");
            await kernel.RunAsync("var run = Metrics.Record();");
            await Task.Delay(TimeSpan.FromSeconds(WarmUpSeconds / 2));
            recordings.Add(await PercentOfCoreAsync(kernel, Seconds / 2));
            await kernel.RunAsync("run.Dispose();");
            idle.Add(await PercentOfCoreAsync(kernel, Seconds / 2));
        }

        Print("#!metrics at 2 Hz, of a core", panels);
        Print("Metrics.Record() at 2 Hz, of a core", recordings);
        Print("the same kernel without either", idle);
    }

    private static void Print(string name, List<double> percents) =>
        Console.WriteLine($"  {name,-46} {percents.Median(),9:F2} %   ({percents.Min():F2} … {percents.Max():F2})   goal 1");

    private static async Task<double> PercentOfCoreAsync(KernelProcess kernel, int seconds)
    {
        using var process = Process.GetProcessById(kernel.ProcessId);
        var (before, clock) = (process.TotalProcessorTime, Stopwatch.StartNew());
        await Task.Delay(TimeSpan.FromSeconds(seconds));
        process.Refresh();
        return (process.TotalProcessorTime - before) / clock.Elapsed * 100;
    }
}
