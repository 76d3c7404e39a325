namespace Qiansi;

/// <summary>
/// The shape, a parameter <c>ReadOnlySpan&lt;long&gt; size</c>, can be given otherwise too: as an array, or as one to four numbers.
/// Torch.Generator writes these overloads.
/// </summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class SizesAttribute : Attribute
{
    /// <summary>Also as <c>torch.Size</c>.</summary>
    public bool Size { get; init; }

    /// <summary>Also as int: else a literal 0 could mean a ScalarType, which is an optional parameter behind, as well as a size.</summary>
    public bool Int { get; init; }
}
