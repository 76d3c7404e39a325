using System.Globalization;
using Qiansi.Torch.Kernels;

namespace Qiansi.Benchmarks;

/// <summary>
/// Our tensors' operations beside PyTorch's, at one and two threads, interleaved: a turn of ours, a turn of theirs, and again.
/// <c>--against python</c> brings the peer in; <c>--only "WORD|WORD"</c> takes the cases whose name contains one of the words;
/// <c>--busy 2</c> lets two other processes compute all the while.
/// </summary>
internal static class TorchSuite
{
    public static Task RunAsync(int runs)
    {
        var arguments = Environment.GetCommandLineArgs();
        var only = arguments.SkipWhile(a => a != "--only").Skip(1).FirstOrDefault("").Split('|');
        using var others = new BusyProcesses(
            int.Parse(arguments.SkipWhile(a => a != "--busy").Skip(1).FirstOrDefault("0"), CultureInfo.InvariantCulture));
        using var peer = arguments.SkipWhile(a => a != "--against").Skip(1).FirstOrDefault() == "python" ? TorchPeer.Start() : null;
        Console.WriteLine($"  ours: registers of {SimdWidth.Bits} bits{(peer is null ? "" : $"   peer: {peer.Description}")}");
        Console.WriteLine($"  {"",-40} threads {"ours, median (best)",24} {"PyTorch, median (best)",26}   ours/PyTorch");
        foreach (var (name, create) in TorchCases.All.Where(c => only.Any(word => c.Key.Contains(word, StringComparison.Ordinal))))
        {
            var work = create();
            void Run()
            {
                using var scope = torch.NewDisposeScope();
                work();
            }

            var alone = double.NaN;
            foreach (var threads in Environment.ProcessorCount > 1 ? new[] { 1, 2 } : [1])
            {
                torch.set_num_threads(threads);
                TorchTurns.Warm(Run);
                List<double> ours = [], theirs = [];
                for (var turn = 0; turn < Math.Max(2, runs); turn++)
                {
                    ours.AddRange(TorchTurns.Turn(Run));
                    if (peer is not null) theirs.AddRange(peer.Measure(name, threads, TorchTurns.Milliseconds));
                }

                var beside = peer is null
                    ? "" : $"{theirs.Median(),15:F4} ({theirs.Min():F4})".PadRight(28)
                        + $"{ours.Median() / theirs.Median(),8:F2} (best {ours.Min() / theirs.Min():F2})";
                if (threads == 1) alone = ours.Average();
                // The mean: waits that few steps pay for would not show in the median.
                var gain = threads == 1 ? "" : $"   mean {ours.Average() / alone:F2} × one thread's";
                Console.WriteLine($"  {name,-40} {threads,4} {ours.Median(),15:F4} ({ours.Min():F4}) ms {beside}{gain}");
            }
        }

        return Task.CompletedTask;
    }
}
