namespace Qiansi.Trees.Layouts.Layered;

/// <summary>Where the nodes of a layered graph stand, and where its layers begin and end.</summary>
internal sealed class Placing
{
    /// <summary>Stacks the layers.</summary>
    /// <param name="graph">The graph.</param>
    /// <param name="x">Middles of its nodes across the layers.</param>
    /// <param name="layerGap">Distance between layers.</param>
    public Placing(LayerGraph graph, double[] x, double layerGap)
    {
        (X, Y, Top, Bottom) = (x, new double[graph.Count], new double[graph.LayerCount], new double[graph.LayerCount]);
        for (var v = 0; v < graph.Count; v++)
        {
            Bottom[graph.Layer(v)] = Math.Max(Bottom[graph.Layer(v)], graph.Height(v));
            Width = Math.Max(Width, x[v] + graph.Width(v) / 2);
        }

        var y = 0.0;
        for (var l = 0; l < graph.LayerCount; l++)
        {
            (Top[l], Bottom[l]) = (y, y + Bottom[l]);
            y = Bottom[l] + layerGap;
        }

        for (var v = 0; v < graph.Count; v++) Y[v] = (Top[graph.Layer(v)] + Bottom[graph.Layer(v)]) / 2;
        Height = Bottom[^1];
    }

    /// <summary>Middles across the layers.</summary>
    public double[] X { get; }

    /// <summary>Middles along the layers.</summary>
    public double[] Y { get; }

    /// <summary>Where each layer begins.</summary>
    public double[] Top { get; }

    /// <summary>Where each layer ends.</summary>
    public double[] Bottom { get; }

    /// <summary>Extent across the layers.</summary>
    public double Width { get; }

    /// <summary>Extent along the layers.</summary>
    public double Height { get; }
}
