using Qiansi.Snl.Diagnostics;
using Qiansi.Snl.Formatting;
using Qiansi.Snl.Lexing;
using Qiansi.Snl.Parsing;

namespace Qiansi.Snl.Tests;

/// <summary>Random inputs to all stages. <c>QIANSI_SNL_FUZZ=1000000</c> sets how many; ordinarily 20,000.</summary>
public sealed class FuzzTests
{
    private static readonly int Inputs = int.TryParse(Environment.GetEnvironmentVariable("QIANSI_SNL_FUZZ"), out var inputs) ? inputs
        : 20_000;

    [Fact]
    public void Nothing_crashes_or_loops_and_both_parsers_find_the_same_first_error()
    {
        string[] programs = [.. TestProgram.Names.Select(n => TestProgram.Load(n).Source.Text)];
        for (var i = 0; i < Inputs; i++)
        {
            var random = new Random(i);
            var source = new SourceText((i % 4) switch
            {
                0 => RandomText.Characters(random, 80),
                1 => "program p var integer a; begin " + RandomText.Tokens(random, 60),
                _ => RandomText.Mutated(random, programs[random.Next(programs.Length)]),
            });
            try
            {
                Check(source);
            }
            catch (Exception e)
            {
                throw new InvalidOperationException($"input {i}: {source.Text}", e);
            }
        }
    }

    private static void Check(SourceText source)
    {
        var lexical = new DiagnosticBag();
        var text = Lexer.Scan(source, lexical);
        var (descent, table) = (new DiagnosticBag(), new DiagnosticBag());
        var byDescent = RecursiveDescentParser.Parse(text, descent);
        var byTable = TableParser.Parse(text, table);
        var (first, second) = (First(descent), First(table));
        Assert.Equal(first?.Span.Start, second?.Span.Start);
        if (first is null) Assert.Equal(Syntax.TreeText.Of(byDescent, spans: true), Syntax.TreeText.Of(byTable, spans: true));
        var compilation = Compilation.Of(source);
        _ = compilation.Render();
        Assert.Equal(Semantics.Analyzer.Analyze(byTable, new()).Symbols.Count >= 0, compilation.Scope is not null);
        if (!compilation.HasErrors) Assert.NotEmpty(compilation.Machine.Instructions);
        if (lexical.HasErrors) return;
        var formatted = Formatter.Format(source);
        Assert.Equal(formatted, Formatter.Format(new(formatted)));
        Assert.Equal(text.Tokens.Select(t => t.Kind), Lexer.Scan(new(formatted), new()).Tokens.Select(t => t.Kind));

        static Diagnostic? First(DiagnosticBag bag) => bag.InOrder.FirstOrDefault(d => d.Rule == Rule.UnexpectedToken);
    }
}
