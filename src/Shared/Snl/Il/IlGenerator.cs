using System.Reflection;
using System.Reflection.Emit;
using Qiansi.Snl.Intermediate;
using Qiansi.Snl.Semantics;
using Qiansi.Snl.Tm;
using static System.Reflection.Emit.OpCodes;

namespace Qiansi.Snl.Il;

/// <summary>
/// Makes a .NET method of each procedure. Scalars that only their procedure reaches are locals, or arguments, of the method; the others,
/// arrays and records live in one array of words, in activation records
/// with the offsets that the Tiny Machine uses. Each turn of a loop and each call looks at the flag that stops the program.
/// </summary>
internal sealed partial class IlGenerator
{
    private const int StateArgument = 0, FrameArgument = 1, LinkArgument = 2, FirstParameter = 3;

    private static readonly FieldInfo Memory = typeof(IlState).GetField(nameof(IlState.Memory))!;
    private static readonly FieldInfo Stop = typeof(IlState).GetField(nameof(IlState.Stop))!;

    private readonly IrProgram _program;
    private readonly Effects _effects;
    private readonly DynamicMethod[] _methods;
    private readonly int[] _frameSizes;
    private readonly Stack<LocalBuilder> _free = new();
    private readonly List<(Label Label, Operand Value, int Position, string Method)> _failures = [];
    private Label _stop;
    private ILGenerator _il = null!;
    private Scope _scope = null!;
    private LocalBuilder _memory = null!;
    private Label[] _labels = [];
    private bool[] _placed = [];
    private Dictionary<int, LocalBuilder> _locals = [];
    private LocalBuilder?[] _temporaries = [];
    private int[] _usesLeft = [];
    private bool[] _shared = [];
    private Dictionary<int, LocalBuilder> _arguments = [];

    private IlGenerator(IrProgram program)
    {
        _program = program;
        _effects = new(program);
        _frameSizes = [.. program.Procedures.Select(p => FrameSize(p.Scope))];
        _methods = [.. program.Procedures.Select(p => new DynamicMethod(
            p.Scope.Name, typeof(void),
            p.Scope.Procedure is { } procedure
                ? [typeof(IlState), typeof(int), typeof(int), .. procedure.Parameters.Where(IsPassed).Select(_ => typeof(int))]
                : [typeof(IlState)],
            typeof(IlState).Module, skipVisibility: true))];
    }

    public static Action<IlState> Generate(IrProgram program)
    {
        var generator = new IlGenerator(program);
        for (var i = 0; i < program.Procedures.Count; i++) generator.Procedure(i);
        return generator._methods[0].CreateDelegate<Action<IlState>>();
    }

    private static bool IsPassed(VariableSymbol parameter) => parameter.IsIndirect || parameter.Type!.IsScalar;

    /// <summary>Whether a variable is in the array of words.</summary>
    private static bool IsInMemory(VariableSymbol variable) =>
        variable.IsCaptured || variable.IsPassedByReference && !variable.IsIndirect || !IsPassed(variable);

    private int FrameSize(Scope scope) => _program.KeepsVariables && scope.Level == 0
        || scope.Symbols.Any(s => s is ProcedureSymbol || s is VariableSymbol v && IsInMemory(v)) ? scope.FrameSize : 0;

    private void Procedure(int index)
    {
        var procedure = _program.Procedures[index];
        _scope = procedure.Scope;
        _il = _methods[index].GetILGenerator();
        _labels = [.. Enumerable.Range(0, procedure.Labels).Select(_ => _il.DefineLabel())];
        _placed = new bool[procedure.Labels];
        _locals = [];
        _arguments = [];
        _free.Clear();
        CountUses(procedure);
        _memory = _il.DeclareLocal(typeof(int[]));
        _il.Emit(Ldarg_0);
        _il.Emit(Ldfld, Memory);
        _il.Emit(Stloc, _memory);
        Enter(_frameSizes[index], procedure.Code.Count > 0 ? procedure.Code[0].Position : 0);
        CopyKept(toMemory: false);
        _stop = _il.DefineLabel();
        foreach (var quad in procedure.Code) Emit(quad);
        _il.Emit(Ret);
        // What ends the program stands behind the code, so that no call is in a loop that has none.
        Fail(_stop, nameof(IlState.Cancelled));
        foreach (var (label, value, position, method) in _failures) Fail(label, method, value, position);
        _failures.Clear();
    }

    /// <summary>Code that ends the program, reached by jumps to a label.</summary>
    private void Fail(Label label, string method, Operand? value = null, int position = 0)
    {
        _il.MarkLabel(label);
        if (value is { } operand)
        {
            Load(operand);
            _il.Emit(Ldc_I4, position);
        }

        _il.Emit(OpCodes.Call, Method(method));
        _il.Emit(Ret);
    }

    /// <summary>A label of code, behind the rest, that ends the program with a value and a place.</summary>
    private Label Failure(Operand value, int position, string method)
    {
        var label = _il.DefineLabel();
        _failures.Add((label, value, position, method));
        return label;
    }

    private void Enter(int frameSize, int position)
    {
        _il.Emit(Ldarg_0);
        LoadFrame();
        _il.Emit(Ldc_I4, frameSize);
        _il.Emit(OpCodes.Add);
        _il.Emit(Ldc_I4, position);
        _il.Emit(OpCodes.Call, Method(nameof(IlState.Enter)));
        if (_scope.Procedure is not { } procedure) return;
        if (_scope.Procedures.Any()) Word(ActivationRecord.StaticLink, () => _il.Emit(Ldarg, LinkArgument));
        var argument = FirstParameter;
        foreach (var parameter in procedure.Parameters.Where(IsPassed))
        {
            var number = argument++;
            if (IsInMemory(parameter)) Word(parameter.Offset, () => _il.Emit(Ldarg, (short)number));
        }

        void Word(int offset, Action value)
        {
            _il.Emit(Ldloc, _memory);
            LoadFrame();
            _il.Emit(Ldc_I4, offset);
            _il.Emit(OpCodes.Add);
            value();
            _il.Emit(Stelem_I4);
        }
    }

    /// <summary>Copies the program's variables that are locals of its method from memory at its start, and to memory at its end,
    /// when they are given or looked at.</summary>
    private void CopyKept(bool toMemory)
    {
        if (!_program.KeepsVariables || _scope.Level > 0) return;
        for (var i = 0; i < _program.Variables.Count; i++)
        {
            if (_program.Variables[i] is not { Level: 0 } variable || IsInMemory(variable)) continue;
            _il.Emit(Ldloc, _memory);
            LoadAddressOf(variable);
            if (!toMemory) _il.Emit(Ldelem_I4);
            _il.Emit(toMemory ? Ldloc : Stloc, Local(i));
            if (toMemory) _il.Emit(Stelem_I4);
        }
    }

    private void CountUses(IrProcedure procedure)
    {
        _temporaries = new LocalBuilder?[procedure.Temporaries];
        _usesLeft = new int[procedure.Temporaries];
        _shared = new bool[procedure.Temporaries];
        var definedIn = new int[procedure.Temporaries];
        var stretch = 0;
        foreach (var quad in procedure.Code)
        {
            if (quad.Op == IrOp.Label) stretch++;
            Use(quad.A);
            Use(quad.B);
            if (quad.Result is { IsTemporary: true } result) definedIn[result.Value] = stretch;
            else Use(quad.C);
        }

        void Use(Operand operand)
        {
            if (!operand.IsTemporary) return;
            _usesLeft[operand.Value]++;
            _shared[operand.Value] |= definedIn[operand.Value] != stretch;
        }
    }

    private void Emit(Quad quad)
    {
        switch (quad.Op)
        {
            case IrOp.Copy:
                Set(quad.C, () => Load(quad.A));
                break;
            case IrOp.Add or IrOp.Subtract or IrOp.Multiply:
                Set(quad.C, () =>
                {
                    Load(quad.A);
                    Load(quad.B);
                    _il.Emit(quad.Op switch { IrOp.Add => OpCodes.Add, IrOp.Subtract => Sub, _ => Mul });
                });
                break;
            case IrOp.Divide:
                Divide(quad);
                break;
            case IrOp.Load:
                Set(quad.C, () =>
                {
                    _il.Emit(Ldloc, _memory);
                    LoadAddress(quad);
                    _il.Emit(Ldelem_I4);
                });
                break;
            case IrOp.Store:
                _il.Emit(Ldloc, _memory);
                LoadAddress(quad);
                Load(quad.C);
                _il.Emit(Stelem_I4);
                break;
            case IrOp.Address:
                Set(quad.C, () => LoadAddress(quad));
                break;
            case IrOp.CopyBlock:
                CopyWords(() => Load(quad.B), () => Load(quad.A), quad.Offset, quad.Position);
                break;
            case IrOp.Clear:
                var variable = _program.Variables[quad.A.Value];
                _il.Emit(Ldloc, _memory);
                LoadAddress(quad with { B = default, Offset = 0 });
                _il.Emit(Ldc_I4, variable.Size);
                _il.Emit(OpCodes.Call, typeof(Array).GetMethod(nameof(Array.Clear), [typeof(Array), typeof(int), typeof(int)])!);
                break;
            case IrOp.Check:
                Check(quad);
                break;
            case IrOp.Label:
                _il.MarkLabel(_labels[quad.Offset]);
                _placed[quad.Offset] = true;
                break;
            case IrOp.Jump:
                // Backwards: the end of a loop's turn.
                if (_placed[quad.Offset]) Poll();
                _il.Emit(Br, _labels[quad.Offset]);
                break;
            case IrOp.JumpIfNotLess or IrOp.JumpIfNotEqual:
                Load(quad.A);
                Load(quad.B);
                _il.Emit(quad.Op == IrOp.JumpIfNotLess ? Bge : Bne_Un, _labels[quad.Offset]);
                break;
            case IrOp.Argument:
                Load(quad.A);
                _il.Emit(Stloc, Argument(quad.Offset));
                break;
            case IrOp.ArgumentBlock:
                CopyWords(() => Load(quad.A), () => LoadNextFrame(quad.Offset), quad.B.Value, quad.Position);
                break;
            case IrOp.Call:
                Call(quad.Offset);
                break;
            case IrOp.Return:
                CopyKept(toMemory: true);
                _il.Emit(Ret);
                break;
            case IrOp.Read:
                Set(quad.C, () =>
                {
                    _il.Emit(Ldarg_0);
                    _il.Emit(Ldc_I4, quad.Position);
                    _il.Emit(OpCodes.Call, Method(quad.Offset == 1 ? nameof(IlState.ReadCharacter) : nameof(IlState.ReadInteger)));
                });
                break;
            case IrOp.Write:
                _il.Emit(Ldarg_0);
                Load(quad.A);
                _il.Emit(OpCodes.Call, Method(quad.Offset == 1 ? nameof(IlState.WriteCharacter) : nameof(IlState.WriteInteger)));
                break;
        }

        Release(quad.A);
        Release(quad.B);
        if (quad.Result.IsNone) Release(quad.C);
    }

    private void Divide(Quad quad)
    {
        if (quad.B.IsConstant && quad.B.Value != 0)
        {
            Set(quad.C, () =>
            {
                Load(quad.A);
                if (quad.B.Value != -1) Load(quad.B);
                _il.Emit(quad.B.Value == -1 ? Neg : Div);
            });
            return;
        }

        var (minus, end) = (_il.DefineLabel(), _il.DefineLabel());
        Load(quad.B);
        _il.Emit(Brfalse, Failure(quad.A, quad.Position, nameof(IlState.Divided)));
        Load(quad.B);
        _il.Emit(Ldc_I4_M1);
        _il.Emit(Beq, minus);
        Set(quad.C, () =>
        {
            Load(quad.A);
            Load(quad.B);
            _il.Emit(Div);
        });
        _il.Emit(Br, end);
        _il.MarkLabel(minus);
        Set(quad.C, () =>
        {
            Load(quad.A);
            _il.Emit(Neg);
        });
        _il.MarkLabel(end);
    }

    private void Check(Quad quad)
    {
        Load(quad.A);
        _il.Emit(Ldc_I4, quad.B.Value);
        _il.Emit(Sub);
        _il.Emit(Ldc_I4, quad.C.Value - quad.B.Value);
        _il.Emit(Bgt_Un, Failure(quad.A, quad.Position, nameof(IlState.Subscript)));
    }

    private void Poll()
    {
        _il.Emit(Ldarg_0);
        _il.Emit(OpCodes.Volatile);
        _il.Emit(Ldfld, Stop);
        _il.Emit(Brtrue, _stop);
    }

    private void CopyWords(Action from, Action to, int size, int position)
    {
        _il.Emit(Ldarg_0);
        from();
        to();
        _il.Emit(Ldc_I4, size);
        _il.Emit(Ldc_I4, position);
        _il.Emit(OpCodes.Call, Method(nameof(IlState.Copy)));
    }

    private void Call(int index)
    {
        var callee = _program.Procedures[index].Scope;
        _il.Emit(Ldarg_0);
        LoadNextFrame(0);
        LoadFrameOf(callee.Parent!);
        foreach (var parameter in callee.Procedure!.Parameters.Where(IsPassed)) _il.Emit(Ldloc, Argument(parameter.Offset));
        _il.Emit(OpCodes.Call, _methods[index]);
    }

    private static MethodInfo Method(string name) => typeof(IlState).GetMethod(name)!;
}
