using System.Reflection.Emit;
using Qiansi.Snl.Intermediate;
using Qiansi.Snl.Semantics;
using Qiansi.Snl.Tm;
using static System.Reflection.Emit.OpCodes;

namespace Qiansi.Snl.Il;

/// <content>Where values are: on the stack, in locals and arguments, in the array of words.</content>
internal sealed partial class IlGenerator
{
    private LocalBuilder Argument(int offset)
    {
        if (!_arguments.TryGetValue(offset, out var local)) _arguments[offset] = local = _il.DeclareLocal(typeof(int));
        return local;
    }

    private void Set(Operand result, Action value)
    {
        if (result.IsVariable && _program.Variables[result.Value] is var variable && IsInMemory(variable))
        {
            _il.Emit(Ldloc, _memory);
            LoadAddressOf(variable);
            value();
            _il.Emit(Stelem_I4);
            return;
        }

        value();
        if (result.IsTemporary) _il.Emit(Stloc, Temporary(result.Value));
        else if (ParameterNumber(_program.Variables[result.Value]) is >= 0 and var number) _il.Emit(Starg, (short)number);
        else _il.Emit(Stloc, Local(result.Value));
    }

    private void Load(Operand operand)
    {
        switch (operand.Kind)
        {
            case OperandKind.Constant:
                _il.Emit(Ldc_I4, operand.Value);
                break;
            case OperandKind.Temporary:
                _il.Emit(Ldloc, Temporary(operand.Value));
                break;
            case OperandKind.Variable when _program.Variables[operand.Value] is var variable && IsInMemory(variable):
                _il.Emit(Ldloc, _memory);
                LoadAddressOf(variable);
                _il.Emit(Ldelem_I4);
                break;
            case OperandKind.Variable when ParameterNumber(_program.Variables[operand.Value]) is >= 0 and var number:
                _il.Emit(Ldarg, (short)number);
                break;
            default:
                _il.Emit(Ldloc, Local(operand.Value));
                break;
        }
    }

    /// <summary>The argument that holds a parameter, or -1 for a variable.</summary>
    private static int ParameterNumber(VariableSymbol variable)
    {
        if (!variable.IsParameter) return -1;
        var number = FirstParameter;
        foreach (var parameter in variable.Scope.Procedure!.Parameters)
        {
            if (ReferenceEquals(parameter, variable)) return number;
            if (IsPassed(parameter)) number++;
        }

        return -1;
    }

    private LocalBuilder Local(int variable)
    {
        if (!_locals.TryGetValue(variable, out var local)) _locals[variable] = local = _il.DeclareLocal(typeof(int));
        return local;
    }

    private LocalBuilder Temporary(int number) =>
        _temporaries[number] ??= !_shared[number] && _free.TryPop(out var free) ? free : _il.DeclareLocal(typeof(int));

    /// <summary>After its last use, a temporary's local serves another; not one that is used beyond a label.</summary>
    private void Release(Operand operand)
    {
        if (operand.IsTemporary && --_usesLeft[operand.Value] == 0 && !_shared[operand.Value] && _temporaries[operand.Value] is { } local)
            _free.Push(local);
    }

    private void LoadAddress(Quad quad)
    {
        if (quad.A.IsVariable && _program.Variables[quad.A.Value] is { IsIndirect: false } variable) LoadAddressOf(variable, quad.Offset);
        else
        {
            Load(quad.A);
            AddConstant(quad.Offset);
        }

        if (quad.B.IsNone) return;
        Load(quad.B);
        _il.Emit(OpCodes.Add);
    }

    private void LoadAddressOf(VariableSymbol variable, int offset = 0)
    {
        if (variable.Level == 0)
        {
            _il.Emit(Ldc_I4, unchecked(TmProgram.GlobalFrame + variable.Offset + offset));
            return;
        }

        LoadFrameOf(variable.Scope);
        AddConstant(unchecked(variable.Offset + offset));
    }

    private void AddConstant(int value)
    {
        if (value == 0) return;
        _il.Emit(Ldc_I4, value);
        _il.Emit(OpCodes.Add);
    }

    private void LoadFrame()
    {
        if (_scope.Procedure is null) _il.Emit(Ldc_I4, TmProgram.GlobalFrame);
        else _il.Emit(Ldarg, (short)FrameArgument);
    }

    private void LoadNextFrame(int offset)
    {
        LoadFrame();
        AddConstant(FrameSize(_scope) + offset);
    }

    /// <summary>Where the activation record of a scope around this one begins.</summary>
    private void LoadFrameOf(Scope scope)
    {
        if (scope.Level == 0)
        {
            _il.Emit(Ldc_I4, TmProgram.GlobalFrame);
            return;
        }

        if (ReferenceEquals(scope, _scope))
        {
            LoadFrame();
            return;
        }

        // The array comes before the address it is read at, once for each link.
        for (var level = _scope.Level - 1; level > scope.Level; level--) _il.Emit(Ldloc, _memory);
        _il.Emit(Ldarg, (short)LinkArgument);
        for (var level = _scope.Level - 1; level > scope.Level; level--)
        {
            AddConstant(ActivationRecord.StaticLink);
            _il.Emit(Ldelem_I4);
        }
    }
}
