// The names are Plotly's own, and so are their meanings: https://plotly.com/javascript/reference
#pragma warning disable CS1591

namespace Qiansi.Charts.XPlot;

/// <summary>Lets the type <c>Layout.Layout</c> exist: no type may hold one of its own name, but it may inherit it.</summary>
public abstract class LayoutTypes
{
    private protected LayoutTypes()
    {
    }

    /// <summary>Titles, axes, legend, size.</summary>
    public sealed class Layout : Qiansi.Charts.Layout
    {
        public object? title
        {
            get => this["title"];
            set => this["title"] = value;
        }

        public Font? titlefont
        {
            get => this["titlefont"] as Font;
            set => this["titlefont"] = value;
        }

        public Font? font
        {
            get => this["font"] as Font;
            set => this["font"] = value;
        }

        public object? autosize
        {
            get => this["autosize"];
            set => this["autosize"] = value;
        }

        public double? width
        {
            get => this["width"] as double?;
            set => this["width"] = value;
        }

        public double? height
        {
            get => this["height"] as double?;
            set => this["height"] = value;
        }

        public Margin? margin
        {
            get => this["margin"] as Margin;
            set => this["margin"] = value;
        }

        public string? paper_bgcolor
        {
            get => this["paper_bgcolor"] as string;
            set => this["paper_bgcolor"] = value;
        }

        public string? plot_bgcolor
        {
            get => this["plot_bgcolor"] as string;
            set => this["plot_bgcolor"] = value;
        }

        public string? separators
        {
            get => this["separators"] as string;
            set => this["separators"] = value;
        }

        public bool? showlegend
        {
            get => this["showlegend"] as bool?;
            set => this["showlegend"] = value;
        }

        public string? dragmode
        {
            get => this["dragmode"] as string;
            set => this["dragmode"] = value;
        }

        public object? hovermode
        {
            get => this["hovermode"];
            set => this["hovermode"] = value;
        }

        public Xaxis? xaxis
        {
            get => this["xaxis"] as Xaxis;
            set => this["xaxis"] = value;
        }

        public Xaxis? xaxis2
        {
            get => this["xaxis2"] as Xaxis;
            set => this["xaxis2"] = value;
        }

        public Xaxis? xaxis3
        {
            get => this["xaxis3"] as Xaxis;
            set => this["xaxis3"] = value;
        }

        public Yaxis? yaxis
        {
            get => this["yaxis"] as Yaxis;
            set => this["yaxis"] = value;
        }

        public Yaxis? yaxis2
        {
            get => this["yaxis2"] as Yaxis;
            set => this["yaxis2"] = value;
        }

        public Yaxis? yaxis3
        {
            get => this["yaxis3"] as Yaxis;
            set => this["yaxis3"] = value;
        }

        public Scene? scene
        {
            get => this["scene"] as Scene;
            set => this["scene"] = value;
        }

        public Legend? legend
        {
            get => this["legend"] as Legend;
            set => this["legend"] = value;
        }

        public string? barmode
        {
            get => this["barmode"] as string;
            set => this["barmode"] = value;
        }

        public double? bargap
        {
            get => this["bargap"] as double?;
            set => this["bargap"] = value;
        }

        public double? bargroupgap
        {
            get => this["bargroupgap"] as double?;
            set => this["bargroupgap"] = value;
        }

        public string? boxmode
        {
            get => this["boxmode"] as string;
            set => this["boxmode"] = value;
        }

        public object? grid
        {
            get => this["grid"];
            set => this["grid"] = value;
        }

        public IEnumerable<Annotation>? annotations
        {
            get => (this["annotations"] as Array)?.OfType<Annotation>();
            set => this["annotations"] = value;
        }

        public IEnumerable<Shape>? shapes
        {
            get => (this["shapes"] as Array)?.OfType<Shape>();
            set => this["shapes"] = value;
        }
    }
}
