using Qiansi.Snl.Lexing;
using Qiansi.Snl.Semantics;
using Qiansi.Snl.Syntax;

namespace Qiansi.Snl.Intermediate;

/// <summary>Makes intermediate code of a program without errors. Each value of an expression goes into a temporary of its own.</summary>
public sealed class Lowering
{
    private readonly PiecewiseList<IrProcedure> _procedures = new();
    private readonly PiecewiseList<VariableSymbol> _variables = new();
    private readonly List<Quad> _code = [];
    private IrProcedure _procedure = null!;
    private int _position;

    private Lowering() { }

    /// <summary>Makes the code.</summary>
    /// <param name="program">An analysed program.</param>
    /// <param name="keepsVariables">Whether its own variables are looked at from outside.</param>
    public static IrProgram Lower(ProgramNode program, bool keepsVariables = false)
    {
        var lowering = new Lowering();
        lowering.Number(program.Scope!);
        lowering.Block(program);
        return new(lowering._procedures, lowering._variables) { KeepsVariables = keepsVariables };
    }

    /// <summary>Gives the variables and procedures of a scope, and of those within, their numbers.</summary>
    private void Number(Scope scope)
    {
        scope.Numbers = (_variables.Count, _procedures.Count);
        _procedures.Add(new(scope));
        foreach (var symbol in scope.Symbols)
        {
            if (symbol is VariableSymbol variable) _variables.Add(variable);
        }

        foreach (var procedure in scope.Procedures) Number(procedure);
    }

    private void Block(BlockNode block)
    {
        foreach (var procedure in block.Procedures) Block(procedure);
        _procedure = _procedures[block.Scope!.Numbers.Procedure];
        _position = block.Body.Span.Start;
        if (block is ProcedureNode) ClearVariables(block.Scope!);
        Statements(block.Body);
        _position = block.Span.End - 1;
        Emit(IrOp.Return);
        _procedure.Code = [.. _code];
        _code.Clear();
    }

    /// <summary>A record lies where others lay before: variables begin as zero. The program's own memory is zero at the start.</summary>
    private void ClearVariables(Scope scope)
    {
        foreach (var symbol in scope.Symbols)
        {
            if (symbol is not VariableSymbol { IsParameter: false } variable) continue;
            if (variable.Type!.IsScalar) Emit(IrOp.Copy, a: Operand.Constant(0), c: OperandOf(variable));
            else Emit(IrOp.Clear, a: OperandOf(variable));
        }
    }

    private void Statements(StatementListNode list)
    {
        foreach (var statement in list.Statements)
        {
            _position = statement.Span.Start;
            Statement(statement);
        }
    }

    private void Statement(StatementNode statement)
    {
        switch (statement)
        {
            case AssignNode assign:
                Assign(assign);
                break;
            case IfNode branch:
                var (other, after) = (NewLabel(), NewLabel());
                Condition(branch.Condition, other);
                Statements(branch.Then);
                Emit(IrOp.Jump, offset: after);
                Emit(IrOp.Label, offset: other);
                Statements(branch.Else);
                Emit(IrOp.Label, offset: after);
                break;
            case WhileNode loop:
                var (begin, end) = (NewLabel(), NewLabel());
                Emit(IrOp.Label, offset: begin);
                Condition(loop.Condition, end);
                Statements(loop.Body);
                _position = loop.Span.Start;
                Emit(IrOp.Jump, offset: begin);
                Emit(IrOp.Label, offset: end);
                _procedure.Loops.Add((begin, end));
                break;
            case ReadNode read:
                Read(read.Target);
                break;
            case WriteNode write:
                Emit(IrOp.Write, a: Value(write.Value), offset: IsChar(write.Value) ? 1 : 0);
                break;
            case CallNode call:
                Call(call);
                break;
            case ReturnNode @return:
                if (@return.Value is { } value) Value(value);
                Emit(IrOp.Return);
                break;
        }
    }

    private void Assign(AssignNode assign)
    {
        if (assign.Target.Type!.IsScalar)
        {
            Set(assign.Target, Value(assign.Value));
            return;
        }

        var from = AddressOf((VariableNode)assign.Value);
        Emit(IrOp.CopyBlock, AddressOf(assign.Target), from, offset: assign.Target.Type.Size);
    }

    private void Read(VariableNode target)
    {
        var value = NewTemporary();
        Emit(IrOp.Read, c: value, offset: IsChar(target) ? 1 : 0);
        Set(target, value);
    }

    private void Set(VariableNode target, Operand value)
    {
        if (target.Symbol is { IsIndirect: false } && target.Form == VariableForm.Identifier)
        {
            Emit(IrOp.Copy, value, c: OperandOf(target.Symbol));
            return;
        }

        var (place, index, offset) = PlaceOf(target);
        Emit(IrOp.Store, place, index, value, offset);
    }

    private void Call(CallNode call)
    {
        var procedure = call.Procedure!;
        for (var i = 0; i < call.Arguments.Count; i++)
        {
            var (parameter, argument) = (procedure.Parameters[i], call.Arguments[i]);
            if (parameter.IsIndirect) Emit(IrOp.Argument, AddressOf((VariableNode)argument), offset: parameter.Offset);
            else if (parameter.Type!.IsScalar) Emit(IrOp.Argument, Value(argument), offset: parameter.Offset);
            else Emit(IrOp.ArgumentBlock, AddressOf((VariableNode)argument), Operand.Constant(parameter.Type.Size),
                offset: parameter.Offset);
        }

        Emit(IrOp.Call, offset: procedure.Body.Numbers.Procedure);
    }

    private void Condition(ExpressionNode condition, int otherwise)
    {
        var comparison = (OperatorNode)condition;
        var left = Value(comparison.Left);
        var right = Value(comparison.Right);
        Emit(comparison.Operator == TokenKind.Less ? IrOp.JumpIfNotLess : IrOp.JumpIfNotEqual, left, right, offset: otherwise);
    }

    private Operand Value(ExpressionNode expression)
    {
        switch (expression)
        {
            case ConstantNode constant:
                return Operand.Constant(constant.Value);
            case OperatorNode operation:
                var left = Value(operation.Left);
                var right = Value(operation.Right);
                var result = NewTemporary();
                Emit(OpOf(operation.Operator), left, right, result);
                return result;
            case VariableNode { Form: VariableForm.Identifier, Symbol: { IsIndirect: false } symbol }:
                return OperandOf(symbol);
            default:
                var (place, index, offset) = PlaceOf((VariableNode)expression);
                var value = NewTemporary();
                Emit(IrOp.Load, place, index, value, offset);
                return value;
        }
    }

    private Operand AddressOf(VariableNode variable)
    {
        var (place, index, offset) = PlaceOf(variable);
        // A var parameter passed on as it is: its word is the address.
        if (index.IsNone && offset == 0 && variable.Symbol!.IsIndirect) return place;
        var address = NewTemporary();
        Emit(IrOp.Address, place, index, address, offset);
        return address;
    }

    private (Operand Base, Operand Index, int Offset) PlaceOf(VariableNode node)
    {
        var symbol = node.Symbol!;
        var type = symbol.Type!;
        var offset = 0;
        if (node.Field is { } name)
        {
            var field = ((RecordType)type).Find(name.Name)!;
            (type, offset) = (field.Type, field.Offset);
        }

        if (node.Index is null) return (OperandOf(symbol), default, offset);
        var array = (ArrayType)type;
        var index = Value(node.Index);
        if (index.IsConstant && index.Value >= array.Low && index.Value <= array.High)
            return (OperandOf(symbol), default, offset + index.Value - array.Low);
        Emit(IrOp.Check, index, Operand.Constant(array.Low), Operand.Constant(array.High));
        return (OperandOf(symbol), index, offset - array.Low);
    }

    private static IrOp OpOf(TokenKind operation) => operation switch
    {
        TokenKind.Plus => IrOp.Add,
        TokenKind.Minus => IrOp.Subtract,
        TokenKind.Times => IrOp.Multiply,
        _ => IrOp.Divide,
    };

    private static bool IsChar(ExpressionNode expression) => ReferenceEquals(expression.Type, SnlType.Char);

    private Operand OperandOf(VariableSymbol symbol) => Operand.Variable(symbol.Scope.Numbers.Variable + symbol.Index);

    private Operand NewTemporary() => Operand.Temporary(_procedure.Temporaries++);

    private int NewLabel() => _procedure.Labels++;

    private void Emit(IrOp op, Operand a = default, Operand b = default, Operand c = default, int offset = 0) =>
        _code.Add(new(op, a, b, c, offset, _position));
}
