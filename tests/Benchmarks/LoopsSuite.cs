using System.Globalization;
using System.Reflection;

namespace Qiansi.Benchmarks;

/// <summary>The same code in a cell, in a cell without guards, and in this (Release) program.</summary>
internal static class LoopsSuite
{
    private const string Cell = """
        static double Multiply()
        {
            const int n = 256;
            var a = new double[n * n]; var b = new double[n * n]; var c = new double[n * n];
            for (var i = 0; i < n * n; i++) { a[i] = i % 7; b[i] = i % 5; }
            var watch = System.Diagnostics.Stopwatch.StartNew();
            for (var i = 0; i < n; i++)
            {
                for (var j = 0; j < n; j++)
                {
                    var sum = 0.0;
                    for (var k = 0; k < n; k++) sum += a[i * n + k] * b[k * n + j];
                    c[i * n + j] = sum;
                }
            }
            return c[5] < 0 ? 0 : watch.Elapsed.TotalMilliseconds;
        }
        static int Fib(int n) => n < 2 ? n : Fib(n - 1) + Fib(n - 2);
        static double Fibonacci()
        {
            var watch = System.Diagnostics.Stopwatch.StartNew();
            return Fib(32) == 0 ? 0 : watch.Elapsed.TotalMilliseconds;
        }
        """;

    public static async Task RunAsync(int runs)
    {
        if (typeof(LoopsSuite).Assembly.GetCustomAttribute<AssemblyConfigurationAttribute>()?.Configuration != "Release")
            Console.WriteLine("  (this program is no Release build: the console figures are worthless; run with -c Release)");
        foreach (var (name, function, native, goals) in new (string, string, Func<double>, (string, string))[]
        {
            ("256³ multiply-adds", "Multiply", Multiply, ("1.25", "1.05")),
            ("fib(32)", "Fibonacci", Fibonacci, ("1.5", "")),
        })
        {
            var console = new List<double>();
            var guarded = new List<double>();
            var unguarded = new List<double>();
            await using var with = await PublishedKernel.StartAsync();
            await using var without = await PublishedKernel.StartAsync();
            await with.RunAsync(Cell);
            await without.RunAsync("#!unguarded\n" + Cell);
            for (var i = 0; i < 40 + runs * 3; i++)
            {
                var times = (native(), await TimeAsync(with, function), await TimeAsync(without, function));
                if (i < 40) continue;   // until all three run fully optimised code
                console.Add(times.Item1);
                guarded.Add(times.Item2);
                unguarded.Add(times.Item3);
            }

            Figures.Print($"{name}: Release console program", console, "ms");
            Figures.Print($"{name}: cell", guarded, "ms");
            Figures.Print($"{name}: cell with #!unguarded", unguarded, "ms");
            Figures.Print($"{name}: cell / console", [.. guarded.Zip(console, (g, c) => g / c)], "×", goals.Item1);
            Figures.Print($"{name}: unguarded / console", [.. unguarded.Zip(console, (u, c) => u / c)], "×", goals.Item2);
        }
    }

    private static async Task<double> TimeAsync(Qiansi.Jupyter.Client.KernelProcess kernel, string function) =>
        double.Parse(await kernel.RunAsync($"{function}().ToString(System.Globalization.CultureInfo.InvariantCulture)"),
            CultureInfo.InvariantCulture);

    private static double Multiply()
    {
        const int n = 256;
        var a = new double[n * n];
        var b = new double[n * n];
        var c = new double[n * n];
        for (var i = 0; i < n * n; i++)
        {
            a[i] = i % 7;
            b[i] = i % 5;
        }

        var watch = System.Diagnostics.Stopwatch.StartNew();
        for (var i = 0; i < n; i++)
        {
            for (var j = 0; j < n; j++)
            {
                var sum = 0.0;
                for (var k = 0; k < n; k++) sum += a[i * n + k] * b[k * n + j];
                c[i * n + j] = sum;
            }
        }

        return c[5] < 0 ? 0 : watch.Elapsed.TotalMilliseconds;
    }

    private static int Fib(int n) => n < 2 ? n : Fib(n - 1) + Fib(n - 2);

    private static double Fibonacci()
    {
        var watch = System.Diagnostics.Stopwatch.StartNew();
        return Fib(32) == 0 ? 0 : watch.Elapsed.TotalMilliseconds;
    }
}
