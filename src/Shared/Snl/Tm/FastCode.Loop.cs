using System.Runtime.CompilerServices;
using static Qiansi.Snl.Tm.FastOp;

namespace Qiansi.Snl.Tm;

/// <content>The interpreter's loop.</content>
internal sealed unsafe partial class FastCode
{
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
}
