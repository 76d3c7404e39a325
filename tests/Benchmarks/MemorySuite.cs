using Qiansi.Jupyter.Client;

namespace Qiansi.Benchmarks;

internal static class MemorySuite
{
    public static async Task RunAsync(int runs)
    {
        var growth = new List<double>();
        var peaks = new List<double>();
        for (var run = 0; run < Math.Min(runs, 3); run++)
        {
            await using var kernel = await PublishedKernel.StartAsync();
            for (var i = 0; i < 50; i++) await kernel.RunAsync($"var warm{i} = {i};");
            var before = kernel.ResidentMegabytes();
            for (var i = 0; i < 1000; i++) await kernel.RunAsync($"var x{i % 10} = {i}; x{i % 10} * 2");
            growth.Add(kernel.ResidentMegabytes() - before);
            peaks.Add(await LargeArraysAsync());
        }

        Figures.Print("1,000 trivial cells grow the process by", growth, "MB", "60");
        Figures.Print("200 MB array declared 20 times, largest resident", peaks, "MB", "1000");
    }

    private static async Task<double> LargeArraysAsync()
    {
        await using var kernel = await PublishedKernel.StartAsync();
        var largest = 0.0;
        for (var i = 0; i < 20; i++)
        {
            await kernel.RunAsync("var big = new float[50_000_000];\nbig.AsSpan().Fill(1);");
            largest = Math.Max(largest, kernel.ResidentMegabytes());
        }

        return largest;
    }
}
