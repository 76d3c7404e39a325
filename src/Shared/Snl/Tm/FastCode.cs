using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using static Qiansi.Snl.Tm.FastOp;

namespace Qiansi.Snl.Tm;

/// <summary>
/// A program prepared for speed: operands decoded, jumps with their targets, and frequent rows of instructions fused (superinstructions:
/// Ertl and Gregg, The structure and performance of efficient interpreters,
/// 2003). Every address keeps its own instruction, so that a jump may lead anywhere; what is counted, and where it stops, is as if
/// instructions were executed one by one.
/// </summary>
internal sealed unsafe partial class FastCode
{
    private const int Counter = TmProgram.CounterRegister;

    /// <summary>Rows that are fused, longest first.</summary>
    private static readonly (FastOp[] Row, FastOp Fused)[] Rows =
        [.. Enum.GetValues<FastOp>().Where(f => f >= LdLd).Select(f => (RowOf(f), f)).OrderByDescending(r => r.Item1.Length)];

    private readonly Op[] _code;
    private readonly int[] _data;

    public FastCode(Instruction[] code, int[] data)
    {
        _data = data;
        _code = GC.AllocateArray<Op>(code.Length + 4, pinned: true);
        for (var i = 0; i < code.Length; i++) _code[i] = Prepare(code[i], i, code.Length);
        // From the front, so that the rows are compared with what is not fused yet behind.
        for (var i = 0; i < code.Length; i++) _code[i].Code = Fuse(i);
    }

    /// <summary>Executes instructions until one must be left to the machine, or the budget might not last to the next jump.</summary>
    /// <param name="registers">The machine's registers, the counter included; on return as they are.</param>
    /// <param name="budget">Instructions allowed.</param>
    /// <returns>Instructions executed.</returns>
    public long Run(int[] registers, long budget)
    {
        // Between two jumps there are at most as many instructions as the program has.
        var allowed = budget - _code.Length;
        if (allowed <= 0) return 0;
        var r = stackalloc int[8];
        registers.CopyTo(new Span<int>(r, 8));
        var code = (Op*)Unsafe.AsPointer(ref MemoryMarshal.GetArrayDataReference(_code));
        var data = (int*)Unsafe.AsPointer(ref MemoryMarshal.GetArrayDataReference(_data));
        var ip = code + registers[Counter];
        var executed = Loop(ref ip, code, (uint)_code.Length - 4, r, data, (uint)_data.Length, allowed);
        new Span<int>(r, 7).CopyTo(registers);
        registers[Counter] = (int)(ip - code);
        return executed;
    }

    /// <summary>
    /// Decodes an instruction; those that use the program counter as a number are left to the machine, but for jumps and constants.
    /// </summary>
    private static Op Prepare(Instruction instruction, int at, int length)
    {
        var (op, r, s, d) = instruction;
        var next = unchecked(d + at + 1);
        if (op is >= Opcode.ADD and <= Opcode.DIV)
            return r == Counter || s == Counter || d == Counter ? default : new(FastOp.Add + (op - Opcode.ADD), r, s, d);
        if (op is Opcode.LD or Opcode.ST && s == Counter || op == Opcode.ST && r == Counter) return default;
        if (r == Counter)
        {
            return op switch
            {
                Opcode.LD => new(JumpMemory, r, s, d),
                Opcode.LDA when s != Counter => new(JumpRegister, r, s, d),
                Opcode.LDA when (uint)next <= (uint)length => new(FastOp.Jump, r, s, next),
                Opcode.LDC when (uint)d <= (uint)length => new(FastOp.Jump, r, s, d),
                _ => default,
            };
        }

        return op switch
        {
            Opcode.LD => new(Ld, r, s, d),
            Opcode.ST => new(St, r, s, d),
            Opcode.LDA when s == Counter => new(Ldc, r, s, next),
            Opcode.LDA => new(Lda, r, s, d),
            Opcode.LDC => new(Ldc, r, s, d),
            >= Opcode.JLT when s == Counter && (uint)next <= (uint)length => new(Jlt + (op - Opcode.JLT), r, s, next),
            _ => default,
        };
    }

    private FastOp Fuse(int at)
    {
        foreach (var (row, fused) in Rows)
        {
            var fits = true;
            for (var i = 0; fits && i < row.Length; i++) fits = at + i < _code.Length && _code[at + i].Code == row[i];
            if (fits) return fused;
        }

        return _code[at].Code;
    }

    /// <summary>The instructions that a fused one's name is made of.</summary>
    private static FastOp[] RowOf(FastOp fused)
    {
        var row = new List<FastOp>();
        var name = fused.ToString();
        for (var at = 0; at < name.Length;)
        {
            var end = at + 1;
            while (end < name.Length && char.IsAsciiLetterLower(name[end])) end++;
            row.Add(Enum.Parse<FastOp>(name[at..end]));
            at = end;
        }

        return [.. row];
    }

    private struct Op(FastOp code, int r, int s, int d)
    {
        public FastOp Code = code;
        public byte R = (byte)r;
        public byte S = (byte)s;
        public int D = d;
    }
}
