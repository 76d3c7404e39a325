using Qiansi.Snl.Intermediate;
using Qiansi.Snl.Semantics;

namespace Qiansi.Snl.Tm;

/// <summary>
/// Makes code for the Tiny Machine. Registers 0 to 3 hold values, 4 is scratch and carries the return address into a procedure, 5 is the
/// present activation record, 6 the program's own, 7 the program counter.
/// A new record begins where the caller's ends, so that no stack pointer is needed. Comparisons are exact over all 32 bits, which a plain
/// subtraction would not be.
/// </summary>
public sealed class TmGenerator
{
    private const int Scratch = 4, Frame = TmProgram.FrameRegister, Global = TmProgram.GlobalRegister, Counter = TmProgram.CounterRegister;

    /// <summary>Words up to which copying is written out; more is a loop.</summary>
    private const int Unrolled = 8;

    private readonly IrProgram _program;
    private readonly List<Instruction> _code = [];
    private readonly List<int> _positions = [];
    private readonly List<(int, int)> _origins = [];
    private readonly List<(int Address, int Procedure)> _calls = [];
    private readonly List<int> _frameSized = [];
    private readonly List<(int Address, int Label)> _jumps = [];
    private readonly int[] _entries;
    private readonly RegisterFile _registers;
    private int[] _labels = [];
    private Scope _scope = null!;
    private int _position;
    private (int Procedure, int Quad) _origin;

    private TmGenerator(IrProgram program)
    {
        _program = program;
        _entries = new int[program.Procedures.Count];
        _registers = new(Load, Spill);
    }

    /// <summary>Makes the code of a program.</summary>
    public static TmProgram Generate(IrProgram program, SourceText source)
    {
        var generator = new TmGenerator(program);
        var procedures = new List<ProcedureCode>();
        for (var i = 0; i < program.Procedures.Count; i++) procedures.Add(generator.Procedure(i));
        foreach (var (address, procedure) in generator._calls) generator.SetTarget(address, generator._entries[procedure]);
        return new([.. generator._code], new(source, [.. generator._positions], [.. generator._origins], program, procedures));
    }

    private ProcedureCode Procedure(int index)
    {
        var procedure = _program.Procedures[index];
        _scope = procedure.Scope;
        _labels = new int[procedure.Labels];
        var entry = _entries[index] = _code.Count;
        (_position, _origin) = (-1, (index, -1));
        if (_scope.Procedure is null)
        {
            Emit(Opcode.LDC, Frame, TmProgram.GlobalFrame, 0);
            Emit(Opcode.LDC, Global, TmProgram.GlobalFrame, 0);
        }
        else
        {
            Emit(Opcode.ST, Scratch, ActivationRecord.ReturnAddress, Frame);
        }

        _registers.Enter(procedure);
        for (var i = 0; i < procedure.Code.Count; i++)
        {
            var quad = procedure.Code[i];
            (_position, _origin) = (quad.Position, (index, i));
            Quad(quad);
        }

        var size = _scope.FrameSize + _registers.Slots;
        foreach (var address in _frameSized) _code[address] = _code[address] with { D = _code[address].D + size };
        foreach (var (address, label) in _jumps) SetTarget(address, _labels[label]);
        _frameSized.Clear();
        _jumps.Clear();
        return new(_scope, entry, _code.Count, size);
    }

    private void Quad(Quad quad)
    {
        switch (quad.Op)
        {
            case IrOp.Copy:
                Copy(quad);
                break;
            case IrOp.Add or IrOp.Subtract or IrOp.Multiply or IrOp.Divide:
                Arithmetic(quad);
                break;
            case IrOp.Load:
                var (from, at) = Place(quad);
                Emit(Opcode.LD, _registers.Define(quad.C), at, from);
                Keep(quad.C);
                break;
            case IrOp.Store:
                var value = _registers.Fetch(quad.C);
                var (to, offset) = Place(quad);
                Emit(Opcode.ST, value, offset, to);
                _registers.Release(quad.C);
                if (!quad.A.IsVariable || _program.Variables[quad.A.Value].IsIndirect) _registers.ForgetVariables();
                break;
            case IrOp.Address:
                var (register, displacement) = Place(quad);
                Emit(Opcode.LDA, _registers.Define(quad.C), displacement, register);
                Keep(quad.C);
                break;
            case IrOp.CopyBlock:
                CopyBlock(quad);
                break;
            case IrOp.Clear:
                Clear(quad);
                break;
            case IrOp.Check:
                Check(_registers.Fetch(quad.A), quad.B.Value, quad.C.Value);
                _registers.Release(quad.A);
                break;
            case IrOp.Label:
                _labels[quad.Offset] = _code.Count;
                _registers.ForgetAll();
                break;
            case IrOp.Jump:
                JumpTo(Opcode.LDA, Counter, quad.Offset);
                break;
            case IrOp.JumpIfNotLess:
                JumpIfNotLess(quad);
                break;
            case IrOp.JumpIfNotEqual:
                JumpIfNotEqual(quad);
                break;
            case IrOp.Argument:
                EmitFrameSized(Opcode.ST, _registers.Fetch(quad.A), quad.Offset, Frame);
                _registers.Release(quad.A);
                break;
            case IrOp.ArgumentBlock:
                ArgumentBlock(quad);
                break;
            case IrOp.Call:
                Call(quad.Offset);
                break;
            case IrOp.Return:
                Return();
                break;
            case IrOp.Read:
                Emit(Opcode.IN, _registers.Define(quad.C), 0, quad.Offset);
                Keep(quad.C);
                break;
            case IrOp.Write:
                Emit(Opcode.OUT, _registers.Fetch(quad.A), 0, quad.Offset);
                _registers.Release(quad.A);
                break;
        }
    }

    private void Copy(Quad quad)
    {
        var register = _registers.Fetch(quad.A);
        if (quad.C.IsVariable)
        {
            var variable = _program.Variables[quad.C.Value];
            Emit(Opcode.ST, register, variable.Offset, FrameOf(variable.Scope));
            _registers.Release(quad.A);
            _registers.Forget(quad.C);
            _registers.Name(register, quad.C);
            return;
        }

        _registers.Release(quad.A);
        Emit(Opcode.LDA, _registers.Define(quad.C), 0, register);
        Keep(quad.C);
    }

    private void Arithmetic(Quad quad)
    {
        var (a, b) = (quad.A, quad.B);
        if (quad.Op == IrOp.Add && a.IsConstant) (a, b) = (b, a);
        if (b.IsConstant && quad.Op is IrOp.Add or IrOp.Subtract)
        {
            var source = _registers.Fetch(a);
            _registers.Release(a);
            Emit(Opcode.LDA, _registers.Define(quad.C), quad.Op == IrOp.Add ? b.Value : unchecked(-b.Value), source);
        }
        else
        {
            var (left, right) = (_registers.Fetch(a), _registers.Fetch(b));
            _registers.Release(a);
            _registers.Release(b);
            Emit(quad.Op switch { IrOp.Add => Opcode.ADD, IrOp.Subtract => Opcode.SUB, IrOp.Multiply => Opcode.MUL, _ => Opcode.DIV },
                _registers.Define(quad.C), right, left);
        }

        Keep(quad.C);
    }

    /// <summary>
    /// Register and displacement of an address. The index is fetched first: loading it may need the scratch register, which may then hold
    /// the base.
    /// </summary>
    private (int Register, int Displacement) Place(Quad quad)
    {
        var index = quad.B.Kind is OperandKind.Temporary or OperandKind.Variable ? _registers.Fetch(quad.B) : -1;
        var variable = quad.A.IsVariable ? _program.Variables[quad.A.Value] : null;
        var direct = variable is { IsIndirect: false };
        var register = direct ? FrameOf(variable!.Scope) : _registers.Fetch(quad.A);
        var displacement = unchecked((direct ? variable!.Offset : 0) + quad.Offset + (quad.B.IsConstant ? quad.B.Value : 0));
        if (index >= 0)
        {
            Emit(Opcode.ADD, Scratch, index, register);
            register = Scratch;
            _registers.Release(quad.B);
        }

        if (!direct) _registers.Release(quad.A);
        return (register, displacement);
    }

    /// <summary>
    /// A register with the activation record of a scope around this one; for one between, its static links are followed into the scratch
    /// register.
    /// </summary>
    private int FrameOf(Scope scope)
    {
        if (ReferenceEquals(scope, _scope)) return Frame;
        if (scope.Level == 0) return Global;
        Emit(Opcode.LD, Scratch, ActivationRecord.StaticLink, Frame);
        for (var level = _scope.Level - 1; level > scope.Level; level--) Emit(Opcode.LD, Scratch, ActivationRecord.StaticLink, Scratch);
        return Scratch;
    }

    /// <summary>A temporary that another stretch of code needs goes to its word at once.</summary>
    private void Keep(Operand result)
    {
        if (result.IsTemporary && _registers.IsShared(result))
            Emit(Opcode.ST, _registers.Find(result), _scope.FrameSize + _registers.SlotOf(result), Frame);
        else if (result.IsTemporary) _registers.DropUnused(result);
    }

    private void Load(Operand operand, int register)
    {
        switch (operand.Kind)
        {
            case OperandKind.Constant:
                Emit(Opcode.LDC, register, operand.Value, 0);
                break;
            case OperandKind.Temporary:
                Emit(Opcode.LD, register, _scope.FrameSize + _registers.SlotOf(operand), Frame);
                break;
            default:
                var variable = _program.Variables[operand.Value];
                Emit(Opcode.LD, register, variable.Offset, FrameOf(variable.Scope));
                break;
        }
    }

    private void Spill(Operand operand, int register) => Emit(Opcode.ST, register, _scope.FrameSize + _registers.SlotOf(operand), Frame);

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

    private void EmitFrameSized(Opcode op, int r, int d, int s)
    {
        _frameSized.Add(_code.Count);
        Emit(op, r, d, s);
    }

    /// <summary>Adds an instruction: <c>op r,d(s)</c>, or <c>op r,s,t</c> with t for d.</summary>
    private void Emit(Opcode op, int r, int d, int s)
    {
        _code.Add(new(op, (byte)r, (byte)s, d));
        _positions.Add(_position);
        _origins.Add(_origin);
    }
}
