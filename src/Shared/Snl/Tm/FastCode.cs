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
internal sealed unsafe class FastCode
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

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static long Loop(ref Op* at, Op* code, uint length, int* r, int* data, uint size, long allowed)
    {
        var ip = at;
        var start = ip;
        var left = allowed;
        while (true)
        {
            switch (ip->Code)
            {
                case FastOp.Add:
                    DoAdd(ip, r);
                    ip++;
                    continue;
                case Sub:
                    DoSub(ip, r);
                    ip++;
                    continue;
                case Mul:
                    DoMul(ip, r);
                    ip++;
                    continue;
                case Div:
                    var divisor = r[ip->D];
                    if (divisor == 0) goto Leave;
                    r[ip->R] = divisor == -1 ? -r[ip->S] : r[ip->S] / divisor;
                    ip++;
                    continue;
                case Ld:
                    if (!DoLd(ip, r, data, size)) goto Leave;
                    ip++;
                    continue;
                case St:
                    if (!DoSt(ip, r, data, size)) goto Leave;
                    ip++;
                    continue;
                case Lda:
                    DoLda(ip, r);
                    ip++;
                    continue;
                case Ldc:
                    r[ip->R] = ip->D;
                    ip++;
                    continue;
                case FastOp.Jump:
                    goto Jump;
                case JumpRegister:
                    var target = (uint)(ip->D + r[ip->S]);
                    if (target > length) goto Leave;
                    left -= ip - start + 1;
                    ip = start = code + target;
                    if (left < 0) goto Leave;
                    continue;
                case JumpMemory:
                    var address = (uint)(ip->D + r[ip->S]);
                    if (address >= size || (uint)data[address] > length) goto Leave;
                    left -= ip - start + 1;
                    ip = start = code + (uint)data[address];
                    if (left < 0) goto Leave;
                    continue;
                case Jlt:
                    if (r[ip->R] < 0) goto Jump;
                    ip++;
                    continue;
                case Jle:
                    if (r[ip->R] <= 0) goto Jump;
                    ip++;
                    continue;
                case Jgt:
                    if (r[ip->R] > 0) goto Jump;
                    ip++;
                    continue;
                case Jge:
                    if (r[ip->R] >= 0) goto Jump;
                    ip++;
                    continue;
                case Jeq:
                    if (r[ip->R] == 0) goto Jump;
                    ip++;
                    continue;
                case Jne:
                    if (r[ip->R] != 0) goto Jump;
                    ip++;
                    continue;

                case LdLd:
                    if (!DoLd(ip, r, data, size)) goto Leave;
                    ip++;
                    if (!DoLd(ip, r, data, size)) goto Leave;
                    ip++;
                    continue;
                case LdAdd:
                    if (!DoLd(ip, r, data, size)) goto Leave;
                    DoAdd(ip + 1, r);
                    ip += 2;
                    continue;
                case LdSub:
                    if (!DoLd(ip, r, data, size)) goto Leave;
                    DoSub(ip + 1, r);
                    ip += 2;
                    continue;
                case LdMul:
                    if (!DoLd(ip, r, data, size)) goto Leave;
                    DoMul(ip + 1, r);
                    ip += 2;
                    continue;
                case LdLda:
                    if (!DoLd(ip, r, data, size)) goto Leave;
                    DoLda(ip + 1, r);
                    ip += 2;
                    continue;
                case LdSt:
                    if (!DoLd(ip, r, data, size)) goto Leave;
                    ip++;
                    if (!DoSt(ip, r, data, size)) goto Leave;
                    ip++;
                    continue;
                case AddSt:
                    DoAdd(ip, r);
                    ip++;
                    if (!DoSt(ip, r, data, size)) goto Leave;
                    ip++;
                    continue;
                case SubSt:
                    DoSub(ip, r);
                    ip++;
                    if (!DoSt(ip, r, data, size)) goto Leave;
                    ip++;
                    continue;
                case MulSt:
                    DoMul(ip, r);
                    ip++;
                    if (!DoSt(ip, r, data, size)) goto Leave;
                    ip++;
                    continue;
                case LdaSt:
                    DoLda(ip, r);
                    ip++;
                    if (!DoSt(ip, r, data, size)) goto Leave;
                    ip++;
                    continue;
                case AddLd:
                    DoAdd(ip, r);
                    ip++;
                    if (!DoLd(ip, r, data, size)) goto Leave;
                    ip++;
                    continue;
                case StLd:
                    if (!DoSt(ip, r, data, size)) goto Leave;
                    ip++;
                    if (!DoLd(ip, r, data, size)) goto Leave;
                    ip++;
                    continue;
                case StLda:
                    if (!DoSt(ip, r, data, size)) goto Leave;
                    DoLda(ip + 1, r);
                    ip += 2;
                    continue;
                case StJump:
                    if (!DoSt(ip, r, data, size)) goto Leave;
                    ip++;
                    goto Jump;
                case SubJge:
                    DoSub(ip, r);
                    ip++;
                    if (r[ip->R] >= 0) goto Jump;
                    ip++;
                    continue;
                case SubJne:
                    DoSub(ip, r);
                    ip++;
                    if (r[ip->R] != 0) goto Jump;
                    ip++;
                    continue;
                case LdaJge:
                    DoLda(ip, r);
                    ip++;
                    if (r[ip->R] >= 0) goto Jump;
                    ip++;
                    continue;
                case LdaJlt:
                    DoLda(ip, r);
                    ip++;
                    if (r[ip->R] < 0) goto Jump;
                    ip++;
                    continue;
                case LdaJle:
                    DoLda(ip, r);
                    ip++;
                    if (r[ip->R] <= 0) goto Jump;
                    ip++;
                    continue;
                case LdaJne:
                    DoLda(ip, r);
                    ip++;
                    if (r[ip->R] != 0) goto Jump;
                    ip++;
                    continue;
                case LdJge:
                    if (!DoLd(ip, r, data, size)) goto Leave;
                    ip++;
                    if (r[ip->R] >= 0) goto Jump;
                    ip++;
                    continue;
                case JgeJlt:
                    if (r[ip->R] >= 0) goto Jump;
                    ip++;
                    if (r[ip->R] < 0) goto Jump;
                    ip++;
                    continue;

                case LdLdAdd:
                    if (!DoLd(ip, r, data, size)) goto Leave;
                    ip++;
                    if (!DoLd(ip, r, data, size)) goto Leave;
                    DoAdd(ip + 1, r);
                    ip += 2;
                    continue;
                case LdLdSub:
                    if (!DoLd(ip, r, data, size)) goto Leave;
                    ip++;
                    if (!DoLd(ip, r, data, size)) goto Leave;
                    DoSub(ip + 1, r);
                    ip += 2;
                    continue;
                case LdLdMul:
                    if (!DoLd(ip, r, data, size)) goto Leave;
                    ip++;
                    if (!DoLd(ip, r, data, size)) goto Leave;
                    DoMul(ip + 1, r);
                    ip += 2;
                    continue;
                case LdLdaSt:
                    if (!DoLd(ip, r, data, size)) goto Leave;
                    DoLda(ip + 1, r);
                    ip += 2;
                    if (!DoSt(ip, r, data, size)) goto Leave;
                    ip++;
                    continue;
                case LdAddSt:
                    if (!DoLd(ip, r, data, size)) goto Leave;
                    DoAdd(ip + 1, r);
                    ip += 2;
                    if (!DoSt(ip, r, data, size)) goto Leave;
                    ip++;
                    continue;
                case LdSubSt:
                    if (!DoLd(ip, r, data, size)) goto Leave;
                    DoSub(ip + 1, r);
                    ip += 2;
                    if (!DoSt(ip, r, data, size)) goto Leave;
                    ip++;
                    continue;
                case LdMulAdd:
                    if (!DoLd(ip, r, data, size)) goto Leave;
                    DoMul(ip + 1, r);
                    DoAdd(ip + 2, r);
                    ip += 3;
                    continue;
                case MulAddSt:
                    DoMul(ip, r);
                    DoAdd(ip + 1, r);
                    ip += 2;
                    if (!DoSt(ip, r, data, size)) goto Leave;
                    ip++;
                    continue;
                case AddStJump:
                    DoAdd(ip, r);
                    ip++;
                    if (!DoSt(ip, r, data, size)) goto Leave;
                    ip++;
                    goto Jump;
                case LdaStJump:
                    DoLda(ip, r);
                    ip++;
                    if (!DoSt(ip, r, data, size)) goto Leave;
                    ip++;
                    goto Jump;
                default:
                    goto Leave;
            }

        Jump:
            left -= ip - start + 1;
            ip = start = code + ip->D;
            if (left >= 0) continue;

        Leave:
            at = ip;
            return allowed - left + (ip - start);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void DoAdd(Op* op, int* r) => r[op->R] = r[op->S] + r[op->D];

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void DoSub(Op* op, int* r) => r[op->R] = r[op->S] - r[op->D];

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void DoMul(Op* op, int* r) => r[op->R] = r[op->S] * r[op->D];

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void DoLda(Op* op, int* r) => r[op->R] = r[op->S] + op->D;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static bool DoLd(Op* op, int* r, int* data, uint size)
    {
        var address = (uint)(op->D + r[op->S]);
        if (address >= size) return false;
        r[op->R] = data[address];
        return true;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static bool DoSt(Op* op, int* r, int* data, uint size)
    {
        var address = (uint)(op->D + r[op->S]);
        if (address >= size) return false;
        data[address] = r[op->R];
        return true;
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
