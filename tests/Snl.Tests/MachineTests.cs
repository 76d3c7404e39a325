using Qiansi.Snl.Tm;

namespace Qiansi.Snl.Tests;

public sealed class MachineTests
{
    private static TmMachine Machine(string assembly, TextWriter output, string input = "", int words = TmMachine.ClassicWords) =>
        new(Assembler.Assemble(assembly), new TextConsole(new StringReader(input), output), words);

    [Fact]
    public void Factorials_are_computed()
    {
        using var output = new StringWriter();
        var machine = Machine("""
            * factorial: reads n, writes n!
            0: IN 0,0,0    r0 = read
            1: JLE 0,6(7)  if 0 < r0 then
            2: LDC 1,1(0)  r1 = 1
            3: LDC 2,1(0)  r2 = 1
            * repeat
            4: MUL 1,1,0   r1 = r1 * r0
            5: SUB 0,0,2   r0 = r0 - r2
            6: JNE 0,-3(7) until r0 = 0
            7: OUT 1,0,0   write r1
            8: HALT 0,0,0  halt
            """, output, "7");
        Assert.Equal(StopReason.Halted, machine.Run());
        Assert.Equal("5040\n", output.ToString());
        Assert.Equal(4 + 3 * 7 + 2, machine.Executed);
    }

    [Fact]
    public void The_machine_starts_as_the_book_says()
    {
        var machine = Machine("HALT 0,0,0", TextWriter.Null);
        Assert.Equal(1023, machine.Data[0]);
        Assert.All(machine.Data.Skip(1), w => Assert.Equal(0, w));
        Assert.All(machine.Registers, r => Assert.Equal(0, r));
    }

    [Theory]
    [InlineData("LDC 1,1024(0)\nLD 0,0(1)", TmFaultKind.DataMemory, 1)]
    [InlineData("LDC 1,1024(0)\nST 0,0(1)", TmFaultKind.DataMemory, 1)]
    [InlineData("LD 0,-1(0)", TmFaultKind.DataMemory, 0)]
    [InlineData("LDC 7,1024(0)", TmFaultKind.InstructionMemory, 1024)]
    [InlineData("LDC 7,-1(0)", TmFaultKind.InstructionMemory, -1)]
    [InlineData("DIV 0,1,2", TmFaultKind.DivisionByZero, 0)]
    [InlineData("IN 0,0,0", TmFaultKind.Input, 0)]
    public void Faults_name_the_instruction(string assembly, TmFaultKind kind, int address)
    {
        var machine = Machine(assembly, TextWriter.Null);
        Assert.Equal(StopReason.Faulted, machine.Run());
        Assert.Equal((kind, address, address), (machine.Fault!.Kind, machine.Fault.Address, machine.Counter));
        Assert.Equal(StopReason.Faulted, machine.Step());
    }

    [Theory]
    [InlineData("LD 0,1023(1)")]
    [InlineData("ST 0,1023(1)")]
    public void The_last_word_of_memory_can_be_used(string assembly) =>
        Assert.Equal(StopReason.Halted, Machine(assembly, TextWriter.Null).Run());

    [Fact]
    public void Past_the_program_lie_halts()
    {
        var machine = Machine("LDC 7,900(0)", TextWriter.Null);
        Assert.Equal(StopReason.Halted, machine.Run());
        Assert.Equal((901, 2L), (machine.Counter, machine.Executed));
    }

    [Fact]
    public void Steps_tell_what_they_change()
    {
        var machine = Machine("LDC 1,5(0)\nST 1,2(1)\nJGT 1,1(7)\nHALT 0,0,0\nADD 2,1,1", TextWriter.Null);
        machine.Step();
        Assert.Equal(new TmEffect(0, new(Opcode.LDC, 1, 0, 5), 1, -1, 0, 5), machine.LastEffect);
        machine.Step();
        Assert.Equal(new TmEffect(1, new(Opcode.ST, 1, 1, 2), -1, 7, 0, 5), machine.LastEffect);
        machine.Step();
        Assert.Equal((7, 4), (machine.LastEffect.Register, machine.Counter));
        machine.Step();
        Assert.Equal(10, machine.Registers[2]);
        Assert.Equal(StopReason.Halted, machine.Step());
    }

    [Fact]
    public void Breakpoints_stop_before_and_runs_go_on()
    {
        using var output = new StringWriter();
        var machine = Machine("LDC 0,3(0)\nOUT 0,0,0\nLDA 0,-1(0)\nJGT 0,-3(7)\nHALT 0,0,0", output);
        machine.Breakpoints.Add(1);
        for (var expected = ""; expected.Length < 6; expected += $"{3 - expected.Length / 2}\n")
        {
            Assert.Equal(StopReason.Breakpoint, machine.Run());
            Assert.Equal((1, expected), (machine.Counter, output.ToString()));
        }

        Assert.Equal(StopReason.Halted, machine.Run());
        machine.Reset();
        Assert.Equal(StopReason.Breakpoint, machine.Run());
    }

    [Fact]
    public void Watches_stop_after_a_change_only()
    {
        var machine = Machine("ST 0,9(0)\nLDC 1,4(0)\nST 1,9(0)\nST 1,9(0)\nST 0,9(0)\nHALT 0,0,0", TextWriter.Null);
        machine.Watches.Add(9);
        Assert.Equal(StopReason.Watch, machine.Run());
        Assert.Equal((3, 0, 4), (machine.Counter, machine.LastEffect.Before, machine.LastEffect.After));
        Assert.Equal(StopReason.Watch, machine.Run());
        Assert.Equal(5, machine.Counter);
        Assert.Equal(StopReason.Halted, machine.Run());
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(7)]
    [InlineData(1000)]
    [InlineData(1_000_003)]
    public void A_budget_is_kept_exactly(long budget)
    {
        var machine = Machine("LDA 0,1(0)\nST 0,5(1)\nLD 1,5(2)\nLDA 1,0(2)\nLDA 7,-5(7)", TextWriter.Null);
        Assert.Equal(StopReason.Budget, machine.Run(budget));
        Assert.Equal(budget, machine.Executed);
        Assert.Equal(StopReason.Budget, machine.Run(3));
        Assert.Equal(budget + 3, machine.Executed);
    }

    [Fact]
    public async Task A_run_can_be_cancelled()
    {
        var machine = Machine("LDA 7,-1(7)", TextWriter.Null);
        using var cancellation = new CancellationTokenSource(50);
        Assert.Equal(StopReason.Cancelled,
            await Task.Run(() => machine.Run(cancellation: cancellation.Token), TestContext.Current.CancellationToken));
    }

    [Fact]
    public void Programs_survive_being_written_and_read()
    {
        foreach (var name in TestProgram.Names.Where(n => TestProgram.Load(n).Runs))
        {
            var program = Compilation.Of(TestProgram.Load(name).Source).Machine;
            Assert.Equal(program.Instructions, Assembler.Assemble(Disassembler.Disassemble(program)).Instructions);
        }
    }

    [Theory]
    [InlineData("LDX 0,1(0)", "line 1, column 4: there is no operation 'LDX'")]
    [InlineData("\nLD 8,1(0)", "line 2, column 4: a register from 0 to 7 must stand here")]
    [InlineData("LD 0 1(0)", "line 1, column 6: ',' must stand here")]
    [InlineData("ADD 0,1,9", "line 1, column 9: a register from 0 to 7 must stand here")]
    [InlineData("0: HALT 0,0,0\n0: HALT 0,0,0", "line 2, column 3: the address 0 has an instruction already")]
    [InlineData("LDC 0,99999999999(0)", "line 1, column 7: a displacement from -2147483648 to 2147483647 must stand here")]
    public void The_assembler_says_where_it_does_not_understand(string assembly, string message) =>
        Assert.StartsWith(message, Assert.Throws<FormatException>(() => Assembler.Assemble(assembly)).Message, StringComparison.Ordinal);

    [Fact]
    public void A_program_that_does_not_fit_is_refused() =>
        Assert.Contains("2 instructions",
            Assert.Throws<ArgumentException>(() =>
            new TmMachine(Assembler.Assemble("IN 0,0,0\nHALT 0,0,0"), new TextConsole(TextReader.Null, TextWriter.Null), 16, 1)).Message);

    /// <summary>Random programs, most of them senseless: running fast must be stepping, instruction by instruction.</summary>
    [Fact]
    public void Running_is_stepping()
    {
        for (var seed = 0; seed < 5000; seed++)
        {
            var program = RandomProgram(new Random(seed));
            var fast = new TmMachine(program, new TextConsole(TextReader.Null, TextWriter.Null), 32, 64);
            var slow = new TmMachine(program, new TextConsole(TextReader.Null, TextWriter.Null), 32, 64);
            var budget = new Random(seed).Next(1, 400);
            var reason = fast.Run(budget);
            while (slow.Executed < budget && slow.Step() == StopReason.Ready)
            {
            }

            Assert.True(fast.Registers.SequenceEqual(slow.Registers) && fast.Data.SequenceEqual(slow.Data)
                && fast.Executed == slow.Executed,
                $"seed {seed}, {reason} at {fast.Executed}, {slow.Reason} at {slow.Executed}\n{Disassembler.Disassemble(program)}");
            Assert.Equal(slow.Reason == StopReason.Ready ? StopReason.Budget : slow.Reason, reason);
            Assert.Equal(slow.Fault, fast.Fault);
        }
    }

    private static TmProgram RandomProgram(Random random)
    {
        var code = new Instruction[random.Next(1, 30)];
        for (var i = 0; i < code.Length; i++)
        {
            var op = (Opcode)random.Next(random.Next(20) == 0 ? 0 : 3, 17);
            var r = (byte)random.Next(random.Next(4) == 0 ? 8 : 5);
            var s = (byte)random.Next(random.Next(4) == 0 ? 8 : 5);
            var jump = op >= Opcode.JLT || op == Opcode.LDA && r == 7;
            code[i] = new(op, r, jump && random.Next(4) > 0 ? (byte)7 : s, op <= Opcode.DIV ? random.Next(random.Next(4) == 0 ? 8 : 5)
                : random.Next(-5, 12));
        }

        return new(code);
    }
}
