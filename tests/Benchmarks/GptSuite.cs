using System.Globalization;
using Qiansi.Text;
using Qiansi.Text.Tests;

namespace Qiansi.Benchmarks;

/// <summary>
/// A GPT in tokens a second: training with the lecture's settings and with nanoGPT's for a CPU, and writing token by token with a cache
/// of keys and values; beside PyTorch with <c>--against python</c>. Byte-pair encoding beside Microsoft.ML.Tokenizers.
/// </summary>
internal static class GptSuite
{
    private static readonly (string Case, int Tokens)[] Cases =
        [("gpt 4x4x64 32 step 16", 32 * 16), ("nanogpt 4x4x128 64 step 12", 64 * 12), ("gpt 4x4x128 256 generate 255", 255)];

    public static Task RunAsync(int runs)
    {
        using var peer = Environment.GetCommandLineArgs().Contains("python") ? TorchPeer.Start() : null;
        if (peer is not null) Console.WriteLine($"  peer: {peer.Description}");
        foreach (var (name, tokens) in Cases)
            foreach (var threads in Environment.ProcessorCount > 1 ? new[] { 1, 2 } : [1]) Compare(name, tokens, threads, runs, peer);
        Encode(runs);
        return Task.CompletedTask;
    }

    private static void Compare(string name, int tokens, int threads, int runs, TorchPeer? peer)
    {
        var work = TorchCases.All[name]();
        void Run()
        {
            using var scope = torch.NewDisposeScope();
            work();
        }

        torch.set_num_threads(threads);
        TorchTurns.Warm(Run);
        List<double> ours = [], theirs = [];
        for (var turn = 0; turn < Math.Max(2, runs); turn++)
        {
            ours.AddRange(TorchTurns.Turn(Run));
            if (peer is not null) theirs.AddRange(peer.Measure(name, threads, TorchTurns.Milliseconds));
        }

        string PerSecond(double milliseconds) => (tokens / milliseconds * 1000).ToString("N0", CultureInfo.InvariantCulture);
        var beside = peer is null ? "" : $"   PyTorch {PerSecond(theirs.Median()),9} (best {PerSecond(theirs.Min())}), ours "
            + $"{theirs.Median() / ours.Median():F2}× (best {theirs.Min() / ours.Min():F2}×)";
        Console.WriteLine(
            $"  {name,-30} {threads} threads {PerSecond(ours.Median()),9} tokens/s (best {PerSecond(ours.Min())}){beside}");
    }

    /// <summary>A text of a million characters on one core; both know its words after the first turn.</summary>
    private static void Encode(int runs)
    {
        var text = MobyDick.IsPresent ? MobyDick.Load() : GeneratedText.Make(1_000_000);
        var (theirs, ours) = (Gpt2.Reference, Gpt2.Ours);
        List<double> us = [], them = [];
        for (var turn = 0; turn < Math.Max(2, runs); turn++)
        {
            us.AddRange(TorchTurns.Turn(() => ours.Encode(text)));
            them.AddRange(TorchTurns.Turn(() => theirs.EncodeToIds(text)));
        }

        string PerSecond(double milliseconds) => $"{text.Length / milliseconds / 1000:F1} M characters/s";
        Console.WriteLine($"  byte-pair encoding, GPT-2's tokens: {PerSecond(us.Median())} (best {PerSecond(us.Min())})");
        Console.WriteLine($"  Microsoft.ML.Tokenizers: {PerSecond(them.Median())} (best {PerSecond(them.Min())}), "
            + $"ours {them.Median() / us.Median():F2}×");
    }
}
