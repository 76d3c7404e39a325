using System.Text;
using System.Xml.Linq;
using Qiansi.Automata;

namespace Qiansi.Trees.Tests;

/// <summary>Automata drawn from left to right.</summary>
public sealed class AutomatonPictureTests
{
    private static readonly Nfa Nfa = RegularExpression.Parse("(a|b)*abb").ToNfa();

    [Fact]
    public void The_minimal_automaton_has_a_start_arrow_and_one_double_circle()
    {
        var picture = Nfa.ToDfa().Minimized().ToPicture([1]);
        Assert.Equal("""
            start → 0
            0 → 1 (a), 0 (b)
            1  (◀ here) → 1 (a), 2 (b)
            2 → 1 (a), 3 (b)
            3  (accepting) → 1 (a), 0 (b)
            """.ReplaceLineEndings("\n"), picture.ToString());
        var svg = XElement.Parse(picture.ToSvg());
        // Four states, one with an inner ring.
        Assert.Equal(5, svg.Descendants().Count(e => e.Name.LocalName == "circle"));
        Assert.Contains("start", svg.Value);
    }

    [Fact]
    public void States_stand_from_left_to_right()
    {
        var svg = XElement.Parse(RegularExpression.Parse("abc").ToNfa().ToDfa().ToPicture().ToSvg());
        var circles = svg.Descendants().Where(e => e.Name.LocalName == "circle").Select(e =>
            (X: (double)e.Attribute("cx")!, Y: (double)e.Attribute("cy")!)).Distinct().ToArray();
        Assert.Equal(4, circles.Length);
        Assert.Equal(circles.OrderBy(c => c.X), circles);
        Assert.Single(circles.Select(c => c.Y).Distinct());
    }

    [Fact]
    public void Films_show_a_word_being_read_the_subsets_and_the_groups()
    {
        var reading = Nfa.ToFilm("abb");
        Assert.Equal(5, reading.Count);
        Assert.Contains("5/5 abb is taken", reading.ToString());
        Assert.Contains("ax is not taken", Nfa.ToFilm("ax").ToString());
        var subsets = Nfa.SubsetFilm();
        Assert.Equal(SubsetConstruction.Steps(Nfa).Count, subsets.Count);
        Assert.Contains("a new state", subsets.ToString());
        var groups = Nfa.ToDfa().MinimizationFilm();
        Assert.Contains("accepting or not: {0, 1, 2, 3}  {4}", groups.ToString());
        foreach (var film in (Film[])[reading, subsets, groups])
        {
            Assert.InRange(Encoding.UTF8.GetByteCount(film.ToHtml()), 1000, 64 * 1024);
            XElement.Parse($"<x>{film.ToHtml()}</x>");
        }
    }
}
