using Qiansi.Snl.Intermediate;
using Qiansi.Snl.Tm;

namespace Qiansi.Snl.Tests;

/// <summary>
/// Random well-typed programs: all ways of compiling one give the same output and the same fault. <c>QIANSI_SNL_PROGRAMS</c> sets how many;
/// ordinarily 400.
/// </summary>
public sealed class RandomProgramTests
{
    private static readonly int Programs = int.TryParse(Environment.GetEnvironmentVariable("QIANSI_SNL_PROGRAMS"), out var programs)
        ? programs : 400;

    private static readonly Optimizations[] Levels =
    [
        Optimizations.None, Optimizations.ConstantFolding, Optimizations.CommonSubexpressions, Optimizations.LoopInvariants,
            Optimizations.DeadCode, Optimizations.All,
    ];

    [Fact]
    public void Machine_and_IL_agree_at_every_optimisation()
    {
        var (ended, faulted) = (0, 0);
        for (var seed = 0; seed < Programs; seed++)
        {
            var source = RandomPrograms.Program(seed);
            var expected = Run(source, Optimizations.None, "TM");
            if (expected is null) continue;
            foreach (var level in Levels)
            {
                foreach (var backend in new[] { "TM", "IL" })
                {
                    var actual = Run(source, level, backend);
                    if (actual != expected)
                        Assert.Fail($"seed {seed}, {level}, {backend}: expected\n{expected}\nand got\n{actual}\n{source}");
                }
            }

            ended++;
            if (expected.Contains("line ", StringComparison.Ordinal)) faulted++;
        }

        Assert.True(ended > Programs * 0.8, $"{ended} of {Programs} programs ended within their budget");
        Assert.InRange(faulted, Programs / 50, Programs * 9 / 10);
    }

    private static string? Run(string source, Optimizations optimizations, string backend)
    {
        var compilation = Compilation.Of(source, new(Optimizations: optimizations));
        Assert.False(compilation.HasErrors, compilation.HasErrors ? compilation.Render() + source : "");
        using var writer = new StringWriter();
        var console = new TextConsole(TextReader.Null, writer);
        var result = backend == "TM" ? compilation.RunOnMachine(console, 1 << 16, budget: 2_000_000)
            : compilation.Native.Run(console, 1 << 16);
        console.Close();
        return result.Reason == StopReason.Budget ? null : $"{writer}{result.Fault}";
    }
}
