namespace Qiansi.Charts.Rendering.Traces;

/// <summary>How much a drawing may hold, so that it stays within 64 KiB.</summary>
internal sealed class DrawingBudget(double scale)
{
    private int _titles = (int)(220 * scale);

    /// <summary>How generous: 1 at first, less when the drawing came out too large.</summary>
    public double Scale => scale;

    /// <summary>Most points of all lines together.</summary>
    public int LinePoints => (int)(3000 * scale);

    /// <summary>Most markers of one series that are drawn one by one.</summary>
    public int Markers => (int)(320 * scale);

    /// <summary>Most dots of one series that are drawn as one path.</summary>
    public int Dots => (int)(2200 * scale);

    /// <summary>Most cells of a heatmap that are drawn one by one.</summary>
    public int Cells => (int)(450 * scale);

    /// <summary>Whether so many shapes may have words for the pointer; what is granted is gone.</summary>
    public bool TakeTitles(int count)
    {
        if (count > _titles) return false;
        _titles -= count;
        return true;
    }
}
