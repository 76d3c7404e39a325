using System.Text.Json;
using Theirs = Plotly.NET.CSharp.Chart;

namespace Qiansi.Charts.Tests.Values;

/// <summary>Our JSON beside that of Plotly.NET.</summary>
public sealed class PlotlyNetTests
{
    private static readonly double[] X = [1, 2], Y = [3, 4];

    [Fact]
    public void A_line_has_the_attributes_that_PlotlyNET_gives_it()
    {
        using var theirs = JsonDocument.Parse(
            Plotly.NET.GenericChart.toFigureJson(Theirs.Line<double, double, string>(x: X, y: Y, Name: "loss")));
        using var ours = JsonDocument.Parse(Chart.Line<double, double, string>(x: X, y: Y, Name: "loss").ToJson());
        AssertCovers(theirs.RootElement.GetProperty("data")[0], ours.RootElement.GetProperty("data")[0]);
    }

    /// <summary>What they give a trace we give it too, with the same values; empty parts, which say nothing, left aside.</summary>
    private static void AssertCovers(JsonElement theirs, JsonElement ours)
    {
        foreach (var property in theirs.EnumerateObject()
            .Where(p => p.Value.ValueKind != JsonValueKind.Object || p.Value.EnumerateObject().Any()))
        {
            Assert.True(ours.TryGetProperty(property.Name, out var own), $"{property.Name} is missing");
            Assert.True(JsonElement.DeepEquals(property.Value, own), $"{property.Name}: {property.Value} and {own}");
        }
    }
}
