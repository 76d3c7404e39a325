using System.Diagnostics;
using Qiansi.Tensors;
using Qiansi.Tensors.Views;
using static Qiansi.torch;

namespace Qiansi.Benchmarks;

internal static class TensorsSuite
{
    public static Task RunAsync(int runs)
    {
        using var large = full([256, 1024, 1024], 0.5f);
        using var flat = large.reshape(16384, 16384);
        using var turned = flat.t();
        using var strided = large.slice(2, 0, 1024, 2);
        using var line = large.reshape(-1);
        using var every = rand([2048, 2048]);
        using var images = rand([64, 1, 28, 28]);
        Measure("1 GB as panels [256, 1024, 1024]", runs, () => TensorView.Html(large), "50");
        Measure("1 GB as a heatmap [16384, 16384]", runs, () => TensorView.Html(flat), "50");
        Measure("1 GB, transposed", runs, () => TensorView.Html(turned), "50");
        Measure("1 GB, every second column", runs, () => TensorView.Html(strided), "50");
        Measure("1 GB as a line", runs, () => TensorView.Html(line), "50");
        Measure("1 GB as text", runs, () => TensorView.Text(large), "50");
        Measure("4 M elements, every one looked at", runs, () => TensorView.Html(every), "");
        Measure("64 images of 28×28", runs, () => TensorView.Html(images), "");
        Measure("64 images of 28×28 as pictures", runs, () => _ = images.AsImageGrid().Html, "");
        return Task.CompletedTask;
    }

    private static void Measure(string name, int runs, Action run, string goal)
    {
        run();
        var times = new List<double>();
        for (var i = 0; i < runs; i++)
        {
            var watch = Stopwatch.StartNew();
            run();
            times.Add(watch.Elapsed.TotalMilliseconds);
        }

        Figures.Print(name, times, "ms", goal);
    }
}
