using Qiansi.Snl.Intermediate;
using Qiansi.Snl.Semantics;

namespace Qiansi.Snl.Tm;

/// <summary>
/// Makes code for the Tiny Machine. Registers 0 to 3 hold values, 4 is scratch and carries the return address into a procedure, 5 is the
/// present activation record, 6 the program's own, 7 the program counter.
/// A new record begins where the caller's ends, so that no stack pointer is needed. Comparisons are exact over all 32 bits, which a plain
/// subtraction would not be.
/// </summary>
public sealed partial class TmGenerator
{
    private const int Scratch = 4, Frame = TmProgram.FrameRegister, Global = TmProgram.GlobalRegister, Counter = TmProgram.CounterRegister;

    /// <summary>Words up to which copying is written out; more is a loop.</summary>
    private const int Unrolled = 8;

    private readonly IrProgram _program;
    private readonly List<Instruction> _code;
    private readonly List<int> _quads;
    private readonly List<(int Address, int Procedure)> _calls = [];
    private readonly List<int> _frameSized = [];
    private readonly List<(int Address, int Label)> _jumps = [];
    private readonly int[] _entries;
    private readonly RegisterFile _registers;
    private int[] _labels = [];
    private Scope _scope = null!;
    private int _quad;

    private TmGenerator(IrProgram program)
    {
        _program = program;
        // Up to five machine instructions for two intermediate ones.
        var about = 5 * program.Procedures.Sum(p => p.Code.Count) / 2;
        (_code, _quads) = (new(about), new(about));
        _entries = new int[program.Procedures.Count];
        _registers = new(Load, Spill);
    }

    /// <summary>Makes the code of a program.</summary>
    public static TmProgram Generate(IrProgram program, SourceText source)
    {
        var generator = new TmGenerator(program);
        var procedures = new PiecewiseList<ProcedureCode>();
        for (var i = 0; i < program.Procedures.Count; i++) procedures.Add(generator.Procedure(i));
        foreach (var (address, procedure) in generator._calls) generator.SetTarget(address, generator._entries[procedure]);
        return new(generator._code, new(source, generator._quads, program, procedures));
    }

    private ProcedureCode Procedure(int index)
    {
        var procedure = _program.Procedures[index];
        _scope = procedure.Scope;
        _labels = new int[procedure.Labels];
        var entry = _entries[index] = _code.Count;
        _quad = -1;
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
            _quad = i;
            Quad(procedure.Code[i]);
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

    private void EmitFrameSized(Opcode op, int r, int d, int s)
    {
        _frameSized.Add(_code.Count);
        Emit(op, r, d, s);
    }

    /// <summary>Adds an instruction: <c>op r,d(s)</c>, or <c>op r,s,t</c> with t for d.</summary>
    private void Emit(Opcode op, int r, int d, int s)
    {
        _code.Add(new(op, (byte)r, (byte)s, d));
        _quads.Add(_quad);
    }
}
