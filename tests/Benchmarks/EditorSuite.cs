using System.Diagnostics;
using Qiansi.Jupyter.Client;

namespace Qiansi.Benchmarks;

internal static class EditorSuite
{
    public static async Task RunAsync(int runs)
    {
        var first = new List<double>();
        var later = new List<double>();
        var inspect = new List<double>();
        for (var run = 0; run < Math.Min(runs, 5); run++)
        {
            await using var kernel = await PublishedKernel.StartAsync();
            await kernel.RunAsync("var words = new List<string> { \"a\" };\nwords.Count");
            first.Add(await TimeAsync(() => kernel.Client.CompleteAsync("words.", 6, CancellationToken.None)));
            foreach (var code in new[] { "words.Sel", "Console.Wr", "Math.", "wor", "words[0].To", "System.Text." })
            {
                later.Add(await TimeAsync(() => kernel.Client.CompleteAsync(code, code.Length, CancellationToken.None)));
            }

            await kernel.Client.InspectAsync("Math.Sqrt(2)", 7, CancellationToken.None);
            inspect.Add(await TimeAsync(() => kernel.Client.InspectAsync("Math.Sqrt(2)", 7, CancellationToken.None)));
        }

        Figures.Print("first completion of a warm session", first, "ms", "1000");
        Figures.Print("later completion", later, "ms", "100");
        Figures.Print("documentation, second request", inspect, "ms", "100");
    }

    private static async Task<double> TimeAsync(Func<Task> work)
    {
        var watch = Stopwatch.StartNew();
        await work();
        return watch.Elapsed.TotalMilliseconds;
    }
}
