using System.Text;
using System.Xml.Linq;
using Qiansi.Charts.Output;
using Qiansi.Contracts;

namespace Qiansi.Charts.Tests.Landscapes;

public sealed class LandscapeTests
{
    private static GenericChart Ravine(params (double, double)[] minima) =>
        Chart.Landscape((x, y) => 0.05 * x * x + 2 * y * y, (-2, 2), (-1.5, 1.5), minima);

    [Fact]
    public void Lines_say_their_height_and_lie_where_the_function_has_it()
    {
        var labels = Labels(Ravine());
        Assert.Equal(["3", "1", "0.3", "0.1", "0.03"], labels.Take(5).Select(l => l.Text));
        // A label stands on a line of the grid; between columns the crossing is a straight line's.
        Assert.All(labels, l => Assert.Equal(double.Parse(l.Text, System.Globalization.CultureInfo.InvariantCulture),
            0.05 * l.X * l.X + 2 * l.Y * l.Y, 0.002));
    }

    [Fact]
    public void Heights_count_from_the_lowest_point_and_are_told_as_they_are()
    {
        var labels = Labels(Chart.Landscape((x, y) => x * x + y * y - 5, (-2, 2), (-2, 2), (0, 0)));
        Assert.Equal(["-2", "-4"], labels.Take(2).Select(l => l.Text));
        Assert.All(labels, l =>
            Assert.Equal(double.Parse(l.Text, System.Globalization.CultureInfo.InvariantCulture), l.X * l.X + l.Y * l.Y - 5, 0.02));
    }

    [Fact]
    public void Heights_keep_away_from_each_other_and_from_the_minima()
    {
        (double X, double Y)[] places = [.. Labels(Ravine((0, 0))).Select(l => (l.X, l.Y)), (0, 0)];
        foreach (var (a, b) in from a in places from b in places where a != b select (a, b))
            Assert.True(Math.Abs(a.X - b.X) >= 0.14 * 4 || Math.Abs(a.Y - b.Y) >= 0.07 * 3, $"{a} and {b}");
    }

    [Fact]
    public void Axes_and_minima_are_drawn()
    {
        var chart = Ravine((0, 0));
        Assert.Equal(["minimum"], chart.Traces.Select(t => t.Name).OfType<string>());
        var svg = XDocument.Parse(chart.ToSvg()).Root!;
        Assert.Contains("x", svg.Descendants().Where(e => e.Name.LocalName == "text").Select(e => e.Value));
        Assert.Contains("y", svg.Descendants().Where(e => e.Name.LocalName == "text").Select(e => e.Value));
        Assert.Contains("0.03", svg.Descendants().Where(e => e.Name.LocalName == "text").Select(e => e.Value));
    }

    [Fact]
    public void Six_of_them_with_walks_fit_into_one_figure_and_a_walk_into_a_film()
    {
        var walk = Chart.Line(Enumerable.Range(0, 60).Select(i => (-1.8 + i / 40.0, Math.Cos(i))), Name: "descent");
        var grid = Chart.Grid([.. Enumerable.Repeat(Chart.Combine(Ravine((0, 0)), walk), 6)], 2, 3).WithSize(980, 640);
        Assert.All(((IRendered)grid).Bundle, b => Assert.InRange(Encoding.UTF8.GetByteCount(b.Value), 1, ChartBundle.Most));
        Assert.Equal(30, Chart.Combine(Ravine((0, 0)), walk).Animate(30).Count);
    }

    [Fact]
    public void What_has_no_heights_is_refused()
    {
        Assert.Contains(
            "same height", Assert.Throws<ArgumentException>(() => Chart.Landscape((x, y) => 0 * x * y, (0, 1), (0, 1))).Message);
        Assert.Contains("smaller to the larger",
            Assert.Throws<ArgumentException>(() => Chart.Landscape((x, y) => x * y, (1, 0), (0, 1))).Message);
    }

    private static (string Text, double X, double Y)[] Labels(GenericChart chart)
    {
        var trace = chart.Traces.Single(t => (string?)t["mode"] == "text");
        var (x, y) = ((double[])trace["x"]!, (double[])trace["y"]!);
        return [.. ((Array)trace["text"]!).Cast<string>().Select((t, i) => (t, x[i], y[i]))];
    }
}
