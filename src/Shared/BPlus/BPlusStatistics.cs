namespace Qiansi.BPlus;

/// <summary>The pages of a tree.</summary>
/// <param name="Entries">Keys with their values.</param>
/// <param name="Height">Levels, the leaves' included: pages that a lookup reads.</param>
/// <param name="PageSize">Bytes of a page.</param>
/// <param name="Leaves">Leaf pages.</param>
/// <param name="InnerNodes">Pages above the leaves.</param>
/// <param name="FreePages">Pages that wait to be used again.</param>
/// <param name="LeafFill">How full leaves are on average, 0 to 1; of keys in a tree with an order, else of bytes.</param>
/// <param name="InnerFill">How full inner nodes are on average, 0 to 1.</param>
public sealed record BPlusStatistics(
    long Entries, int Height, int PageSize, int Leaves, int InnerNodes, int FreePages, double LeafFill, double InnerFill)
{
    /// <summary>All pages, the header's included.</summary>
    public int Pages => 1 + Leaves + InnerNodes + FreePages;

    /// <summary>Bytes of all pages.</summary>
    public long Bytes => (long)Pages * PageSize;
}
