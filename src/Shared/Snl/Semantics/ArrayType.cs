namespace Qiansi.Snl.Semantics;

/// <summary>An array.</summary>
/// <param name="low">Lowest subscript.</param>
/// <param name="high">Highest subscript; not below <paramref name="low"/>.</param>
/// <param name="element">Type of its elements: integer or char.</param>
public sealed class ArrayType(int low, int high, SnlType element) : SnlType
{
    /// <summary>Lowest subscript.</summary>
    public int Low { get; } = low;

    /// <summary>Highest subscript.</summary>
    public int High { get; } = high;

    /// <summary>Type of its elements.</summary>
    public SnlType Element { get; } = element;

    /// <inheritdoc/>
    public override int Size { get; } = high - low + 1;

    /// <inheritdoc/>
    public override bool IsSameAs(SnlType other) => other is ArrayType a && a.Low == Low && a.High == High && a.Element.IsSameAs(Element);

    /// <inheritdoc/>
    public override string ToString() => $"array [{Low}..{High}] of {Element}";
}
