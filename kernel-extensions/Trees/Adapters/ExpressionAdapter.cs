using System.Linq.Expressions;

namespace Qiansi.Trees.Adapters;

/// <summary>Expression trees of C#: operators with their operands.</summary>
internal static class ExpressionAdapter
{
    private static readonly Dictionary<ExpressionType, string> Symbols = new()
    {
        [ExpressionType.Add] = "+",
        [ExpressionType.Subtract] = "−",
        [ExpressionType.Multiply] = "×",
        [ExpressionType.Divide] = "/",
        [ExpressionType.Modulo] = "%",
        [ExpressionType.AddChecked] = "+",
        [ExpressionType.SubtractChecked] = "−",
        [ExpressionType.MultiplyChecked] = "×",
        [ExpressionType.Negate] = "−",
        [ExpressionType.Not] = "!",
        [ExpressionType.AndAlso] = "&&",
        [ExpressionType.OrElse] = "||",
        [ExpressionType.And] = "&",
        [ExpressionType.Or] = "|",
        [ExpressionType.ExclusiveOr] = "^",
        [ExpressionType.Equal] = "==",
        [ExpressionType.NotEqual] = "!=",
        [ExpressionType.LessThan] = "<",
        [ExpressionType.LessThanOrEqual] = "<=",
        [ExpressionType.GreaterThan] = ">",
        [ExpressionType.GreaterThanOrEqual] = ">=",
        [ExpressionType.LeftShift] = "<<",
        [ExpressionType.RightShift] = ">>",
        [ExpressionType.Coalesce] = "??",
        [ExpressionType.Conditional] = "? :",
        [ExpressionType.ArrayIndex] = "[ ]",
        [ExpressionType.Assign] = "=",
    };

    /// <summary>The tree of an expression.</summary>
    public static TreeItem Read(Expression expression) => new(Label(expression), expression)
    {
        Category = expression switch
        {
            ConstantExpression => "constant",
            ParameterExpression => "parameter",
            LambdaExpression => "function",
            MethodCallExpression or InvocationExpression or NewExpression => "call",
            MemberExpression => "member",
            _ => "operator",
        },
        Children = Parts.Of(expression).Select(Read),
    };

    private static string Label(Expression expression) => expression switch
    {
        ConstantExpression constant => constant.Value is string text ? $"\"{text}\"" : constant.Value?.ToString() ?? "null",
        ParameterExpression parameter => parameter.Name ?? "_",
        LambdaExpression lambda => $"({string.Join(", ", lambda.Parameters.Select(p => p.Name))}) =>",
        MethodCallExpression call => $"{(call.Object is null ? call.Method.DeclaringType?.Name : "")}.{call.Method.Name}",
        MemberExpression member => $"{(member.Expression is null ? member.Member.DeclaringType?.Name : "")}.{member.Member.Name}",
        NewExpression made => $"new {made.Type.Name}",
        UnaryExpression { NodeType: ExpressionType.Convert or ExpressionType.ConvertChecked } convert => $"({convert.Type.Name})",
        _ => Symbols.GetValueOrDefault(expression.NodeType) ?? expression.NodeType.ToString(),
    };

    /// <summary>Collects the expressions right below one.</summary>
    private sealed class Parts(Expression whole) : ExpressionVisitor
    {
        private readonly List<Expression> _parts = [];

        public static List<Expression> Of(Expression expression)
        {
            var parts = new Parts(expression);
            parts.Visit(expression);
            return parts._parts;
        }

        public override Expression? Visit(Expression? node)
        {
            if (node == whole) return base.Visit(node);
            if (node is not null) _parts.Add(node);
            return node;
        }

        protected override Expression VisitLambda<T>(Expression<T> node)
        {
            Visit(node.Body);
            return node;
        }
    }
}
