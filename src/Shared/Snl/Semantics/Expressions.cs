using Qiansi.Snl.Diagnostics;
using Qiansi.Snl.Lexing;
using Qiansi.Snl.Syntax;

namespace Qiansi.Snl.Semantics;

/// <summary>Finds the symbols and types of expressions. A type is null when something in the expression is wrong and reported.</summary>
internal sealed class Expressions(DiagnosticBag diagnostics)
{
    /// <summary>
    /// Reads of variables of the present scope that had no value at that point; one within a loop may get it later in the loop.
    /// </summary>
    private readonly List<VariableNode> _early = [];
    private int _loops;

    public Scope Scope { get; private set; } = null!;

    public void Enter(Scope scope) => (Scope, _loops) = (scope, 0);

    public void Leave()
    {
        foreach (var node in _early)
            diagnostics.Add(Rule.Uninitialised, node.Span, $"'{node.Symbol!.Name}' is read here, and nothing gives it a value before",
                "it is zero; assign or read it first");
        _early.Clear();
    }

    public void EnterLoop() => _loops++;

    public void LeaveLoop()
    {
        if (--_loops == 0) _early.RemoveAll(n => n.Symbol!.MayHaveValue);
    }

    /// <summary>The type of a value.</summary>
    public SnlType? Value(ExpressionNode expression) => expression.Type = expression switch
    {
        ConstantNode { IsCharacter: true } => SnlType.Char,
        ConstantNode => SnlType.Integer,
        OperatorNode operation => Operation(operation),
        VariableNode variable => Variable(variable, Rule.WrongKind, isTarget: false),
        _ => null,
    };

    /// <summary>The type of a variable that gets a value.</summary>
    /// <param name="variable">The variable.</param>
    /// <param name="notAVariable">The error when it is none.</param>
    public SnlType? Target(VariableNode variable, Rule notAVariable)
    {
        variable.Type = Variable(variable, notAVariable, isTarget: true);
        if (variable.Symbol is not null) variable.Symbol.MayHaveValue = true;
        return variable.Type;
    }

    public void Comparison(OperatorNode comparison)
    {
        var (left, right) = (Value(comparison.Left), Value(comparison.Right));
        if (left is null || right is null) return;
        if (!left.IsScalar || !left.IsSameAs(right))
            diagnostics.Add(Rule.IncompatibleOperands, comparison.OperatorSpan,
                $"'{comparison.Detail}' compares two integers or two chars; here are {left} and {right}");
    }

    private SnlType? Operation(OperatorNode operation)
    {
        var (left, right) = (Value(operation.Left), Value(operation.Right));
        if (left is null || right is null) return null;
        if (!ReferenceEquals(left, SnlType.Integer) || !ReferenceEquals(right, SnlType.Integer))
        {
            diagnostics.Add(Rule.IncompatibleOperands, operation.OperatorSpan,
                $"'{operation.Detail}' takes two integers; here are {left} and {right}");
            return null;
        }

        if (operation.Operator == TokenKind.Divide && operation.Right is ConstantNode { Value: 0 })
            diagnostics.Add(Rule.DivisionByZero, operation.Right.Span, "this divides by zero");
        return SnlType.Integer;
    }

    private SnlType? Variable(VariableNode node, Rule notAVariable, bool isTarget)
    {
        if (node.Name.IsMissing) return null;
        var symbol = Scope.Resolve(node.Name.Name);
        if (symbol is null)
            diagnostics.Add(Rule.Undeclared, node.Name.Span, $"there is no variable '{node.Name.Name}' here",
            NameHints.For(node.Name.Name, Scope, s => s is VariableSymbol));
        else symbol.IsUsed = true;
        if (symbol is not VariableSymbol variable)
        {
            if (symbol is not null)
                diagnostics.Add(notAVariable, node.Name.Span, $"'{node.Name.Name}' is a {symbol.KindName}; a variable must stand here");
            if (node.Index is not null) Value(node.Index);
            return null;
        }

        node.Symbol = variable;
        if (!ReferenceEquals(variable.Scope, Scope)) variable.IsCaptured = true;
        else if (!isTarget && !variable.MayHaveValue) _early.Add(node);

        var type = variable.Type;
        if (node.Field is { } field) type = Field(node, field, type);
        return node.Index is { } index ? Element(node, index, type) : type;
    }

    private SnlType? Field(VariableNode node, Identifier name, SnlType? type)
    {
        if (type is null || name.IsMissing) return null;
        if (type is not RecordType record)
        {
            diagnostics.Add(Rule.BadReference, name.Span, $"'{node.Name.Name}' has no fields: it is {type}");
            return null;
        }

        if (record.Find(name.Name) is { } field) return field.Type;
        diagnostics.Add(Rule.BadReference, name.Span, $"'{node.Name.Name}' has no field '{name.Name}'",
            $"its fields are {string.Join(", ", record.Fields.Select(f => f.Name))}");
        return null;
    }

    private SnlType? Element(VariableNode node, ExpressionNode index, SnlType? type)
    {
        var subscript = Value(index);
        if (type is null) return null;
        if (type is not ArrayType array)
        {
            diagnostics.Add(Rule.BadReference, node.Span, $"'{node.Detail}' takes no subscript: it is {type}");
            return null;
        }

        if (subscript is not null && !ReferenceEquals(subscript, SnlType.Integer))
            diagnostics.Add(Rule.BadReference, index.Span, $"a subscript is an integer; this is {subscript}");
        else if (ConstantValue.Of(index) is { } value && (value < array.Low || value > array.High))
            diagnostics.Add(Rule.SubscriptOutOfRange, index.Span, $"the subscript {value} is outside {array.Low}..{array.High}");
        return array.Element;
    }
}
