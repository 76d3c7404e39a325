using Qiansi.Snl.Intermediate;

namespace Qiansi.Snl.Tests;

/// <summary>A program's own variables, given before it runs and looked at afterwards.</summary>
public sealed class VariablesTests
{
    private const string Source = """
        program p
        var integer n, unread, twice; array [1..2] of integer a; integer captured;
        procedure q(integer k); begin captured := captured + k end
        begin
          unread := n * 2; twice := unread; twice := 7; a[2] := a[1] + n; q(n); unread := unread + 1;
          if n < 100 then return else n := 0 fi; n := 1
        end.
        """;

    [Theory]
    [InlineData("TM", Optimizations.None)]
    [InlineData("TM", Optimizations.All)]
    [InlineData("IL", Optimizations.None)]
    [InlineData("IL", Optimizations.All)]
    public void They_begin_as_given_and_are_there_at_the_end(string backend, Optimizations optimizations)
    {
        var compilation = Compilation.Of(Source, new(Optimizations: optimizations, KeepsVariables: true));
        var variables = compilation.CreateVariables();
        int[] begin = [20, 0, 0, 3, 0, 5], end = [20, 41, 7, 3, 23, 25];
        var offset = 0;
        foreach (var symbol in variables.Symbols)
        {
            begin.AsSpan(offset, symbol.Size).CopyTo(variables.WordsOf(symbol));
            offset += symbol.Size;
        }

        Run(compilation, backend, variables);
        Assert.Equal(end, variables.Symbols.SelectMany(s => variables.WordsOf(s).ToArray()));
    }

    [Theory]
    [InlineData("TM")]
    [InlineData("IL")]
    public void They_stay_as_they_were_when_the_program_fails(string backend)
    {
        var compilation = Compilation.Of("program p var integer n; begin n := 5; n := n / (n - 5) end.", new(KeepsVariables: true));
        var variables = compilation.CreateVariables();
        variables.WordsOf(variables.Symbols[0])[0] = 4;
        Assert.NotNull(Run(compilation, backend, variables).Fault);
        Assert.Equal(4, variables.WordsOf(variables.Symbols[0])[0]);
    }

    [Theory]
    [InlineData("TM", 1)]
    [InlineData("TM", 3)]
    [InlineData("IL", 1)]
    [InlineData("IL", 3)]
    public void A_memory_too_small_for_them_is_the_programs_fault(string backend, int words)
    {
        var compilation = Compilation.Of("program p var integer n; begin n := 5 end.", new(KeepsVariables: true));
        Assert.NotNull(Run(compilation, backend, compilation.CreateVariables(), words).Fault);
    }

    [Fact]
    public void A_program_that_does_not_keep_them_has_none_to_give() =>
        Assert.Contains("KeepsVariables", Assert.Throws<InvalidOperationException>(() => Compilation.Of(Source).CreateVariables()).Message);

    [Fact]
    public void Only_what_is_not_given_is_warned_of()
    {
        const string source = "program p var integer n, m; procedure q(); var integer n; begin write(n) end begin q(); write(n + m) end.";
        Assert.Equal(["SNL902", "SNL902"], Codes(new() { Given = ["N"] }));
        Assert.Equal(["SNL902", "SNL902", "SNL902"], Codes(new()));

        IEnumerable<string> Codes(CompileOptions options) => Compilation.Of(source, options).Diagnostics.Select(d => d.Code);
    }

    private static RunResult Run(Compilation compilation, string backend, ProgramVariables variables,
        int words = Compilation.DefaultWords)
    {
        var console = new TextConsole(TextReader.Null, TextWriter.Null);
        return backend == "TM" ? compilation.RunOnMachine(console, words, variables: variables)
            : compilation.Native.Run(console, words, variables: variables);
    }
}
