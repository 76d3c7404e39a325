namespace Qiansi.Charts.Rendering.Traces.Bars;

/// <summary>Bars that count values in bins.</summary>
internal sealed class HistogramDrawing(Trace trace, string color) : BarDrawing(trace, color)
{
    private Bins _bins;

    /// <summary>Width of a bin; 0 when categories are counted.</summary>
    public double BinWidth { get; private set; }

    public override bool IsHorizontal => Trace.Text("orientation") == "h" || Trace["orientation"] is null && Trace["x"] is null;

    protected override double Gap => BinWidth > 0 && Keys.Length < 150 ? 1 : 0;

    public override void Learn()
    {
        KeyAxis.Learn(Trace[IsHorizontal ? "y" : "x"]);
    }

    public override void Measure()
    {
        var values = KeyAxis.Coordinates(Trace[IsHorizontal ? "y" : "x"]);
        var weights = Trace.Numbers(IsHorizontal ? "x" : "y");
        var isNamed = KeyAxis.Kind == Axes.AxisKind.Category;
        _bins = isNamed ? new Bins(-0.5, 1, (int)values.Where(double.IsFinite).DefaultIfEmpty(0).Max() + 1) : Bins.Of(values,
            Trace.Object(IsHorizontal ? "ybins" : "xbins"), Trace.Number(IsHorizontal ? "nbinsy" : "nbinsx"));
        BinWidth = isNamed ? 0 : _bins.Size;
        Lengths = BinSums.Of(_bins, values, weights, Trace.Text("histfunc"), Trace.Text("histnorm"));
        if (Trace.Object("cumulative").Flag("enabled") is true)
            Accumulate(Trace.Text("histnorm") is { } norm && norm.Contains("density") ? _bins.Size : 1);
        Keys = [.. Enumerable.Range(0, _bins.Count).Select(_bins.Middle)];
        Bases = new double[Lengths.Length];
    }

    protected override string Words(int i)
    {
        var key = BinWidth > 0
            ? $"{KeyAxis.Words(_bins.Middle(i) - BinWidth / 2)} – {KeyAxis.Words(_bins.Middle(i) + BinWidth / 2)}" : KeyAxis.Words(Keys[i]);
        return $"{key}: {NumberText.Short(Lengths[i], 5)}";
    }

    private void Accumulate(double size)
    {
        for (var i = 1; i < Lengths.Length; i++) Lengths[i] = Lengths[i] * size + Lengths[i - 1];
    }
}
