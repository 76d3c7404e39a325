using System.Diagnostics;
using System.Globalization;
using Qiansi.Jupyter.Client;

namespace Qiansi.Benchmarks;

/// <summary>What watching costs: processor time of a kernel with a live panel at 2 Hz (samples, pictures, messages),
/// and of an idle one; a training with and without the instruments of its net.</summary>
internal static class MetricsSuite
{
    private const int WarmUpSeconds = 20, Seconds = 20;

    private const string Training = """
        using static Qiansi.torch;
        (double Plain, double Watched) Steps(int count)
        {
            double Time(bool isWatched)
            {
                var net = nn.Sequential(nn.Conv2d(1, 6, 5, padding: 2), nn.ReLU(), nn.MaxPool2d(2), nn.Conv2d(6, 16, 5), nn.ReLU(),
                    nn.MaxPool2d(2), nn.Flatten(), nn.Linear(400, 120), nn.ReLU(), nn.Linear(120, 84), nn.ReLU(), nn.Linear(84, 10));
                var optimizer = optim.Adam(net.parameters());
                var (x, t) = (rand(64, 1, 28, 28), randint(0, 10, [64]));
                using var live = Train.Live("loss");
                using var watch = isWatched ? live.Watch(net, optimizer) : null;
                var clock = System.Diagnostics.Stopwatch.StartNew();
                for (var step = 0; step < count; step++)
                {
                    using var scope = NewDisposeScope();
                    optimizer.zero_grad();
                    var loss = nn.functional.cross_entropy(net.call(x), t);
                    loss.backward();
                    optimizer.step();
                    live.Add(step, loss.ToDouble());
                }

                return clock.Elapsed.TotalMilliseconds / count;
            }

            return (Time(false), Time(true));
        }
        """;

    public static async Task RunAsync(int runs)
    {
        var (plain, watched) = (new List<double>(), new List<double>());
        await using (var kernel = await PublishedKernel.StartAsync())
        {
            await kernel.RunAsync(Training);
            await kernel.RunAsync("Steps(100)");
            for (var run = 0; run < runs; run++)
            {
                var pair = await kernel.RunAsync("System.FormattableString.Invariant($\"{Steps(300)}\")");
                var times = pair.Trim('(', ')', '"').Split(", ");
                plain.Add(double.Parse(times[0], CultureInfo.InvariantCulture));
                watched.Add(double.Parse(times[1], CultureInfo.InvariantCulture));
            }
        }

        Figures.Print("a step of LeNet, live curve", plain, "ms");
        Figures.Print("the same, its net watched", watched, "ms");
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
