using System.Text;
using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace Qiansi.Trees.Tests;

/// <summary>Films of several panes: code, tables, records, text and drawings side by side.</summary>
public sealed class PaneFilmTests
{
    private static readonly CodePane Code = new("code", ["a := 1", "b := a < 2", "", "write(b)"]);

    [Fact]
    public void What_a_pane_shows_in_several_steps_is_written_once()
    {
        var film = new Film("two lines");
        for (var line = 1; line <= 4; line++) film.Add($"line {line}", Code.At(line), new TextPane("registers", $"r0 {line / 3}"));
        var root = Parse(film);
        Assert.Single(root.Descendants("pre"), p => p.Value.Contains("write(b)"));
        Assert.Equal(["r0 0", "r0 1"], root.Descendants("pre").Where(p => p.Value.StartsWith("r0", StringComparison.Ordinal))
            .Select(p => p.Value));
        // Step 3 shows the second text of the second pane, and marks line 3 of the first.
        var id = root.Descendants("input").ElementAt(2).Attribute("id")!.Value;
        Assert.Contains($"#{id}:checked~* .p1 .b1", Style(root));
        Assert.Contains($"#{id}:checked~* .p0 .k3", Style(root));
        Assert.DoesNotContain($"#{id}:checked~* .p1 .b0", Style(root));
    }

    [Fact]
    public void Paper_shows_the_last_step_with_its_marks_whatever_was_chosen()
    {
        var root = Parse(new Film("f").Add("first", Code.At(1), new TextPane("registers", "r0 1"))
            .Add("second", Code.At(4), new TextPane("registers", "r0 2")));
        var style = Style(root);
        var (screen, print) =
            (style.LastIndexOf("@media not print", StringComparison.Ordinal), style.LastIndexOf("@media print", StringComparison.Ordinal));
        var film = root.Element("div")!.Attribute("id")!.Value;
        Assert.InRange(screen, 0, print);
        foreach (var part in (string[])[".s1", ".p1 .b1", ".p0 .k4"]) Assert.Contains($"#{film} {part}", style[print..]);
        foreach (var part in (string[])[".s0", ".p1 .b0", ".p0 .k1"]) Assert.DoesNotContain($"#{film} {part}", style[print..]);
    }

    [Fact]
    public void Each_step_has_a_button_a_caption_and_ways_back_and_on()
    {
        var root = Parse(new Film("f").Add("first <", Code).Add("second", Code).Add("third", Code));
        var buttons = root.Descendants("input").ToArray();
        Assert.Equal(["Step 1 of 3: first <", "Step 2 of 3: second", "Step 3 of 3: third"],
            buttons.Select(b => b.Attribute("aria-label")!.Value));
        Assert.Single(buttons, b => b.Attribute("checked") is not null);
        var caption = root.Descendants("p").ElementAt(1);
        Assert.Equal([buttons[0].Attribute("id")!.Value, buttons[2].Attribute("id")!.Value], caption.Elements("label")
            .Select(l => l.Attribute("for")!.Value));
    }

    [Theory]
    [InlineData(3, false)]
    [InlineData(4, true)]
    public void From_four_panes_on_the_last_ones_share_a_column(int panes, bool share)
    {
        var film = new Film("f").Add("here", [.. Enumerable.Repeat<Pane>(Code, panes)]);
        var row =
            Parse(film).Descendants("div").Single(d => d.Attribute("class")?.Value.StartsWith("qn-w", StringComparison.Ordinal) == true);
        Assert.Equal(share ? "qn-w qn-4" : "qn-w", row.Attribute("class")!.Value);
        Assert.Equal(panes, row.Elements("div").Count());
    }

    [Fact]
    public void Two_showings_differ_by_the_names_that_are_ids_alone()
    {
        // nb verify takes ids for made up, wherever they are used, and nothing else.
        var tree = Tree.Of(1, n => n < 4 ? [2 * n, 2 * n + 1] : []);
        Func<string>[] showings = [Code.At(2).ToHtml, new Film("panes").Add("a", Code.At(1)).Add("b", Code.At(2)).ToHtml,
            new Film("drawings").Add(tree, "a").Add(tree.Rightwards(), "b").ToHtml];
        Assert.All(showings, show => Assert.Equal(Named(show()), Named(show())));

        static string Named(string html) => Regex.Replace(html, string.Join('|', Regex.Matches(html, "\\bid=\"([^\"]+)\"")
            .Select(m => m.Groups[1].Value).OrderByDescending(n => n.Length)), "id");
    }

    [Fact]
    public void The_text_says_what_is_marked()
    {
        var film = new Film("f").Add("here", Code.At(2, 4), new FramesPane("records",
            [new("main", "at 1", [new("b", "7", Mark.Current), new("total", "1")])]));
        Assert.Equal("""
            f

            1/1 here
            code
              1  a := 1
            ▶ 2  b := a < 2
              3
            • 4  write(b)

            records
            main at 1
            ▶ b      7
              total  1
            """.ReplaceLineEndings("\n"), string.Join('\n', film.ToString().Split('\n').Select(l => l.TrimEnd())));
    }

    [Fact]
    public void Long_code_is_turned_over_page_by_page()
    {
        var code = new CodePane("long", Enumerable.Range(1, 100).Select(i => $"line {i};"), page: 20);
        Assert.Contains("line 41;", code.At(45).ToString());
        Assert.DoesNotContain("line 40;", code.At(45).ToString());
        Assert.Contains("(lines 41 to 60 of 100)", code.At(45).ToString());
        Assert.Contains("line 100;", code.At(100).ToString());
        Assert.Contains("lines 1 to 20 of 100", code.ToHtml());
    }

    [Fact]
    public void A_long_film_of_large_panes_stays_within_its_bounds()
    {
        var film = new Film();
        for (var i = 0; i < 300; i++)
            film.Add($"step {i}", Code.At(i % 4 + 1), Tree.Of(i % 7, v => v < 20 ? [v + 3, v + 5] : null),
                new TextPane("t", new string('x', i)));
        var html = film.ToHtml();
        Assert.InRange(Encoding.UTF8.GetByteCount(html), 20_000, 64 * 1024);
        Assert.Contains("of 300 steps shown", html);
        Assert.Contains("Step 300 of 300", html);
        Parse(film);
    }

    [Fact]
    public void A_table_has_its_marks_and_says_them()
    {
        var table = new MarkedTable("groups", ["a", "b"], ["0", "1"], (r, c) => r == c ? $"{r}{c}" : "").With(1, 1).With(0, 1, Mark.Done);
        Assert.Equal("groups\n   a   b\n0  00   •\n1      11 ◀\n", table.ToString());
        var root = XElement.Parse($"<x>{table.ToHtml()}</x>");
        Assert.Contains(".k3{background", root.Descendants("style").Single().Value);
        Assert.Equal("11", root.Descendants("td").Single(d => d.Attribute("class")?.Value == "k3").Value);
        Assert.Contains("2 rows and 2 columns", Assert.Throws<ArgumentOutOfRangeException>(() => table.With(2, 0)).Message);
    }

    [Fact]
    public void Two_columns_stand_line_by_line()
    {
        var columns = new CodeColumns("source", "machine", [("x := 1;", "LDC 0,1(0)\nST 0,3(6)"), ("write(x)", "OUT 0,0,0")]);
        Assert.Equal("source   │ machine\nx := 1;  │ LDC 0,1(0)\n         │ ST 0,3(6)\nwrite(x) │ OUT 0,0,0\n", columns.ToString());
        Assert.Equal(4, XElement.Parse($"<x>{columns.ToHtml()}</x>").Descendants("td").Count());
    }

    [Fact]
    public void Of_many_records_the_newest_and_the_oldest_are_shown()
    {
        var text = new FramesPane("records", Enumerable.Range(0, 1000).Select(i => new StackFrame($"f{i}", "", []))).ToString();
        Assert.Contains("f0\n", text);
        Assert.Contains("… 992 more records", text);
        Assert.Contains("f999", text);
        Assert.DoesNotContain("f500", text);
    }

    [Fact]
    public void Large_tables_and_columns_say_what_they_leave_out()
    {
        var table = new MarkedTable("t", Enumerable.Range(0, 20).Select(c => $"c{c}"), Enumerable.Range(0, 5000).Select(r => $"r{r}"),
            (r, c) => $"{r * c}");
        var columns = new CodeColumns("l", "r", Enumerable.Range(0, 5000).Select(i => ($"line {i}", "code & more")));
        foreach (var html in (string[])[table.ToHtml(), columns.ToHtml()])
        {
            Assert.InRange(Encoding.UTF8.GetByteCount(html), 50_000, 64 * 1024);
            Assert.Matches(@"… \d+ more", html);
        }
    }

    private static XElement Parse(Film film) => XElement.Parse($"<x>{film.ToHtml()}</x>");

    private static string Style(XElement root) => root.Descendants("style").Single().Value;
}
