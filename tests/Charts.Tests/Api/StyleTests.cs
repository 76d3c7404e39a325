using System.Reflection;
using System.Text.Json;
using Qiansi.Charts.Values;

namespace Qiansi.Charts.Tests.Api;

/// <summary>What a chart says about its looks is in the figure, in Plotly's words.</summary>
public sealed class StyleTests
{
    private static readonly GenericChart Line = Chart.Line(new[] { 1, 2 }, new[] { 3, 4 });

    [Fact]
    public void Colours_are_written_as_CSS()
    {
        Assert.Equal("tomato", Color.fromString("tomato").ToString());
        Assert.Equal("tomato", Color.fromKeyword("tomato").ToString());
        Assert.Equal("#0072b2", Color.fromHex("#0072b2").ToString());
        Assert.Equal("rgb(1,2,3)", Plain(Color.fromRGB(1, 2, 3)));
        Assert.StartsWith("rgba(1,2,3,", Plain(Color.fromARGB(128, 1, 2, 3)));

        static string Plain(Color color) => color.ToString()!.Replace(" ", "");
    }

    /// <summary>Every member of StyleParam has a name of Plotly's, and no two of one kind have the same.</summary>
    [Fact]
    public void Every_style_has_a_name_of_its_own()
    {
        foreach (var kind in typeof(StyleParam).GetNestedTypes().Where(t => t.IsEnum))
        {
            var names = kind.GetFields(BindingFlags.Public | BindingFlags.Static)
                .Select(f => f.GetCustomAttribute<PlotlyNameAttribute>()?.Name ?? f.Name).ToList();

            Assert.Equal(names.Count, names.Distinct().Count());
        }
    }

    [Fact]
    public void An_axis_takes_the_style_that_PlotlyNET_gives_it()
    {
        var chart = Line
            .WithXAxisStyle<double, double, string>(TitleText: "x", Color: Color.fromString("red"), MinMax: Tuple.Create(0.0, 5.0),
                ShowGrid: false)
            .WithYAxisStyle<double, double, string>(TitleText: "y", Domain: Tuple.Create(0.0, 0.5), ZeroLine: false);
        Assert.Equal("x", Layout(chart, "xaxis", "title", "text").GetString());
        Assert.Equal("[0,5]", Layout(chart, "xaxis", "range").GetRawText());
        Assert.False(Layout(chart, "xaxis", "showgrid").GetBoolean());
        Assert.Equal("red", Layout(chart, "xaxis", "color").GetString());
        Assert.Equal("[0,0.5]", Layout(chart, "yaxis", "domain").GetRawText());
        Assert.False(Layout(chart, "yaxis", "zeroline").GetBoolean());
    }

    [Fact]
    public void Any_attribute_of_an_axis_and_of_the_layout_is_taken_over()
    {
        Assert.Equal(45, Layout(Line.WithXAxis(new PlotlyObject { ["tickangle"] = 45 }), "xaxis", "tickangle").GetInt32());
        Assert.Equal(90, Layout(Line.WithYAxis(new PlotlyObject { ["tickangle"] = 90 }, Id: 2), "yaxis2", "tickangle").GetInt32());
        Assert.Equal("closest", Layout(Line.WithLayout(new Layout { ["hovermode"] = "closest" }), "hovermode").GetString());
        Assert.Equal("group", Layout(Line.WithBarMode(StyleParam.BarMode.Group), "barmode").GetString());
        Assert.Equal(10, Layout(Line.WithMarginSize(Left: 10), "margin", "l").GetInt32());
        Assert.Equal("h",
            Layout(Line.WithLegendStyle(Orientation: StyleParam.Orientation.Horizontal), "legend", "orientation").GetString());
        Assert.Equal("circle",
            Layout(Line.WithShape(new PlotlyObject { ["type"] = "circle" }), "shapes")[0].GetProperty("type").GetString());
    }

    [Fact]
    public void A_series_has_error_bars_and_axes_of_its_own()
    {
        var errors = Figure(Line.WithXErrorStyle(new[] { 0.5, 0.25 })).GetProperty("data")[0].GetProperty("error_x");
        Assert.Equal("[0.5,0.25]", errors.GetProperty("array").GetRawText());
        Assert.Equal("y2", Figure(Line.WithAxisAnchor(Y: 2)).GetProperty("data")[0].GetProperty("yaxis").GetString());
    }

    [Fact]
    public void A_chart_is_saved_as_a_drawing()
    {
        var path = Path.Combine(Path.GetTempPath(), $"qiansi-{Guid.NewGuid():N}.svg");
        try
        {
            Line.SaveSvg(path);
            Assert.StartsWith("<svg", File.ReadAllText(path));
        }
        finally
        {
            File.Delete(path);
        }
    }

    private static JsonElement Layout(GenericChart chart, params string[] names) =>
        names.Aggregate(Figure(chart).GetProperty("layout"), (place, name) => place.GetProperty(name));

    private static JsonElement Figure(GenericChart chart)
    {
        using var json = JsonDocument.Parse(chart.ToJson());
        return json.RootElement.Clone();
    }
}
