using Qiansi.Snl.Intermediate;

namespace Qiansi.Snl.Tm;

/// <content>Arrays and records as a whole: copied and cleared.</content>
public sealed partial class TmGenerator
{
    private void CopyBlock(Quad quad)
    {
        var (to, from) = (_registers.Fetch(quad.A), _registers.Fetch(quad.B));
        if (quad.Offset <= Unrolled)
        {
            for (var i = 0; i < quad.Offset; i++)
            {
                Emit(Opcode.LD, Scratch, i, from);
                Emit(Opcode.ST, Scratch, i, to);
            }
        }
        else
        {
            CopyLoop(from, to, quad.Offset);
        }

        _registers.Release(quad.A);
        _registers.Release(quad.B);
    }

    private void ArgumentBlock(Quad quad)
    {
        var from = _registers.Fetch(quad.A);
        if (quad.B.Value <= Unrolled)
        {
            for (var i = 0; i < quad.B.Value; i++)
            {
                Emit(Opcode.LD, Scratch, i, from);
                EmitFrameSized(Opcode.ST, Scratch, quad.Offset + i, Frame);
            }
        }
        else
        {
            var to = _registers.Borrow();
            EmitFrameSized(Opcode.LDA, to, quad.Offset, Frame);
            CopyLoop(from, to, quad.B.Value);
        }

        _registers.Release(quad.A);
    }

    /// <summary>Copies words; both registers are free afterwards.</summary>
    private void CopyLoop(int from, int to, int size)
    {
        _registers.Lose(from);
        _registers.Lose(to);
        var left = _registers.Borrow();
        Emit(Opcode.LDC, left, size, 0);
        Emit(Opcode.LD, Scratch, 0, from);
        Emit(Opcode.ST, Scratch, 0, to);
        Emit(Opcode.LDA, from, 1, from);
        if (to != from) Emit(Opcode.LDA, to, 1, to);
        Emit(Opcode.LDA, left, -1, left);
        Emit(Opcode.JGT, left, to != from ? -6 : -5, Counter);
        _registers.Return(left);
        _registers.Return(from);
        _registers.Return(to);
    }

    private void Clear(Quad quad)
    {
        var variable = _program.Variables[quad.A.Value];
        var frame = FrameOf(variable.Scope);
        var zero = _registers.Borrow();
        Emit(Opcode.LDC, zero, 0, 0);
        if (variable.Size <= Unrolled)
        {
            for (var i = 0; i < variable.Size; i++) Emit(Opcode.ST, zero, variable.Offset + i, frame);
        }
        else
        {
            var left = _registers.Borrow();
            Emit(Opcode.LDA, Scratch, variable.Offset, frame);
            Emit(Opcode.LDC, left, variable.Size, 0);
            Emit(Opcode.ST, zero, 0, Scratch);
            Emit(Opcode.LDA, Scratch, 1, Scratch);
            Emit(Opcode.LDA, left, -1, left);
            Emit(Opcode.JGT, left, -4, Counter);
            _registers.Return(left);
        }

        _registers.Return(zero);
    }
}
