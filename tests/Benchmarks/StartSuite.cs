using System.Diagnostics;

namespace Qiansi.Benchmarks;

internal static class StartSuite
{
    public static async Task RunAsync(int runs)
    {
        var ready = new List<double>();
        var first = new List<double>();
        var memory = new List<double>();
        for (var i = 0; i <= runs; i++)
        {
            var watch = Stopwatch.StartNew();
            await using var kernel = await PublishedKernel.StartAsync();
            var readyAt = watch.Elapsed.TotalMilliseconds;
            if (await kernel.RunAsync("1+1") != "2") throw new InvalidOperationException("1+1 is not 2 here");
            if (i == 0) continue;
            ready.Add(readyAt);
            first.Add(watch.Elapsed.TotalMilliseconds);
            memory.Add(kernel.ResidentMegabytes());
        }

        Figures.Print("process start to ready", ready, "ms", "300");
        Figures.Print("process start to first result of 1+1", first, "ms", "800");
        Figures.Print("resident after it", memory, "MB");
    }
}
