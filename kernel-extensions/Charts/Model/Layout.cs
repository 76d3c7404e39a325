namespace Qiansi.Charts;

/// <summary>All of a figure but its series, with any attribute Plotly knows: <c>new Layout { ["hovermode"] = "closest" }</c>.</summary>
public class Layout : PlotlyObject
{
    /// <summary>The title's text.</summary>
    public string? Title
    {
        get => this["title"] as string ?? (this["title"] as PlotlyObject)?["text"] as string;
        set => this["title"] = value is null ? null : new PlotlyObject { ["text"] = value };
    }

    /// <summary>A copy whose attributes can be set without changing this one.</summary>
    public new Layout Copy() => CopyInto(new Layout());
}
