using System.Diagnostics;
using Qiansi.Testing;

namespace Qiansi.Benchmarks;

internal static class CellsSuite
{
    private const int Cells = 300;

    private static readonly string[] Runaways =
    [
        "while (true) ;",
        "Thread.Sleep(100_000);",
        "await Task.Run(() => { while (true) ; });",
        "async Task Forever() { while (true) await Task.Delay(5); }\nawait Forever();",
    ];

    public static async Task RunAsync(int runs)
    {
        var medians = new List<double>();
        var tails = new List<double>();
        var totals = new List<double>();
        var memory = new List<double>();
        for (var run = 0; run < runs; run++)
        {
            var whole = Stopwatch.StartNew();
            await using var kernel = await PublishedKernel.StartAsync();
            var times = new List<double>();
            for (var i = 0; i < Cells; i++)
            {
                var watch = Stopwatch.StartNew();
                await kernel.RunAsync($"var x{i} = {i};\nx{i} + 1");
                times.Add(watch.Elapsed.TotalMilliseconds);
            }

            totals.Add(whole.Elapsed.TotalMilliseconds);
            memory.Add(kernel.ResidentMegabytes());
            medians.Add(times.Skip(1).Median());
            tails.Add(times.Skip(1).Quantile(0.9));
        }

        Figures.Print("trivial later cell, median", medians, "ms", "8");
        Figures.Print("trivial later cell, 90th percentile", tails, "ms", "16");
        Figures.Print($"notebook of {Cells} cells, start included", totals, "ms", "4000");
        Figures.Print("resident after it", memory, "MB", "250");
        await InterruptsAsync(runs);
    }

    private static async Task InterruptsAsync(int runs)
    {
        await using var kernel = await PublishedKernel.StartAsync();
        var times = new List<double>();
        for (var run = 0; run < runs; run++)
        {
            foreach (var runaway in Runaways)
            {
                var sink = new RecordingSink();
                var cell = kernel.Client.ExecuteAsync($"Console.Write(\"in\");\n{runaway}", sink);
                await sink.When(s => s.Streams == "in");
                var watch = Stopwatch.StartNew();
                await kernel.InterruptAsync(CancellationToken.None);
                await cell;
                times.Add(watch.Elapsed.TotalMilliseconds);
            }
        }

        Figures.Print("interrupt until the cell has ended", times, "ms", "1000");
    }
}
