using System.Text.Json;
using Qiansi.Charts.Output;

namespace Qiansi.Charts.Tests.Values;

/// <summary>What goes into a chart, and what of it Plotly gets.</summary>
public sealed class DataTests
{
    [Fact]
    public void Arrays_lists_sequences_and_tensors_give_the_same_figure()
    {
        var array = Json(Chart.Line(new[] { 0.5, 1, 2 }));
        Assert.Equal(array, Json(Chart.Line(new List<double> { 0.5, 1, 2 })));
        Assert.Equal(array, Json(Chart.Line(new[] { 0.5f, 1, 2 }.Select(v => v))));
        Assert.Equal(array, Json(Chart.Line(torch.tensor(new[] { 0.5f, 1, 2 }))));
        Assert.Equal(array, Json(Chart.Line(new double?[] { 0.5, 1, 2 })));
        Assert.Equal(Json(Chart.Heatmap(new[,] { { 1, 2 }, { 3, 4 } })),
            Json(Chart.Heatmap(torch.tensor(new[] { 1f, 2, 3, 4 }).reshape(2, 2))));
    }

    [Fact]
    public void Floats_keep_their_own_digits_and_gaps_are_null()
    {
        Assert.Contains("\"y\":[0.1,null,3]", Json(Chart.Line(new[] { 0.1f, float.NaN, 3 })));
        Assert.Contains("\"x\":[\"2024-01-02\",\"2024-01-02T06:30:00\"]",
            Json(Chart.Line(new[] { new DateTime(2024, 1, 2), new DateTime(2024, 1, 2, 6, 30, 0) }, new[] { 1, 2 })));
    }

    [Fact]
    public void Pairs_and_dictionaries_are_points_and_bars()
    {
        Assert.Contains("\"x\":[1,2],\"y\":[3,4]", Json(Chart.Line(new[] { (1, 3), (2, 4) })));
        Assert.Contains("\"x\":[\"a\",\"b\"],\"y\":[1,2]", Json(Chart.Column(new Dictionary<string, int> { ["a"] = 1, ["b"] = 2 })));
    }

    [Fact]
    public void Anything_of_Plotly_goes_through()
    {
        var chart = Chart.Of(new Trace("scatterpolar")
        {
            ["r"] = new[] { 1, 2 },
            ["marker"] = new { color = new[] { "red", "blue" }, size = 9 }
        }, new Layout { ["polar"] = new { angularaxis = new { rotation = 90 } } });
        Assert.Contains("{\"type\":\"scatterpolar\",\"r\":[1,2],\"marker\":{\"color\":[\"red\",\"blue\"],\"size\":9}}", Json(chart));
        Assert.Contains("\"polar\":{\"angularaxis\":{\"rotation\":90}}", Json(chart));
    }

    [Fact]
    public void What_cannot_be_drawn_is_refused_with_the_way_out()
    {
        Assert.Contains("x has 3 values and y has 2",
            Assert.Throws<ArgumentException>(() => Chart.Line(new[] { 1, 2, 3 }, new[] { 1, 2 })).Message);
        Assert.Contains("Name: \"loss\"", Assert.Throws<ArgumentException>(() => Chart.Line(new[] { 1.0 }, "loss")).Message);
        Assert.Contains("too many dimensions", Assert.Throws<ArgumentException>(() => Chart.Heatmap(torch.zeros(2, 3, 4))).Message);
        Assert.Contains("no rows of numbers", Assert.Throws<ArgumentException>(() => Chart.Contour(Array.Empty<double>())).Message);
        Assert.Contains("System.Version", Assert.Throws<ArgumentException>(() => Chart.Line(new[] { new Version(1, 2) })).Message);
        Assert.Contains("4 charts do not fit",
            Assert.Throws<ArgumentException>(() => Chart.Grid(Enumerable.Repeat(Chart.Line(new[] { 1 }), 4), 1, 3)).Message);
    }

    [Fact]
    public void A_chart_is_left_as_it_is_by_what_is_made_of_it()
    {
        var chart = Chart.Line(new[] { 1, 2 }, Name: "a");
        var before = Json(chart);
        _ = chart.WithTitle("t").WithXAxisStyle("x").WithTraceInfo(Name: "b").WithLineStyle(Width: 5).WithHLine(1);
        Assert.Equal(before, Json(chart));
    }

    [Fact]
    public void A_page_without_the_script_holds_the_drawing_and_says_why()
    {
        var page = ChartPage.Write(Chart.Line(new[] { 1, 2 }).WithTitle("a < b"), null, "npm was not found");
        Assert.Contains("npm was not found", page);
        Assert.Contains("<svg", page);
        Assert.Contains("<title>a &lt; b</title>", page);
        Assert.DoesNotContain("<script", page);
        var missing = Path.Combine(Path.GetTempPath(), "no-such-npm");
        var error = Assert.Throws<InvalidOperationException>(() =>
            PlotlyScript.Ensure(Path.Combine(Path.GetTempPath(), $"qiansi-{Guid.NewGuid():N}"), missing));
        Assert.Contains("install Node.js", error.Message);
    }

    private static string Json(GenericChart chart) => ChartBundle.Json(chart);

    private static string Part(GenericChart chart, string name)
    {
        using var document = JsonDocument.Parse(Json(chart));
        return document.RootElement.GetProperty(name).GetRawText();
    }
}
