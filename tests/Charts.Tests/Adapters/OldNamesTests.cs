using Qiansi.Charts.Adapters;
using Qiansi.Charts.Json;
using Qiansi.Engine.Display;

namespace Qiansi.Charts.Tests.Adapters;

public sealed class OldNamesTests
{
    [Fact]
    public void Titles_of_XPlot_are_objects_with_their_fonts()
    {
        var layout = ForeignSamples.All["XPlot scatter"]().Layout;
        Assert.Equal("Powers", layout.Title);
        Assert.Equal("""{"text":"Powers","font":{"size":22}}""", PlotlyJsonWriter.Write(layout["title"]));
        var axis = (PlotlyObject)layout["xaxis"]!;
        Assert.Equal("""{"text":"n","font":{"color":"#7f7f7f"}}""", PlotlyJsonWriter.Write(axis["title"]));
        Assert.Equal("linear", axis["tickmode"]);
        Assert.Null(axis["autotick"]);
    }

    [Fact]
    public void A_colour_bar_keeps_the_side_of_its_title()
    {
        var bar = (PlotlyObject)ForeignSamples.All["XPlot heat map"]().Traces[0]["colorbar"]!;
        Assert.Equal("""{"text":"loss","font":{"size":9},"side":"right"}""", PlotlyJsonWriter.Write(bar["title"]));
    }

    [Theory]
    [InlineData("""{"type":"bar","bardir":"h","x":["a"],"y":[3]}""", """{"type":"bar","x":[3],"y":["a"],"orientation":"h"}""")]
    [InlineData("""{"type":"heatmapgl","z":[[1]]}""", """{"type":"heatmap","z":[[1]]}""")]
    [InlineData("""{"type":"surface","z":[[1]],"zmin":0,"cmax":4}""", """{"type":"surface","z":[[1]],"cmax":4,"cmin":0}""")]
    [InlineData("""{"type":"scatter","y":[1],"meta":{"title":"mine"}}""", """{"type":"scatter","y":[1],"meta":{"title":"mine"}}""")]
    public void Kinds_and_attributes_have_todays_names(string old, string today) =>
        Assert.Equal(today, PlotlyJsonWriter.Write(OldNames.Renew(PlotlyJsonReader.Figure($"[{old}]", "{}")).Traces[0]));

    [Fact]
    public void An_annotation_has_its_frame_for_both_coordinates()
    {
        var chart = OldNames.Renew(PlotlyJsonReader.Figure("[]", """{"annotations":[{"text":"here","ref":"paper","x":1,"y":1}]}"""));
        Assert.Equal("""[{"text":"here","x":1,"y":1,"xref":"paper","yref":"paper"}]""",
            PlotlyJsonWriter.Write(chart.Layout["annotations"]));
    }

    [Fact]
    public void A_chart_is_read_once_a_display()
    {
        var reads = 0;
        ForeignCharts.Register(typeof(Counted), _ =>
        {
            reads++;
            return Chart.Line(new[] { 1, 2 });
        });
        var counted = new Counted();
        var shown = ValueRenderer.Render(counted, [], TestContext.Current.CancellationToken);
        Assert.StartsWith("<svg", shown["image/svg+xml"]);
        Assert.Contains("\"data\"", shown["application/vnd.plotly.v1+json"]);
        Assert.Equal(1, reads);
        ValueRenderer.Render(counted, [], TestContext.Current.CancellationToken);
        Assert.Equal(2, reads);
    }

    [Fact]
    public void Every_foreign_sample_is_drawn() =>
        Assert.All(ForeignSamples.All.Values, sample => Assert.Contains("<svg", sample().ToSvg()));

    private sealed class Counted;
}
