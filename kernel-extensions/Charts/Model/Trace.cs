namespace Qiansi.Charts;

/// <summary>
/// One series of a figure, with any attribute Plotly knows: <c>new Trace("scatterpolar") { ["r"] = r, ["theta"] = angles }</c>.
/// </summary>
public class Trace : PlotlyObject
{
    /// <param name="type">Plotly's name of the kind: <c>scatter</c>, <c>bar</c>, <c>heatmap</c>, ….</param>
    public Trace(string type) => this["type"] = type;

    /// <summary>Plotly's name of the kind.</summary>
    public string Type => (string)this["type"]!;

    /// <summary>What the legend calls it.</summary>
    public string? Name
    {
        get => this["name"] as string;
        set => this["name"] = value;
    }

    /// <summary>A copy whose attributes can be set without changing this one.</summary>
    public new Trace Copy() => CopyInto(new Trace(Type));
}
