using System.Diagnostics;
using System.Globalization;
using Qiansi.Documents;
using Qiansi.Jupyter.Client;

namespace Qiansi.Benchmarks;

/// <summary>Many at once: kernels that start together, and the runs of a sweep, here and on the Slurm that <c>SLURM_CONF</c>
/// names.</summary>
internal static class ScaleSuite
{
    private const int Kernels = 30, Runs = 24, Tasks = 6;

    public static async Task RunAsync(int runs)
    {
        await KernelsAsync("ours", runs, PublishedKernel.StartAsync, "5");
        await KernelsAsync("ipykernel", runs, () => KernelProcess.StartAsync(
            new KernelLaunch(["/usr/bin/python3", "-m", "ipykernel_launcher", "-f", "{connection_file}"]), CancellationToken.None), "");
        var folder = Directory.CreateTempSubdirectory("qiansi-scale-").FullName;
        try
        {
            Write(folder);
            var (alone, two) = (await SweepAsync(folder, "one", $"seed=1..{Runs}", "-j", "1"),
                await SweepAsync(folder, "two", $"seed=1..{Runs}", "-j", "2"));
            Figures.Print($"a sweep of {Runs} runs, one after the other", [alone], "s");
            Figures.Print($"a sweep of {Runs} runs, -j 2", [two], "s");
            Figures.Print("times as fast", [alone / two], "", "1.7");
            if (Environment.GetEnvironmentVariable("SLURM_CONF") is { Length: > 0 }) await SlurmAsync(folder);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task KernelsAsync(string name, int runs, Func<Task<KernelProcess>> start, string goal)
    {
        var (ready, first, memory) = (new List<double>(), new List<double>(), new List<double>());
        for (var run = 0; run < Math.Min(runs, 3); run++)
        {
            var watch = Stopwatch.StartNew();
            var kernels = await Task.WhenAll(Enumerable.Range(0, Kernels).Select(_ => start()));
            ready.Add(watch.Elapsed.TotalSeconds);
            await Task.WhenAll(kernels.Select(k => k.RunAsync("1+1")));
            first.Add(watch.Elapsed.TotalSeconds);
            memory.Add(kernels.Sum(k => k.ProportionalMegabytes()));
            foreach (var kernel in kernels) await kernel.DisposeAsync();
        }

        Figures.Print($"{Kernels} kernels of {name} at once: all ready", ready, "s");
        Figures.Print($"{Kernels} kernels of {name}: first 1+1 of all", first, "s", goal);
        Figures.Print($"{Kernels} kernels of {name}: memory, shared pages once", memory, "MB");
    }

    /// <summary>What a task costs beside the run itself: from the task's start by Slurm to its end, less the seconds of the run.</summary>
    private static async Task SlurmAsync(string folder)
    {
        var all = Stopwatch.StartNew();
        await SweepAsync(folder, "slurm", $"seed=1..{Tasks}", "-j", "1", "--on", "slurm");
        await NbAsync(folder, "sweep", "status", "slurm", "--wait");
        var rows = File.ReadAllLines(Path.Combine(folder, "slurm", "results.csv"));
        var column = Array.IndexOf(rows[0].Split(','), "seconds");
        var inside = rows.Skip(1).Sum(r => double.Parse(r.Split(',')[column], CultureInfo.InvariantCulture));
        Figures.Print($"{Tasks} tasks on Slurm, one at a time", [all.Elapsed.TotalSeconds], "s");
        Figures.Print("of it outside of the runs, a task", [(all.Elapsed.TotalSeconds - inside) / Tasks], "s", "1");
    }

    private static async Task<double> SweepAsync(string folder, string name, params string[] arguments)
    {
        var watch = Stopwatch.StartNew();
        await NbAsync(folder, ["run", "train.ipynb", "-o", name, "--param", .. arguments]);
        return watch.Elapsed.TotalSeconds;
    }

    private static void Write(string folder)
    {
        var notebook = new Notebook();
        notebook.Cells.Add(new(CellKind.Code, "int seed = 0;") { Tags = ["parameters"] });
        notebook.Cells.Add(new(CellKind.Code, """
            using Qiansi;
            using static Qiansi.torch;
            manual_seed(seed);
            var x = randn(256, 256);
            for (var i = 0; i < 200; i++) x = x.matmul(x) / x.norm();
            Run.Record("norm", x.norm().item<float>());
            """));
        notebook.Save(Path.Combine(folder, "train.ipynb"));
    }

    private static async Task NbAsync(string folder, params string[] arguments)
    {
        var start = new ProcessStartInfo(
            PublishedKernel.Executable, arguments)
        { WorkingDirectory = folder, RedirectStandardOutput = true };
        using var nb = Process.Start(start)!;
        var output = await nb.StandardOutput.ReadToEndAsync();
        await nb.WaitForExitAsync();
        if (nb.ExitCode != 0) throw new InvalidOperationException($"nb {string.Join(' ', arguments)}: {output}");
    }
}
