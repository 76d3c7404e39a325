using Qiansi.Snl.Diagnostics;
using Qiansi.Snl.Syntax;

namespace Qiansi.Snl.Semantics;

/// <summary>Checks statements: types, arguments, conditions; and warns of what is never reached.</summary>
internal sealed class Statements(DiagnosticBag diagnostics)
{
    private readonly Expressions _expressions = new(diagnostics);

    public void Check(StatementListNode body, Scope scope)
    {
        _expressions.Enter(scope);
        List(body);
        _expressions.Leave();
    }

    /// <summary>Checks a list; true when its end is never reached.</summary>
    private bool List(StatementListNode list)
    {
        var left = false;
        var told = false;
        foreach (var statement in list.Statements)
        {
            if (left && !told)
            {
                diagnostics.Add(Rule.Unreachable, statement.Span, "this is never reached", "what stands before it always returns");
                told = true;
            }

            left |= Statement(statement);
        }

        return left;
    }

    private bool Statement(StatementNode statement)
    {
        switch (statement)
        {
            case AssignNode assign:
                Assign(assign);
                break;
            case CallNode call:
                Call(call);
                break;
            case IfNode branch:
                Condition(branch.Condition);
                return List(branch.Then) & List(branch.Else);
            case WhileNode loop:
                _expressions.EnterLoop();
                Condition(loop.Condition);
                List(loop.Body);
                _expressions.LeaveLoop();
                break;
            case ReadNode read:
                if (_expressions.Target(read.Target, Rule.WrongKind) is { IsScalar: false } wrong)
                    diagnostics.Add(Rule.ArgumentType, read.Target.Span,
                        $"'{read.Target.Detail}' is {A(wrong)}; read takes an integer or a char");
                break;
            case WriteNode write:
                if (_expressions.Value(write.Value) is { IsScalar: false } many)
                    diagnostics.Add(Rule.ArgumentType, write.Value.Span, $"write takes an integer or a char; this is {A(many)}",
                        "write its parts one by one");
                break;
            case ReturnNode { Value: { } value }:
                _expressions.Value(value);
                diagnostics.Add(Rule.ValueUnused, value.Span, "procedures have no results: nothing takes this value",
                    "give the procedure a var parameter for it");
                return true;
            case ReturnNode:
                return true;
        }

        return false;
    }

    private void Assign(AssignNode assign)
    {
        // The right side first: x := x reads x before x has a value.
        var value = _expressions.Value(assign.Value);
        var target = _expressions.Target(assign.Target, Rule.NotAVariable);
        if (value is null || target is null || value.IsSameAs(target)) return;
        diagnostics.Add(Rule.IncompatibleAssignment, assign.Span, $"'{assign.Target.Detail}' is {A(target)} and gets {A(value)}");
    }

    private void Condition(ExpressionNode condition)
    {
        if (condition is OperatorNode { IsComparison: true } comparison)
        {
            _expressions.Comparison(comparison);
            return;
        }

        if (_expressions.Value(condition) is { } type)
            diagnostics.Add(Rule.NotACondition, condition.Span, $"a condition compares; this is {A(type)}",
            "write a comparison with < or =");
    }

    private void Call(CallNode call)
    {
        var symbol = call.Name.IsMissing ? null : _expressions.Scope.Resolve(call.Name.Name);
        if (symbol is null && !call.Name.IsMissing)
            diagnostics.Add(Rule.Undeclared, call.Name.Span, $"there is no procedure '{call.Name.Name}' here",
                NameHints.For(call.Name.Name, _expressions.Scope, s => s is ProcedureSymbol));
        else if (symbol is not (null or ProcedureSymbol))
            diagnostics.Add(Rule.NotAProcedure, call.Name.Span, $"'{call.Name.Name}' is a {symbol.KindName} and cannot be called");
        if (symbol is not ProcedureSymbol procedure)
        {
            if (symbol is not null) symbol.IsUsed = true;
            foreach (var argument in call.Arguments) _expressions.Value(argument);
            return;
        }

        procedure.IsUsed = true;
        call.Procedure = procedure;
        for (var i = 0; i < call.Arguments.Count; i++)
            Argument(call.Arguments[i], i < procedure.Parameters.Count ? procedure.Parameters[i] : null, procedure);
        if (call.Arguments.Count == procedure.Parameters.Count) return;
        diagnostics.Add(Rule.ArgumentCount, call.Span,
            $"'{procedure.Name}' takes {Count(procedure.Parameters.Count)} and gets {call.Arguments.Count}",
            $"it is declared as {procedure}");
    }

    private void Argument(ExpressionNode argument, VariableSymbol? parameter, ProcedureSymbol procedure)
    {
        if (parameter is not { IsIndirect: true })
        {
            Match(_expressions.Value(argument));
            return;
        }

        if (argument is VariableNode variable)
        {
            Match(_expressions.Target(variable, Rule.WrongKind));
            if (variable.Symbol is not null) variable.Symbol.IsPassedByReference = true;
            return;
        }

        _expressions.Value(argument);
        diagnostics.Add(Rule.ArgumentType, argument.Span,
            $"the parameter '{parameter.Name}' of '{procedure.Name}' is a var parameter: it takes a variable",
            "give the value to a variable first");

        void Match(SnlType? type)
        {
            if (type is null || parameter?.Type is null || type.IsSameAs(parameter.Type)) return;
            diagnostics.Add(Rule.ArgumentType, argument.Span,
                $"the parameter '{parameter.Name}' of '{procedure.Name}' is {A(parameter.Type)} and gets {A(type)}");
        }
    }

    private static string Count(int number) => number switch { 0 => "no arguments", 1 => "1 argument", _ => $"{number} arguments" };

    private static string A(SnlType type) => type is ArrayType || ReferenceEquals(type, SnlType.Integer) ? $"an {type}" : $"a {type}";
}
