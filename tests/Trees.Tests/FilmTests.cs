using System.Xml.Linq;

namespace Qiansi.Trees.Tests;

public sealed class FilmTests
{
    [Fact]
    public void A_picture_shows_how_things_were_when_it_was_added()
    {
        var root = SearchNode.Of(5);
        var film = new Film("Insertions").Add(Tree.Of(root, n => [n.Left, n.Right], n => $"{n.Key}"), "before");
        root.Insert(3);
        Assert.Equal("Insertions\n\n1/2 before\n5\n\n2/2 after\n5\n├── 3\n└── ·",
            film.Add(Tree.Of(root, n => [n.Left, n.Right], n => $"{n.Key}"), "after").ToString());
    }

    [Fact]
    public void Each_step_has_a_radio_button_of_the_same_group_with_what_it_says()
    {
        var root = Parse(Film.Of([1, 2, 3], i => Tree.Of(i, _ => null), i => $"step <{i}>"));
        var buttons = root.Descendants("input").ToArray();
        Assert.Equal(["Step 1 of 3: step <1>", "Step 2 of 3: step <2>", "Step 3 of 3: step <3>"],
            buttons.Select(b => b.Attribute("aria-label")!.Value));
        Assert.Single(buttons.Select(b => b.Attribute("name")!.Value).Distinct());
        Assert.Single(buttons, b => b.Attribute("checked") is not null);
        // The picture that a button shows follows it; its labels lead to the steps before and after.
        Assert.All(buttons, b => Assert.Equal("div", ((XElement)b.NextNode!).Name.LocalName));
        Assert.Equal([1, 3],
            ((XElement)buttons[1].NextNode!).Descendants("label")
                .Select(l => 1 + Array.FindIndex(buttons, b => b.Attribute("id")!.Value == l.Attribute("for")!.Value)));
    }

    [Fact]
    public void Paper_shows_the_last_step_whatever_was_chosen()
    {
        var root = Parse(Film.Of([1, 2, 3], i => Tree.Of(i, _ => null), i => $"step {i}"));
        var style = root.Element("style")!.Value;
        Assert.Contains(".qiansi-film>div{display:none!important}.qiansi-film>div.z{display:block!important",
            style[style.IndexOf("@media print", StringComparison.Ordinal)..]);
        Assert.Contains("step 3", Assert.Single(root.Descendants("div"), d => (string?)d.Attribute("class") == "z").Value);
    }

    [Fact]
    public void Two_films_do_not_share_their_buttons()
    {
        var film = Film.Of([1], i => Tree.Of(i, _ => null), _ => "");
        Assert.NotEqual(film.ToHtml(), film.ToHtml());
    }

    [Fact]
    public void All_drawings_have_one_size_so_that_nothing_jumps()
    {
        var root = Parse(Film.Of([1, 4, 9], n => Tree.Of(0, i => i == 0 ? Enumerable.Range(1, n) : null), _ => ""));
        Assert.Single(root.Descendants().Where(e => e.Name.LocalName == "svg").Select(e => e.Attribute("viewBox")!.Value).Distinct());
    }

    [Fact]
    public void Of_a_long_film_the_first_the_last_and_some_between_are_shown()
    {
        var film = Film.Of(Enumerable.Range(1, 1000), i => Tree.Of(0, v => v == 0 ? Enumerable.Range(1, 20) : null), i => $"n{i}");
        var html = film.ToHtml();
        Assert.Contains("Step 1 of 1,000".Replace(",", ""), html);
        Assert.Contains("Step 1000 of 1000", html);
        Assert.Matches(@"[0-9]+ of 1,000 steps shown", html);
    }

    [Fact]
    public void A_film_without_pictures_says_how_to_add_one() => Assert.Contains("Add(tree, caption)", new Film().ToHtml());

    private static XElement Parse(Film film) => XElement.Parse($"<x>{film.ToHtml()}</x>");
}
