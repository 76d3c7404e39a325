namespace Qiansi.Snl.Tm;

/// <summary>
/// The Tiny Machine: a memory of instructions and one of data, eight registers of 32 bits, the last of which is the program counter. At the
/// start all is zero but the first word of data, which holds the highest
/// address. Arithmetic is modulo 2³². Unlike Louden's simulator it does not let the address just past the memory through.
/// </summary>
public sealed class TmMachine
{
    /// <summary>Words of each memory in Louden's simulator.</summary>
    public const int ClassicWords = 1024;

    /// <summary>Instructions between two looks at a cancellation token.</summary>
    private const long Slice = 1 << 22;

    private readonly Instruction[] _code;
    private readonly int _instructionWords;
    private readonly FastCode _fast;

    /// <summary>A machine with a program.</summary>
    /// <param name="program">The program.</param>
    /// <param name="console">Where it reads and writes.</param>
    /// <param name="dataWords">Words of data memory.</param>
    /// <param name="instructionWords">Words of instruction memory; those that the program leaves are HALT.</param>
    /// <exception cref="ArgumentException">The program does not fit, or a memory has no words.</exception>
    public TmMachine(TmProgram program, IProgramConsole console, int dataWords = ClassicWords, int instructionWords = ClassicWords)
    {
        if (dataWords < 1) throw new ArgumentException($"a data memory of {dataWords} words holds nothing", nameof(dataWords));
        if (program.Instructions.Count > instructionWords)
            throw new ArgumentException(
                $"the program has {program.Instructions.Count} instructions, the memory {instructionWords} words; ask for a larger one",
                nameof(instructionWords));
        (Program, Console, _instructionWords) = (program, console, instructionWords);
        _code = [.. program.Instructions];
        Data = GC.AllocateArray<int>(dataWords, pinned: true);
        _fast = new FastCode(_code, Data);
        Reset();
    }

    /// <summary>The program.</summary>
    public TmProgram Program { get; }

    /// <summary>Where it reads and writes.</summary>
    public IProgramConsole Console { get; }

    /// <summary>The registers; the last is the address of the next instruction.</summary>
    public int[] Registers { get; } = new int[8];

    /// <summary>The data memory.</summary>
    public int[] Data { get; }

    /// <summary>Address of the next instruction.</summary>
    public int Counter
    {
        get => Registers[TmProgram.CounterRegister];
        set => Registers[TmProgram.CounterRegister] = value;
    }

    /// <summary>
    /// Whether the next instruction is the jump that ends a procedure of a compiled program: its activation record is left already.
    /// </summary>
    public bool IsReturning => Counter is > 0 and var at && at < _code.Length
        && _code[at] == new Instruction(Opcode.LDA, TmProgram.CounterRegister, 4, 0)
        && _code[at - 1] is { Op: Opcode.LD, R: TmProgram.FrameRegister };

    /// <summary>Instructions executed since the start.</summary>
    public long Executed { get; private set; }

    /// <summary>Why the machine stands still.</summary>
    public StopReason Reason { get; private set; }

    /// <summary>What stopped the program, when <see cref="Reason"/> is <see cref="StopReason.Faulted"/>.</summary>
    public TmFault? Fault { get; private set; }

    /// <summary>What the last instruction of <see cref="Step"/> changed, and of <see cref="Run"/> when it stopped at a watch.</summary>
    public TmEffect LastEffect { get; private set; }

    /// <summary>Addresses of instructions before which <see cref="Run"/> stops.</summary>
    public HashSet<int> Breakpoints { get; } = [];

    /// <summary>Addresses of data after whose change <see cref="Run"/> stops.</summary>
    public HashSet<int> Watches { get; } = [];

    /// <summary>Back to the start; breakpoints and watches stay.</summary>
    public void Reset()
    {
        Array.Clear(Registers);
        Array.Clear(Data);
        Data[0] = Data.Length - 1;
        (Executed, Reason, Fault, LastEffect) = (0, StopReason.Ready, null, default);
    }

    /// <summary>Executes one instruction.</summary>
    public StopReason Step()
    {
        if (Reason is StopReason.Halted or StopReason.Faulted) return Reason;
        Reason = StopReason.Ready;
        Execute();
        return Reason;
    }

    /// <summary>Runs until something stops it; can be called again to go on after a breakpoint, a watch or a budget.</summary>
    /// <param name="budget">Instructions that may be executed in this call.</param>
    /// <param name="cancellation">Stops it soon.</param>
    public StopReason Run(long budget = long.MaxValue, CancellationToken cancellation = default)
    {
        if (Reason is StopReason.Halted or StopReason.Faulted) return Reason;
        Reason = StopReason.Ready;
        var end = budget > long.MaxValue - Executed ? long.MaxValue : Executed + budget;
        var stepping = Breakpoints.Count > 0 || Watches.Count > 0;
        for (var first = true; Reason == StopReason.Ready; first = false)
        {
            if (Executed >= end) return Reason = StopReason.Budget;
            if (cancellation.IsCancellationRequested) return Reason = StopReason.Cancelled;
            if (stepping) RunWatching(Math.Min(end, Executed + Slice / 64), first);
            else RunFast(Math.Min(end, Executed + Slice));
        }

        return Reason;
    }

    private void RunFast(long end)
    {
        var counter = Counter;
        if ((uint)counter < (uint)_code.Length) Executed += _fast.Run(Registers, end - Executed);
        // What the fast code leaves: what halts, reads, writes, faults or is rare; and the last instructions before the end.
        if (Executed < end) Execute();
    }

    private void RunWatching(long end, bool first)
    {
        while (Executed < end)
        {
            if (!first && Breakpoints.Contains(Counter))
            {
                Reason = StopReason.Breakpoint;
                return;
            }

            first = false;
            Execute();
            if (Reason != StopReason.Ready) return;
            if (LastEffect.Word >= 0 && LastEffect.Before != LastEffect.After && Watches.Contains(LastEffect.Word))
            {
                Reason = StopReason.Watch;
                return;
            }
        }
    }

    /// <summary>One instruction, by the book.</summary>
    private void Execute()
    {
        var at = Counter;
        if ((uint)at >= (uint)_instructionWords)
        {
            Stop(at, TmFaultKind.InstructionMemory, $"there is no instruction {at}: the memory has {_instructionWords}");
            return;
        }

        var instruction = at < _code.Length ? _code[at] : default;
        var (r, s, d) = (instruction.R, instruction.S, instruction.D);
        var registers = Registers;
        Counter = at + 1;
        Executed++;
        LastEffect = new(at, instruction, -1, -1, 0, 0);
        var address = instruction.IsRegisterOnly ? 0 : unchecked(d + registers[s]);
        switch (instruction.Op)
        {
            case Opcode.HALT:
                if (r == (int)TmFaultKind.SubscriptOutOfRange && Program.Debug is not null)
                    Stop(at, TmFaultKind.SubscriptOutOfRange, $"the subscript {registers[s]} is outside its array's bounds");
                else
                    Reason = StopReason.Halted;
                break;
            case Opcode.IN:
                try
                {
                    Set(r, s == 1 ? Console.ReadCharacter() : Console.ReadInteger());
                }
                catch (InputException e)
                {
                    Stop(at, TmFaultKind.Input, e.Message);
                }

                break;
            case Opcode.OUT when s == 1:
                Console.WriteCharacter(registers[r]);
                break;
            case Opcode.OUT:
                Console.WriteInteger(registers[r]);
                break;
            case Opcode.ADD:
                Set(r, unchecked(registers[s] + registers[d]));
                break;
            case Opcode.SUB:
                Set(r, unchecked(registers[s] - registers[d]));
                break;
            case Opcode.MUL:
                Set(r, unchecked(registers[s] * registers[d]));
                break;
            case Opcode.DIV when registers[d] == 0:
                Stop(at, TmFaultKind.DivisionByZero, $"{registers[s]} is divided by zero");
                break;
            case Opcode.DIV:
                Set(r, registers[d] == -1 ? unchecked(-registers[s]) : registers[s] / registers[d]);
                break;
            case Opcode.LD or Opcode.ST when (uint)address >= (uint)Data.Length:
                StopAtAddress(at, address);
                break;
            case Opcode.LD:
                Set(r, Data[address]);
                break;
            case Opcode.ST:
                LastEffect = new(at, instruction, -1, address, Data[address], registers[r]);
                Data[address] = registers[r];
                break;
            case Opcode.LDA:
                Set(r, address);
                break;
            case Opcode.LDC:
                Set(r, d);
                break;
            default:
                if (Holds(instruction.Op, registers[r])) Set(TmProgram.CounterRegister, address);
                break;
        }

        void Set(int register, int value)
        {
            LastEffect = new(at, instruction, register, -1, registers[register], value);
            registers[register] = value;
        }
    }

    private static bool Holds(Opcode jump, int value) => jump switch
    {
        Opcode.JLT => value < 0,
        Opcode.JLE => value <= 0,
        Opcode.JGT => value > 0,
        Opcode.JGE => value >= 0,
        Opcode.JEQ => value == 0,
        _ => value != 0,
    };

    private void StopAtAddress(int at, int address)
    {
        var debug = Program.Debug;
        var frame = Registers[TmProgram.FrameRegister];
        // A compiled program leaves the memory only where the next activation record would lie.
        if (debug?.ProcedureAt(at) is { } procedure && address >= Data.Length
            && address - (long)frame < 2L * procedure.FrameSize + (1 << 26))
            Stop(at, TmFaultKind.StackOverflow,
                $"no room for another activation record: {Snapshot().Frames.Count} calls fill {Data.Length} words (endless recursion?)");
        else
            Stop(at, TmFaultKind.DataMemory, $"there is no word {address}: the data memory has {Data.Length}");
    }

    private void Stop(int at, TmFaultKind kind, string message)
    {
        Counter = at;
        Reason = StopReason.Faulted;
        Fault = new(kind, at, message, Program.Debug?.PositionOf(at));
    }

    /// <summary>The state as it is now.</summary>
    public TmSnapshot Snapshot() => TmSnapshot.Of(this);
}
