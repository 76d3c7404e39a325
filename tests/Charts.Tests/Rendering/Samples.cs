namespace Qiansi.Charts.Tests.Rendering;

/// <summary>One chart of every kind, the same in every run.</summary>
internal static class Samples
{
    private static readonly int[] Epochs = [.. Enumerable.Range(1, 20)];
    private static readonly double[] Train = [.. Epochs.Select(e => Math.Round(2 * Math.Exp(-e / 6.0) + 0.05, 4))];
    private static readonly double[] Validation = [.. Epochs.Select(e => Math.Round(2 * Math.Exp(-e / 5.0) + 0.2 + 0.006 * e, 4))];
    private static readonly double[] Grid = [.. Enumerable.Range(0, 13).Select(i => -1.5 + i * 0.25)];
    private static readonly double[][] Bowl = [.. Grid.Select(y => Grid.Select(x => Math.Round(x * x + 2 * y * y + x * y, 4)).ToArray())];
    private static readonly string[] Layers = ["conv", "linear", "relu", "softmax"];

    public static IReadOnlyDictionary<string, Func<GenericChart>> All { get; } = new Dictionary<string, Func<GenericChart>>
    {
        ["lines"] = () => Chart.Combine(Chart.Line(Epochs, Train, Name: "train"),
            Chart.Line(Epochs, Validation, Name: "validation", LineDash: StyleParam.DrawingStyle.Dash))
            .WithTitle("Loss of a small network").WithXAxisStyle("epoch").WithYAxisStyle("cross-entropy").WithVLine(11, "best"),
        ["logarithmic"] = () => Chart.Line(Epochs, Train, Name: "train", ShowMarkers: true).WithYAxisStyle("loss", StyleParam.AxisType.Log),
        ["dates"] = () => Chart.Line(
            Enumerable.Range(0, 30).Select(i => new DateTime(2024, 1, 1).AddDays(7 * i)), Noise(30, 3).Select(v => v + 20)),
        ["steps"] = () => Chart.Line(Epochs, Train).WithLineStyle(Shape: "hv").WithAnnotation("plateau", 15, 0.2),
        ["spline-area"] = () => Chart.SplineArea(Epochs, Train, Name: "smooth"),
        ["stacked-areas"] = () =>
            Chart.Combine(Chart.StackedArea(Epochs, Train, Name: "a"), Chart.StackedArea(Epochs, Validation, Name: "b")),
        ["points"] = () =>
            Chart.Combine(Enumerable.Range(0, 3)
                .Select(k => Chart.Point(
                    Noise(25, k), Noise(25, k + 10).Select(v => v + k), Name: $"class {k}", MarkerSymbol: (StyleParam.MarkerSymbol)k))),
        ["bubbles"] = () => Chart.Bubble(new[] { 1, 2, 3 }, new[] { 2, 1, 3 }, new[] { 10, 25, 40 }, Name: "sizes"),
        ["colours"] = () => Chart.Scatter(Enumerable.Range(0, 20), Noise(20, 5)).WithMarkerStyle(Color: Enumerable.Range(0, 20), Size: 10,
            ShowScale: true).WithColorBarStyle("age"),
        ["errors"] = () => Chart.Point(new[] { 1, 2, 3 }, new[] { 2.1, 3.9, 6.2 }, Name: "measured")
            .WithYErrorStyle(new[] { .3, .5, .4 }).WithHLine(5, "limit"),
        ["second-axis"] = () =>
            Chart.Combine(Chart.Line(Epochs, Train, Name: "loss").WithYAxisStyle("loss"),
                Chart.Line(Epochs, Validation.Select(v => 1 - v / 3), Name: "accuracy").OnSecondYAxis("accuracy")),
        ["columns"] = () => Chart.Combine(Chart.Column(new[] { 3, 5, 2, 6 }, Layers, Name: "forward"),
            Chart.Column(new[] { 4.5, 7, 2, 5 }, Layers, Name: "backward")).WithYAxisStyle("ms"),
        ["stacked-bars"] = () =>
            Chart.Combine(Chart.StackedBar(new[] { 3, 5 }, new[] { "a", "b" }, Name: "one"),
                Chart.StackedBar(new[] { 4, 1 }, new[] { "a", "b" }, Name: "two")),
        ["column-texts"] = () => Chart.Column(new[] { 3, 50, -20 }, new[] { "a", "b", "c" }, Text: new[] { "3", "50", "-20" }),
        ["histogram"] = () => Chart.Histogram(Noise(400, 7), NBinsX: 20).WithXAxisStyle("weight"),
        ["histogram-2d"] = () => Chart.Histogram2D(Noise(300, 8), Noise(300, 9), NBinsX: 10, NBinsY: 10),
        ["heatmap"] = () => Chart.Heatmap(
            new[,] { { 1.5, -2, 0.25 }, { 0, 3, -1 } }, X: new[] { "a", "b", "c" }, ShowValues: true, ZMid: 0, ReverseYAxis: true),
        ["fine-heatmap"] = () =>
            Chart.Heatmap(Enumerable.Range(0, 40).Select(r => Enumerable.Range(0, 50).Select(c => (double)((r * c) % 17)))),
        ["contours"] = () =>
            Chart.Combine(Chart.Contour(Bowl, Grid, Grid, ShowContoursLabels: true),
                Chart.Line(new[] { (-1.2, 1.2), (-0.6, 0.3), (-0.2, 0.05), (0, 0) }, Name: "descent", ShowMarkers: true)),
        ["contour-lines"] = () => Chart.Contour(Bowl, Grid, Grid, ContoursColoring: StyleParam.ContourColoring.Lines),
        ["surface"] = () => Chart.Surface(Bowl, Grid, Grid).WithTitle("A bowl"),
        ["space"] = () => Chart.Combine(
            Chart.Point3D(Noise(20, 1), Noise(20, 2), Noise(20, 3), Name: "points"), Chart.Line3D(Grid, Grid, Grid, Name: "diagonal")),
        ["boxes"] = () => Chart.Combine(
            Chart.BoxPlot(Y: Noise(60, 4), Name: "conv"), Chart.BoxPlot(Y: Noise(60, 5), Name: "linear", BoxMean: true)),
        ["violins"] = () => Chart.Combine(
            Chart.Violin(Y: Noise(60, 4), Name: "conv", ShowBox: true), Chart.Violin(Y: Noise(60, 5), Name: "linear", ShowMeanLine: true)),
        ["pie"] = () => Chart.Pie(new[] { ("conv", 45.0), ("linear", 30), ("norm", 12), ("relu", 8), ("pool", 3), ("other", 2) }),
        ["doughnut"] = () => Chart.Doughnut(new[] { 3, 2, 1 }, new[] { "train", "validation", "test" }, Name: "split"),
        ["candlesticks"] = () =>
            Chart.Candlestick(new[] { 1.0, 2, 3 }, new[] { 2.5, 3.5, 3.2 }, new[] { 0.5, 1.5, 1.8 }, new[] { 2.0, 3, 2 },
                X: new[] { new DateTime(2024, 1, 1), new DateTime(2024, 1, 2), new DateTime(2024, 1, 3) }),
        ["polar"] = () => Chart.Combine(
            Chart.Of(new Trace("scatterpolar")
            {
                ["r"] = new[] { 3, 1, 4, 1, 5 },
                ["theta"] = new[] { "speed", "size", "recall", "price", "range" },
                ["fill"] = "toself",
                ["name"] = "first"
            }),
            Chart.Of(new Trace("scatterpolar")
            {
                ["r"] = new[] { 2, 2, 2, 5, 1 },
                ["theta"] = new[] { "speed", "size", "recall", "price", "range" },
                ["name"] = "second"
            })),
        ["polar-angles"] = () =>
            Chart.Of(new Trace("scatterpolar")
            {
                ["r"] = new[] { 1, 2, 3, 4, 2 },
                ["theta"] = new[] { 0, 90, 180, 270, 45 },
                ["mode"] = "markers"
            }),
        ["polar-bars"] = () =>
            Chart.Of(new Trace("barpolar") { ["r"] = new[] { 1, 2, 3, 4 }, ["theta"] = new[] { 0, 90, 180, 270 } },
            new Layout { ["polar"] = new { angularaxis = new { direction = "clockwise" } } }),
        ["funnel"] = () =>
            Chart.Of(new Trace("funnel") { ["y"] = new[] { "visits", "sign-ups", "orders" }, ["x"] = new[] { 1200, 300, 60 } }),
        ["waterfall"] = () => Chart.Of(new Trace("waterfall")
        {
            ["x"] = new[] { "sales", "costs", "other", "profit" },
            ["y"] = new[] { 60, -40, 5, 0 },
            ["measure"] = new[] { "relative", "relative", "relative", "total" },
        }),
        ["treemap"] = () => Chart.Of(Parts("treemap")),
        ["icicle"] = () => Chart.Of(Parts("icicle")),
        ["sunburst"] = () => Chart.Of(Parts("sunburst")),
        ["sankey"] = () => Chart.Of(new Trace("sankey")
        {
            ["node"] = new { label = new[] { "coal", "gas", "electricity", "heat", "homes" } },
            ["link"] = new { source = new[] { 0, 1, 1, 2, 3 }, target = new[] { 2, 2, 3, 4, 4 }, value = new[] { 5, 3, 2, 8, 2 } },
        }),
        ["table"] = () => Chart.Of(new Trace("table")
        {
            ["header"] = new { values = new[] { "layer", "parameters" } },
            ["cells"] = new { values = new object[] { new[] { "conv", "linear" }, new[] { 320, 12810 } } },
        }),
        ["indicator"] = () => Chart.Of(new Trace("indicator")
        {
            ["mode"] = "number+delta+gauge",
            ["value"] = 0.94,
            ["delta"] = new { reference = 0.9 },
            ["title"] = new { text = "accuracy" },
            ["gauge"] = new { axis = new { range = new[] { 0, 1 } } },
        }),
        ["drawn-and-not"] = () =>
            Chart.Combine(Chart.Line(Epochs, Train, Name: "train"),
            Chart.Of(new Trace("scatterternary")
            {
                ["a"] = new[] { 1, 2 },
                ["b"] = new[] { 2, 1 },
                ["c"] = new[] { 1, 1 },
                ["name"] = "mixture"
            })),
        ["grid"] = () =>
            Chart.Grid([Chart.Line(Train, Name: "loss").WithTitle("loss"), Chart.Histogram(Noise(100, 2)).WithTitle("weights"),
                Chart.Pie(new[] { 1, 2 }, new[] { "a", "b" }).WithTitle("parts")], 2, 2),
        ["gaps"] = () => Chart.Line(new[] { 1, 2, double.NaN, 4, double.PositiveInfinity, 3 }, ShowMarkers: true),
        ["empty"] = () => Chart.Line(Array.Empty<double>()).WithTitle("nothing yet"),
        ["hostile"] = () => Chart.Line(new[] { 1, 2 }, Name: "<script>alert(1)</script> & \"quotes\"", LineColor: "red\" onload=\"alert(1)")
            .WithTitle("a < b & c <b>bold</b>").WithLegend(true).WithXAxisStyle("\u0001 control"),
    };

    private static Trace Parts(string type) => new(type)
    {
        ["labels"] = new[] { "model", "encoder", "decoder", "attention", "feed-forward", "embedding" },
        ["parents"] = new[] { "", "model", "model", "encoder", "encoder", "decoder" },
        ["values"] = new[] { 0, 0, 10, 30, 60, 25 },
    };

    /// <summary>About normal numbers without a generator of the framework's, whose sequence may change.</summary>
    public static double[] Noise(int count, uint seed)
    {
        var state = seed * 2654435761 + 12345;
        return [.. Enumerable.Range(0, count).Select(_ => Math.Round(Enumerable.Range(0, 6).Sum(_ => Next()) - 3, 4))];

        double Next()
        {
            state = state * 1664525 + 1013904223;
            return (state >> 8) / (double)(1 << 24);
        }
    }

    public static double[] Noise(int count, int seed) => Noise(count, (uint)seed + 1);
}
