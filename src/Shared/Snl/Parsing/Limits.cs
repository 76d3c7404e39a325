namespace Qiansi.Snl.Parsing;

/// <summary>Bounds that keep every later stage from running out of stack, whatever the input.</summary>
internal static class Limits
{
    /// <summary>Parentheses, brackets, statements and procedures within one another.</summary>
    public const int Nesting = 250;

    /// <summary>Levels of an expression's tree; a sum of n terms has n.</summary>
    public const int ExpressionHeight = 2000;
}
