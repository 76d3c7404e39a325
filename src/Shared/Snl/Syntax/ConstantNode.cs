namespace Qiansi.Snl.Syntax;

/// <summary>An integer or a character.</summary>
public sealed class ConstantNode : ExpressionNode
{
    /// <inheritdoc/>
    public override NodeKind Kind => NodeKind.Constant;

    /// <summary>The integer, or the character's UTF-16 code.</summary>
    public int Value { get; internal init; }

    /// <summary>Whether it is a character.</summary>
    public bool IsCharacter { get; internal init; }

    /// <inheritdoc/>
    internal override int Height => 1;

    /// <inheritdoc/>
    public override IEnumerable<SyntaxNode> Children => [];

    /// <inheritdoc/>
    public override string Detail => IsCharacter ? $"'{(char)Value}'" : Value.ToString(System.Globalization.CultureInfo.InvariantCulture);
}
