using System.Diagnostics;
using System.Globalization;
using Qiansi.Amazons;

namespace Qiansi.Benchmarks;

/// <summary>The Amazons' engine: generator beside one in C++, evaluation, tree search.</summary>
internal static class AmazonsSuite
{
    private const long PerftOfTwo = 4_307_152;

    public static async Task RunAsync(int runs)
    {
        var board = Board.Start();
        var ours = Times(runs, () => Check(board.Perft(2)));
        Figures.Print("perft(2), 10×10", ours, "ms");
        var peer = await PeerAsync(runs);
        if (peer.Count > 0)
        {
            Figures.Print("  the same in C++ (g++ -O3 -march=native)", peer, "ms");
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"    {PerftOfTwo / ours.Median() / 1e3:N0} M nodes/s, {peer.Median() / ours.Median():0.0} times C++   goal 400, 1.0"));
        }

        var positions = Positions();
        var evaluations = Times(runs, () =>
        {
            for (var i = 0; i < 20; i++) foreach (var position in positions) Weights.Default.ValueOf(position);
        });
        Figures.Print("evaluation", [.. evaluations.Select(t => t * 1e3 / (20 * positions.Count))], "µs", "1.0");
        var start = Board.Start(8);
        var searches = Times(runs, () => new TreeSearch().Search(start, new SearchLimits(Nodes: 30_000)));
        Figures.Print("tree search, 8×8, thousands a second", [.. searches.Select(t => 30_000 / t)], "k", "60");
        foreach (var engine in (IEngine[])[new TreeSearch(), new AlphaBeta()])
        {
            // A full collection elsewhere makes one late; the share says how often.
            var late = positions.Take(200).Select(p => engine.Search(p, new SearchLimits(TimeSpan.FromMilliseconds(5))).Elapsed)
                .Count(t => t > TimeSpan.FromMilliseconds(5));
            Figures.Print($"{engine.Name}, 10×10: later than its 5 ms, of 200", [late], "", "2");
        }

        Figures.Print("perft(3), 10×10, once", Once(() => board.Perft(3)), "s", "30");
    }

    private static List<Board> Positions()
    {
        var positions = new List<Board>();
        for (var game = 1; game <= 10; game++)
        {
            var board = Board.Start();
            while (board.Moves() is { Length: > 0 } moves && board.FreeCount > 40)
            {
                board.Make(moves[game * 104_729 % moves.Length]);
                positions.Add(board.Clone());
            }
        }

        return positions;
    }

    private static List<double> Times(int runs, Action run)
    {
        for (var i = 0; i < 3; i++) run();
        return [.. Enumerable.Range(0, runs).Select(_ =>
        {
            var watch = Stopwatch.StartNew();
            run();
            return watch.Elapsed.TotalMilliseconds;
        })];
    }

    private static List<double> Once(Action run)
    {
        var watch = Stopwatch.StartNew();
        run();
        return [watch.Elapsed.TotalSeconds];
    }

    private static void Check(long nodes)
    {
        if (nodes != PerftOfTwo) throw new InvalidOperationException($"perft(2) is {nodes}, not {PerftOfTwo}");
    }

    private static async Task<List<double>> PeerAsync(int runs)
    {
        var folder = Directory.CreateTempSubdirectory("amazons-peer-").FullName;
        try
        {
            var program = Path.Combine(folder, "peer");
            var source = Path.Combine(PublishedKernel.Root, "tests", "Benchmarks", "amazons_peer.cpp");
            await RunAsync("g++", "-O3", "-march=native", source, "-o", program);
            var output = await RunAsync(program, (runs + 3).ToString(CultureInfo.InvariantCulture));
            var lines = output.Split('\n', StringSplitOptions.RemoveEmptyEntries);
            foreach (var line in lines) Check(long.Parse(line.Split(' ')[1], CultureInfo.InvariantCulture));
            return [.. lines.Skip(3).Select(l => double.Parse(l.Split(' ')[0], CultureInfo.InvariantCulture))];
        }
        catch (System.ComponentModel.Win32Exception e)
        {
            Console.WriteLine($"  no C++ beside it: {e.Message}");
            return [];
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }

        static async Task<string> RunAsync(string program, params string[] arguments)
        {
            using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true })!;
            var output = await process.StandardOutput.ReadToEndAsync();
            await process.WaitForExitAsync();
            return process.ExitCode == 0 ? output : throw new InvalidOperationException($"{program} ended with {process.ExitCode}");
        }
    }
}
