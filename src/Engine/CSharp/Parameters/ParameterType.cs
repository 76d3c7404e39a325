namespace Qiansi.Engine.CSharp.Parameters;

/// <summary>A type that a parameter can have: one with literals in C#, a nullable one, or a one-dimensional array of them.</summary>
/// <param name="Keyword">C#'s keyword for the value or the elements.</param>
/// <param name="IsNullable">Whether <c>null</c> is a value.</param>
/// <param name="IsArray">Whether it is an array.</param>
internal sealed record ParameterType(string Keyword, bool IsNullable = false, bool IsArray = false)
{
    /// <summary>The keywords, with the names the runtime has for them.</summary>
    private static readonly Dictionary<string, string> Names = new()
    {
        ["Int32"] = "int",
        ["Int64"] = "long",
        ["Int16"] = "short",
        ["Byte"] = "byte",
        ["SByte"] = "sbyte",
        ["UInt16"] = "ushort",
        ["UInt32"] = "uint",
        ["UInt64"] = "ulong",
        ["Single"] = "float",
        ["Double"] = "double",
        ["Decimal"] = "decimal",
        ["Boolean"] = "bool",
        ["String"] = "string",
        ["Char"] = "char",
    };

    /// <summary>The type of the elements of an array.</summary>
    public ParameterType Element => this with { IsArray = false };

    /// <summary>The type as C# writes it.</summary>
    public override string ToString() => Keyword + (IsNullable ? "?" : "") + (IsArray ? "[]" : "");

    /// <summary>The type a declaration names, or null when its values cannot be given from outside.</summary>
    public static ParameterType? Of(TypeSyntax type) => type switch
    {
        PredefinedTypeSyntax { Keyword.Text: not ("object" or "void") } keyword => new(keyword.Keyword.Text),
        NullableTypeSyntax nullable when Of(nullable.ElementType) is { IsArray: false, IsNullable: false } value =>
            value with { IsNullable = true },
        ArrayTypeSyntax { RankSpecifiers: [{ Rank: 1 }] } array when Of(array.ElementType) is { } element =>
            element with { IsArray = true },
        QualifiedNameSyntax { Left: IdentifierNameSyntax { Identifier.Text: "System" } } qualified => Of(qualified.Right),
        IdentifierNameSyntax name when Names.TryGetValue(name.Identifier.Text, out var keyword) => new(keyword),
        _ => null,
    };

    /// <summary>The type C# gives <c>var</c> for an initial value that shows it, or null when it does not.</summary>
    public static ParameterType? Of(ExpressionSyntax value)
    {
        switch (value)
        {
            case LiteralExpressionSyntax literal:
                return Names.TryGetValue(literal.Token.Value?.GetType().Name ?? "", out var keyword) ? new(keyword) : null;
            case InterpolatedStringExpressionSyntax: return new("string");
            case ParenthesizedExpressionSyntax inner: return Of(inner.Expression);
            case PrefixUnaryExpressionSyntax
            {
                RawKind: (int)SyntaxKind.UnaryMinusExpression
                or (int)SyntaxKind.UnaryPlusExpression
            } signed:
                return Negated(Of(signed.Operand));
            case PrefixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.LogicalNotExpression }: return new("bool");
            case CastExpressionSyntax cast: return Of(cast.Type);
            case ArrayCreationExpressionSyntax array: return Of(array.Type);
            case ImplicitArrayCreationExpressionSyntax { Initializer.Expressions: { Count: > 0 } elements }:
                var types = elements.Select(e => Of(e)).Distinct().ToList();
                return types is [{ IsArray: false } only] ? only with { IsArray = true } : Widest(types);
            default: return null;
        }
    }

    /// <summary>A minus in front of an unsigned literal makes it long.</summary>
    private static ParameterType? Negated(ParameterType? type) => type is { Keyword: "uint" } ? new("long") : type;

    private static ParameterType? Widest(List<ParameterType?> types)
    {
        foreach (var keyword in (string[])["double", "float", "long", "int"])
            if (types.All(t => t is { Keyword: "double" or "float" or "long" or "int", IsArray: false })
                && types.Any(t => t!.Keyword == keyword)) return new(keyword, IsArray: true);
        return null;
    }
}
