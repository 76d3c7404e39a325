using Qiansi.Snl.Intermediate;
using Qiansi.Snl.Semantics;

namespace Qiansi.Snl.Tm;

/// <content>Comparisons, checks, calls and returns.</content>
public sealed partial class TmGenerator
{
    private void Check(int register, int low, int high)
    {
        var shifted = register;
        if (low != 0) Emit(Opcode.LDA, shifted = Scratch, unchecked(-low), register);
        Emit(Opcode.JLT, shifted, 2, Counter);
        Emit(Opcode.LDA, Scratch, unchecked(low - high - 1), shifted);
        Emit(Opcode.JLT, Scratch, 1, Counter);
        Emit(Opcode.HALT, (int)TmFaultKind.SubscriptOutOfRange, 0, register);
    }

    private void JumpIfNotEqual(Quad quad)
    {
        var (a, b) = quad.A.IsConstant ? (quad.B, quad.A) : (quad.A, quad.B);
        var left = _registers.Fetch(a);
        if (b.IsConstant && b.Value == 0)
        {
            JumpTo(Opcode.JNE, left, quad.Offset);
        }
        else
        {
            if (b.IsConstant) Emit(Opcode.LDA, Scratch, unchecked(-b.Value), left);
            else Emit(Opcode.SUB, Scratch, _registers.Fetch(b), left);
            JumpTo(Opcode.JNE, Scratch, quad.Offset);
        }

        _registers.Release(a);
        if (!b.IsConstant) _registers.Release(b);
    }

    /// <summary>A difference of operands with different signs may not fit into 32 bits; the signs decide then.</summary>
    private void JumpIfNotLess(Quad quad)
    {
        var (a, b) = (quad.A, quad.B);
        if (b.IsConstant)
        {
            var left = _registers.Fetch(a);
            if (b.Value == 0)
            {
                JumpTo(Opcode.JGE, left, quad.Offset);
            }
            else
            {
                if (b.Value > 0) Emit(Opcode.JLT, left, 2, Counter);
                else JumpTo(Opcode.JGE, left, quad.Offset);
                Emit(Opcode.LDA, Scratch, unchecked(-b.Value), left);
                JumpTo(Opcode.JGE, Scratch, quad.Offset);
            }
        }
        else if (a.IsConstant)
        {
            var right = _registers.Fetch(b);
            if (a.Value == 0)
            {
                JumpTo(Opcode.JLE, right, quad.Offset);
            }
            else
            {
                if (a.Value > 0) JumpTo(Opcode.JLT, right, quad.Offset);
                else Emit(Opcode.JGE, right, 2, Counter);
                Emit(Opcode.LDA, Scratch, unchecked(-a.Value), right);
                JumpTo(Opcode.JLE, Scratch, quad.Offset);
            }
        }
        else
        {
            var (left, right) = (_registers.Fetch(a), _registers.Fetch(b));
            Emit(Opcode.JGE, left, 2, Counter);
            Emit(Opcode.JGE, right, 4, Counter);
            Emit(Opcode.LDA, Counter, 1, Counter);
            JumpTo(Opcode.JLT, right, quad.Offset);
            Emit(Opcode.SUB, Scratch, right, left);
            JumpTo(Opcode.JGE, Scratch, quad.Offset);
        }

        _registers.Release(a);
        _registers.Release(b);
    }

    private void Call(int index)
    {
        var around = _program.Procedures[index].Scope.Parent!;
        EmitFrameSized(Opcode.ST, Frame, ActivationRecord.DynamicLink, Frame);
        EmitFrameSized(Opcode.ST, FrameOf(around), ActivationRecord.StaticLink, Frame);
        EmitFrameSized(Opcode.LDA, Frame, 0, Frame);
        Emit(Opcode.LDA, Scratch, 1, Counter);
        _calls.Add((_code.Count, index));
        Emit(Opcode.LDA, Counter, 0, Counter);
        _registers.ForgetAll();
    }

    private void Return()
    {
        if (_scope.Procedure is null)
        {
            Emit(Opcode.HALT, 0, 0, 0);
            return;
        }

        Emit(Opcode.LD, Scratch, ActivationRecord.ReturnAddress, Frame);
        Emit(Opcode.LD, Frame, ActivationRecord.DynamicLink, Frame);
        Emit(Opcode.LDA, Counter, 0, Scratch);
    }

    private void JumpTo(Opcode op, int register, int label)
    {
        _jumps.Add((_code.Count, label));
        Emit(op, register, 0, Counter);
    }

    private void SetTarget(int address, int target) => _code[address] = _code[address] with { D = target - address - 1 };
}
