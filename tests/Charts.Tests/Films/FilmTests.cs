using System.Text;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using Qiansi.Charts.Output;
using Qiansi.Contracts;

namespace Qiansi.Charts.Tests.Films;

public sealed class FilmTests
{
    private static readonly GenericChart Race = Chart.Combine(
        Chart.Line(new[] { 0, 1, 2, 3, 4 }, new[] { 0, 1, 4, 9, 16 }, Name: "squares"),
        Chart.Line(new[] { 0, 1, 2 }, new[] { 0, 1, 2 }, Name: "short"));

    [Fact]
    public void Lines_grow_by_their_points_and_are_whole_at_the_end()
    {
        var film = Race.Animate(4);
        Assert.Equal(4, film.Count);
        var root = Parse(film);
        var added = root.Descendants().Where(e => (string?)e.Attribute("class") == "a").ToArray();
        // Both lines add a piece in the first two steps, the longer one alone after that.
        Assert.Equal([2, 2, 1, 1], added.Select(a => a.Descendants().Count(e => e.Name.LocalName == "path")));
        var shown = root.Descendants().Where(e => (string?)e.Attribute("class") == "s").ToArray();
        Assert.Equal(["1", "2", "3", "4"], shown.Select(s => s.Elements().Last().Value));
        Assert.Equal(2, film.Last.Traces.Count);
    }

    [Fact]
    public void It_runs_no_script_and_shows_its_last_step_where_styles_are_dropped()
    {
        var root = Parse(Race.Animate(4));
        Assert.DoesNotContain(root.DescendantsAndSelf(), e => e.Name.LocalName == "script");
        var radios = root.Descendants("input").Where(i => (string?)i.Attribute("type") == "radio").ToArray();
        Assert.Equal(4, radios.Length);
        Assert.Equal(radios[^1], Assert.Single(radios, r => r.Attribute("checked") is not null));
        Assert.All(root.Descendants().Where(e => (string?)e.Attribute("class") == "s"),
            s => Assert.Equal("none", (string?)s.Attribute("display")));
    }

    [Fact]
    public void Paper_shows_the_last_step_whatever_was_chosen_or_played()
    {
        var style = Parse(Race.Animate(4)).Element("style")!.Value;
        var (screen, print) =
            (style.IndexOf("@media not print{", StringComparison.Ordinal), style.IndexOf("}@media print{", StringComparison.Ordinal));
        Assert.InRange(screen, 0, print);
        Assert.All(Regex.Matches(style, ":checked|animation"), m => Assert.InRange(m.Index, m.Value == ":checked" ? 0 : screen, print));
        Assert.DoesNotContain("nth-of-type", style[..screen]);
        Assert.EndsWith(" .s:last-of-type{display:inline!important}}", style);
    }

    [Fact]
    public void Frames_share_their_axes_and_begin_their_colours_anew()
    {
        var film = Chart.Animate(
            Enumerable.Range(1, 3).Select(k => Chart.Column(new[] { k, 2 * k }, new[] { "a", "b" })), ["one", "two", "three"]);
        var svg = film.ToHtml();
        Assert.Contains("three", svg);
        Assert.DoesNotContain("#d55e00", svg);
        Assert.Equal(3, film.Count);
    }

    [Fact]
    public void A_long_film_over_contours_fits()
    {
        var z = Enumerable.Range(0, 80)
            .Select(r => Enumerable.Range(0, 80).Select(c => Math.Sin(r / 6.0) * Math.Cos(c / 7.0)).ToArray()).ToArray();
        var paths = Enumerable.Range(0, 4)
            .Select(k =>
                Chart.Line(Enumerable.Range(0, 400).Select(i =>
                    (40 + i / 12.0 * Math.Cos(i / 20.0 + k), 40 + i / 12.0 * Math.Sin(i / 20.0 + k))), Name: $"optimiser {k}"));
        var bundle = ((IRendered)Chart.Combine(paths.Prepend(Chart.Contour(z))).Animate(100)).Bundle;
        Assert.All(bundle, b =>
            Assert.True(Encoding.UTF8.GetByteCount(b.Value) <= ChartBundle.Most, $"{b.Key}: {Encoding.UTF8.GetByteCount(b.Value)} bytes"));
    }

    [Fact]
    public void Charts_that_cannot_move_are_refused()
    {
        Assert.Contains("Chart.Animate(frames)", Assert.Throws<ArgumentException>(() => Chart.Column(new[] { 1 }).Animate()).Message);
        Assert.Throws<ArgumentException>(() => Chart.Animate([]));
    }

    private static XElement Parse(ChartFilm film) => XDocument.Parse($"<page>{film.ToHtml()}</page>").Root!;
}
