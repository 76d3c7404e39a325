using Qiansi.Snl.Intermediate;
using Qiansi.Snl.Tm;

namespace Qiansi.Snl.Tests;

/// <summary>Each program of <c>programs/</c> through both parsers, without and with optimisations, on the Tiny Machine and as IL.</summary>
public sealed class ProgramTests
{
    public static TheoryData<string, ParserKind, Optimizations, string> Cases()
    {
        var cases = new TheoryData<string, ParserKind, Optimizations, string>();
        foreach (var name in TestProgram.Names)
        {
            foreach (var parser in Enum.GetValues<ParserKind>())
            {
                foreach (var optimizations in new[] { Optimizations.None, Optimizations.All })
                {
                    foreach (var backend in new[] { "TM", "IL" }) cases.Add(name, parser, optimizations, backend);
                }
            }
        }

        return cases;
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void A_program_does_what_it_says(string name, ParserKind parser, Optimizations optimizations, string backend)
    {
        var program = TestProgram.Load(name);
        var compilation = Compilation.Of(program.Source, new(parser, optimizations));
        Assert.Equal(string.Join('\n', program.Diagnostics.Order(StringComparer.Ordinal)),
            string.Join('\n', compilation.Diagnostics
                .Select(d => $"{program.Source.PositionOf(d.Span.Start)} {d.Code}").Order(StringComparer.Ordinal)));
        Assert.Equal(program.Runs, !compilation.HasErrors);
        if (!program.Runs) return;

        var (output, result) = Run(compilation, program.Input, backend);
        Assert.Equal(program.Output, output);
        Assert.Equal(program.Fault, result.Fault is { } fault ? $"{fault.Position!.Value.Line} {fault.Kind}" : "");
        Assert.Equal(program.Fault.Length > 0 ? StopReason.Faulted : StopReason.Halted, result.Reason);
    }

    [Fact]
    public void There_are_at_least_150_programs() => Assert.True(TestProgram.Names.Count() >= 150, $"{TestProgram.Names.Count()} programs");

    internal static (string Output, RunResult Result) Run(Compilation compilation, string input, string backend,
        int words = Compilation.DefaultWords)
    {
        using var writer = new StringWriter();
        var console = new TextConsole(new StringReader(input), writer);
        var result = backend == "TM" ? compilation.RunOnMachine(console, words, budget: 500_000_000)
            : compilation.Native.Run(console, words);
        console.Close();
        return (writer.ToString(), result);
    }
}
