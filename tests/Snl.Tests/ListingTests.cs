using Qiansi.Snl.Intermediate;
using Qiansi.Snl.Lexing;
using Qiansi.Snl.Semantics;
using Qiansi.Snl.Tm;

namespace Qiansi.Snl.Tests;

/// <summary>Stages of a compilation as text.</summary>
public sealed class ListingTests
{
    private const string Program = """
        program p
        type point = record integer x; array [1..2] of char name; end;
        var point here;
            integer n;
        procedure set(var integer a; char c);
          begin a := 7; here.name[1] := c end
        begin
          set(n, 'q');
          here.x := n;
          write(here.x)
        end.
        """;

    [Fact]
    public void Tokens_have_place_class_and_text() =>
        Assert.Equal("1:1     program\n1:9     ID        p\n2:1     :=\n2:4     INTC      12\n2:7     CHARC     'a'\n2:10    EOF\n",
            TokenText.Of(Lexer.Scan(new("program p\n:= 12 'a'"), new())));

    [Fact]
    public void Symbols_have_levels_offsets_and_access() => Assert.Equal("""
        program p: level 0, 7 words
          type       point      record integer x; array [1..2] of char name; end
          variable   here       record integer x; array [1..2] of char name; end level 0  offset 3       3 words  dir
          variable   n          integer                  level 0  offset 6       1 word   dir
          procedure  set        (var integer a; char c)
          procedure set: level 1, 5 words
            parameter  a          integer                  level 1  offset 3       1 word   indir
            parameter  c          char                     level 1  offset 4       1 word   dir

        """.ReplaceLineEndings("\n"), SymbolText.Of(Compilation.Of(Program).Scope));

    [Fact]
    public void Values_of_every_type_are_read_from_activation_records()
    {
        var machine = Compilation.Of(Program).CreateMachine(new TextConsole(TextReader.Null, TextWriter.Null));
        machine.Breakpoints.Add(machine.Program.Debug!.AddressOfLine(10)!.Value);
        machine.Run();
        var frame = machine.Snapshot().Frames.Single();
        Assert.Equal(["(x = 7, name = ['q', 0])", "7"], frame.Variables.Select(v => frame.ValueOf(v, machine.Data)));
        machine.Reset();
        machine.Breakpoints.Clear();
        machine.Breakpoints.Add(machine.Program.Debug.AddressOfLine(6)!.Value);
        machine.Run();
        frame = machine.Snapshot().Frames[0];
        // A var parameter shows the value at its address, and that address is the argument's.
        Assert.Equal(["0", "'q'"], frame.Variables.Select(v => frame.ValueOf(v, machine.Data)));
        Assert.Equal(TmProgram.GlobalFrame + 6, frame.AddressOf(frame.Variables.First(), machine.Data));
    }

    [Fact]
    public void A_fault_is_shown_with_its_line_and_a_caret()
    {
        var source = new SourceText("program p\nvar integer i;\nbegin\n  write(1 / i)\nend.", "p.snl");
        var result = Compilation.Of(source).RunOnMachine(new TextConsole(TextReader.Null, TextWriter.Null));
        Assert.Equal("p.snl:4:3: run-time error: 1 is divided by zero\n  4 |   write(1 / i)\n    |   ^\n", result.Fault!.Render(source));
        Assert.Equal("run-time error at address 5: why\n", new TmFault(TmFaultKind.DataMemory, 5, "why", null).Render(new("")));
    }

    [Fact]
    public void Optimisations_have_names()
    {
        Assert.Equal(Optimizations.ConstantFolding | Optimizations.DeadCode, OptimizationNames.Parse("folding, Dead-Code"));
        Assert.Equal(Optimizations.All, OptimizationNames.Parse("folding,subexpressions,invariants,dead-code"));
        Assert.Contains("'inlining'; there are folding", Assert.Throws<FormatException>(() => OptimizationNames.Parse("inlining")).Message);
    }

    [Fact]
    public void Lines_are_asked_for_when_they_are_needed()
    {
        var lines = new Queue<string>(["1", "", " 2 x"]);
        var asked = 0;
        var console = new TextConsole(new LineInput(() =>
        {
            asked++;
            return lines.TryDequeue(out var line) ? line : null;
        }), TextWriter.Null);
        Assert.Equal((1, 1), (console.ReadInteger(), asked));
        Assert.Equal((2, 3), (console.ReadInteger(), asked));
        Assert.Equal(('x', 3), ((char)console.ReadCharacter(), asked));
        Assert.Throws<InputException>(() => console.ReadCharacter());
        Assert.Throws<InputException>(() => console.ReadCharacter());
        Assert.Equal(4, asked);
    }
}
