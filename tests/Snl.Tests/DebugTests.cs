using Qiansi.Snl.Tm;

namespace Qiansi.Snl.Tests;

/// <summary>What a debugger and a film of the machine stand on.</summary>
public sealed class DebugTests
{
    private const string Nested = """
        program p
        var integer n;
        procedure outer(integer k);
          var integer mine;
          procedure inner();
            begin n := n + mine end
          begin
            mine := k * 10;
            if 0 < k then outer(k - 1) else inner() fi
          end
        begin
          n := 1;
          outer(2);
          write(n)
        end.
        """;

    [Fact]
    public void Each_line_with_a_statement_has_an_address_and_back()
    {
        var debug = Compilation.Of(Nested).Machine.Debug!;
        foreach (var line in new[] { 6, 8, 9, 12, 13, 14 })
            Assert.Equal(line, debug.PositionOf(debug.AddressOfLine(line)!.Value)!.Value.Line);
        Assert.Null(debug.AddressOfLine(2));
    }

    [Fact]
    public void Activation_records_are_seen_with_their_variables()
    {
        var machine = Compilation.Of(Nested).CreateMachine(new TextConsole(TextReader.Null, TextWriter.Null));
        machine.Breakpoints.Add(machine.Program.Debug!.AddressOfLine(6)!.Value);
        Assert.Equal(StopReason.Breakpoint, machine.Run());
        var snapshot = machine.Snapshot();
        Assert.Equal(6, snapshot.Position!.Value.Line);
        Assert.Equal(["inner", "outer", "outer", "outer", "p"], snapshot.Frames.Select(f => f.Name));
        Assert.Equal([0, 10, 20], snapshot.Frames.Skip(1).Take(3)
            .Select(f => machine.Data[f.Address + f.Variables.Single(v => v.Name == "mine").Offset]));
        Assert.Equal([0, 1, 2], snapshot.Frames.Skip(1).Take(3)
            .Select(f => machine.Data[f.Address + f.Variables.Single(v => v.Name == "k").Offset]));
        Assert.Equal([9, 9, 9, 13], snapshot.Frames.Skip(1).Select(f => machine.Program.Debug!.PositionOf(f.At)!.Value.Line));
        Assert.Equal(StopReason.Halted, machine.Run());
    }

    [Fact]
    public void Records_are_right_at_every_single_step()
    {
        var machine = Compilation.Of(Nested).CreateMachine(new TextConsole(TextReader.Null, TextWriter.Null));
        string[] chain = ["p", "outer", "outer", "outer", "inner"];
        var deepest = 0;
        while (machine.Step() == StopReason.Ready)
        {
            var names = machine.Snapshot().Frames.Select(f => f.Name).Reverse().ToArray();
            Assert.Equal(chain[..names.Length], names);
            deepest = Math.Max(deepest, names.Length);
        }

        Assert.Equal(5, deepest);
    }

    [Fact]
    public void Watching_a_variable_finds_its_assignments()
    {
        var machine = Compilation.Of(Nested).CreateMachine(new TextConsole(TextReader.Null, TextWriter.Null));
        var n = Assert.IsType<Semantics.VariableSymbol>(machine.Program.Debug!.Procedures[0].Scope.Find("N"));
        machine.Watches.Add(TmProgram.GlobalFrame + n.Offset);
        Assert.Equal(StopReason.Watch, machine.Run());
        Assert.Equal((0, 1), (machine.LastEffect.Before, machine.LastEffect.After));
        Assert.Equal(StopReason.Halted, machine.Run());   // inner adds 0: no change
    }

    [Fact]
    public void The_listing_shows_source_and_intermediate_code()
    {
        var text = Disassembler.Disassemble(Compilation.Of(Nested).Machine);
        Assert.Contains("* line 8: mine := k * 10;", text, StringComparison.Ordinal);
        Assert.Contains("n := 1", text, StringComparison.Ordinal);
        Assert.Contains("procedure inner", text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_fault_names_the_line()
    {
        var (_, result) = ProgramTests.Run(Compilation.Of(TestProgram.Load("arrays/subscript_too_large.snl").Source), "", "TM");
        Assert.Equal("line 5: the subscript 4 is outside its array's bounds", result.Fault!.ToString());
    }
}
