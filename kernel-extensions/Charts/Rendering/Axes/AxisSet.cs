namespace Qiansi.Charts.Rendering.Axes;

/// <summary>All axes of a figure by id.</summary>
internal sealed class AxisSet(Charts.Layout layout)
{
    private readonly Dictionary<string, PlotAxis> _axes = new(StringComparer.Ordinal);

    /// <summary>The axes in the order they were first used.</summary>
    public IEnumerable<PlotAxis> All => _axes.Values;

    /// <summary>The axis of an id like <c>x</c> or <c>y2</c>.</summary>
    public PlotAxis Get(string id)
    {
        if (_axes.TryGetValue(id, out var axis)) return axis;
        return _axes[id] = new PlotAxis(id, layout.Object(id[0] + "axis" + id[1..]));
    }

    /// <summary>The axis of an id when a series uses it.</summary>
    public PlotAxis? Find(string id) => _axes.GetValueOrDefault(id);

    /// <summary>Fixes all ranges; axes that match others get the same.</summary>
    public void Settle()
    {
        foreach (var axis in _axes.Values)
            if (axis.Attributes.Text("matches") is { } other && Find(other) is { } leader && leader != axis) leader.Share(axis);
        foreach (var axis in _axes.Values) axis.Settle();
    }
}
