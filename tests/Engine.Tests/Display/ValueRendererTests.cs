using System.Data;
using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Qiansi.Contracts;
using Qiansi.Engine.Display;

namespace Qiansi.Engine.Tests.Display;

public sealed class ValueRendererTests
{
    private static MimeBundle Render(object? value, params string[] mediaTypes) =>
        ValueRenderer.Render(value, mediaTypes, TestContext.Current.CancellationToken);

    private static string Html(object? value) => Render(value)["text/html"]!;

    private static string Plain(object? value) => Render(value)["text/plain"]!;

    public static TheoryData<object?, string, string> Scalars => new()
    {
        { null, "<div class=\"dni-plaintext\"><pre>&lt;null&gt;</pre></div>", "<null>" },
        { 2, "<div class=\"dni-plaintext\"><pre>2</pre></div>", "2" },
        { 2.5, "<div class=\"dni-plaintext\"><pre>2.5</pre></div>", "2.5" },
        { 1.50m, "<div class=\"dni-plaintext\"><pre>1.50</pre></div>", "1.50" },
        { true, "<div class=\"dni-plaintext\"><pre>True</pre></div>", "True" },
        { 'c', "<div class=\"dni-plaintext\"><pre>c</pre></div>", "c" },
        { DayOfWeek.Friday, "<span>Friday</span>", "Friday" },
        { new DateTime(2026, 1, 2, 3, 4, 5), "<span>2026-01-02 03:04:05</span>", "2026-01-02 03:04:05" },
        { new DateTime(2026, 1, 2, 3, 4, 5, DateTimeKind.Utc), "<span>2026-01-02 03:04:05Z</span>", "2026-01-02 03:04:05Z" },
        { new DateTimeOffset(2026, 1, 2, 3, 4, 5, TimeSpan.FromHours(8)), "<span>2026-01-02 03:04:05+08:00</span>",
            "2026-01-02 03:04:05+08:00" },
        { new DateOnly(2026, 1, 2), "<span>2026-01-02</span>", "2026-01-02" },
        { TimeSpan.FromSeconds(3.5), "<span>00:00:03.5</span>", "00:00:03.5" },
        { TimeSpan.FromSeconds(10), "<span>00:00:10</span>", "00:00:10" },
    };

    [Theory]
    [MemberData(nameof(Scalars))]
    public void ScalarsAreShownAsNotebookUsersKnowThem(object? value, string html, string plain)
    {
        Assert.Equal(html, Html(value));
        Assert.Equal(plain, Plain(value));
    }

    [Fact]
    public void TextIsPlainOnly()
    {
        var bundle = Render("a <b>");
        Assert.Equal([KeyValuePair.Create("text/plain", "a <b>")], bundle);
    }

    [Fact]
    public void CultureDoesNotChangeNumbers()
    {
        var before = CultureInfo.CurrentCulture;
        CultureInfo.CurrentCulture = new CultureInfo("de-DE");
        try
        {
            Assert.Equal("[ 1.5, 2.25 ]", Plain(new[] { 1.5, 2.25 }));
            Assert.Equal("0.5", Plain(0.5));
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Fact]
    public void ScalarsInARowAndWhatIsLeftOut()
    {
        Assert.Equal("[ 1, 2, 3 ]", Plain(new[] { 1, 2, 3 }));
        Assert.Equal("<div class=\"dni-plaintext\"><pre>[ a, b&lt; ]</pre></div>", Html(new List<string> { "a", "b<" }));
        Assert.EndsWith("18, 19 ... (980 more) ]", Plain(new int[1000].Select((_, i) => i).ToArray()));
        Assert.EndsWith("18, 19 ... (more) ]", Plain(Endless()));
        Assert.Equal("[  ]", Plain(Array.Empty<int>()));
    }

    [Fact]
    public void ObjectsInARowAreATableOfTheirMembers()
    {
        var people = new object[] { new Person("Ann", 41), new Person("Bo <b>", 7), new { Name = "Cy", Weight = 1.5 } };
        Assert.Equal("""
            index  Name    Age  Weight
            0      Ann     41
            1      Bo <b>  7
            2      Cy           1.5
            """.ReplaceLineEndings("\n"), Plain(people));
        Assert.Contains("<thead><tr><th><i>index</i></th><th>Name</th><th>Age</th><th>Weight</th></tr></thead>", Html(people));
        Assert.Contains("<tr><td>1</td><td>Bo &lt;b&gt;</td><td>7</td><td></td></tr>", Html(people));
    }

    [Fact]
    public void ALongTableSaysWhatIsLeftOut()
    {
        var rows = Enumerable.Range(0, 500).Select(i => new Person($"p{i}", i)).ToList();
        Assert.EndsWith("\n… 480 more", Plain(rows));
        Assert.Contains("<div class=\"dni-note\">… 480 more</div>", Html(rows));
        var wide = new[] { Enumerable.Range(0, 50).ToDictionary(i => $"c{i}", i => i) };
        Assert.Contains("30 more columns: c20, c21", Plain(wide));
    }

    [Fact]
    public void DictionariesTuplesAndObjects()
    {
        Assert.Equal("key  value\na    1\nb    2", Plain(new Dictionary<string, int> { ["a"] = 1, ["b"] = 2 }));
        Assert.Equal("(1, a)", Plain((1, "a")));
        Assert.Equal("{ A = 1, B = x }", Plain(new { A = 1, B = "x" }));
        Assert.Equal("ValueRendererTests.Person\n  Name: Ann\n  Age: 41", Plain(new Person("Ann", 41)));
        Assert.StartsWith("<details open=\"open\" class=\"dni-treeview\"><summary><span class=\"dni-code-hint\"><code>Person "
            + "{ Name = Ann, Age = 41 }", Html(new Person("Ann", 41)));
        Assert.Contains("<td>Item2</td><td>a</td>", Html((1, "a")));
    }

    [Fact]
    public void ArraysKeepTheirShape()
    {
        Assert.Equal("""
            int[2, 3]
               0  1  2
            0  1  2  3
            1  4  5  6
            """.ReplaceLineEndings("\n"), Plain(new[,] { { 1, 2, 3 }, { 4, 5, 6 } }));
        Assert.Contains("<tr><th>1</th><td>4</td><td>5</td><td>6</td></tr>", Html(new[,] { { 1, 2, 3 }, { 4, 5, 6 } }));
        var cube = Plain(new int[2, 2, 2] { { { 1, 2 }, { 3, 4 } }, { { 5, 6 }, { 7, 8 } } });
        Assert.StartsWith("int[2, 2, 2]\n[0, .., ..]\n   0  1\n0  1  2\n1  3  4\n[1, .., ..]", cube);
        Assert.EndsWith("… 20 of 100 rows, 20 of 200 columns shown", Plain(new double[100, 200]));
        Assert.EndsWith("… 92 more of 100 planes", Plain(new byte[10, 10, 2, 2]));
        Assert.Equal("int[0, 3]", Plain(new int[0, 3]));
        Assert.Contains("[ 1, 2 ]", Plain(new[] { new[] { 1, 2 }, new[] { 3 } }));
    }

    [Theory]
    [InlineData("image/png", new byte[] { 0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 13, 73, 72, 68, 82, 0, 0, 1, 0, 0, 0,
        0, 2 }, "PNG image, 256 × 2, 24 bytes")]
    [InlineData("image/jpeg", new byte[] { 0xFF, 0xD8, 0xFF, 0xE0 }, "JPEG image, 4 bytes")]
    [InlineData("image/gif", new byte[] { 0x47, 0x49, 0x46, 0x38, 0x39, 0x61, 3, 0, 4, 0 }, "GIF image, 3 × 4, 10 bytes")]
    public void ImageBytesAreImages(string mediaType, byte[] bytes, string plain)
    {
        var bundle = Render(bytes);
        Assert.Equal(Convert.ToBase64String(bytes), bundle[mediaType]);
        Assert.Equal(plain, bundle["text/plain"]);
        Assert.Contains($"data:{mediaType};base64,", Render(new { bytes })["text/html"]);
    }

    [Fact]
    public void SvgBytesAreSvgTextAndOtherBytesAreNumbers()
    {
        Assert.Equal("<svg/>", Render(Encoding.UTF8.GetBytes("<svg/>"))["image/svg+xml"]);
        Assert.Equal("[ 1, 2 ]", Plain(new byte[] { 1, 2 }));
        Assert.Equal("[ 66, 77, 1 ]", Plain("BM\u0001"u8.ToArray()));
    }

    [Fact]
    public void ExceptionsNameTheirCauses()
    {
        var plain = Plain(Thrown());
        Assert.StartsWith("System.InvalidOperationException: outer\n", plain.ReplaceLineEndings("\n"));
        Assert.Contains("caused by:\n  System.FormatException: inner", plain.ReplaceLineEndings("\n"));
        Assert.Contains(nameof(Thrown), plain);
        Assert.Contains("<summary>System.InvalidOperationException: outer</summary>", Html(Thrown()));
    }

    [Fact]
    public async Task TasksShowTheirState()
    {
        Assert.Contains("Result: 5", Plain(Task.FromResult(5)));
        Assert.Equal("Task<int>: not finished (WaitingForActivation); await it to see its result",
            Plain(new TaskCompletionSource<int>().Task));
        Assert.Equal("Task: finished", Plain(Task.CompletedTask));
        Assert.Contains("ValueTask&lt;int&gt;: finished", Html(new ValueTask<int>(3)));
        var failed = Task.FromException<int>(new FormatException("bad"));
        Assert.Contains("failed", Plain(failed));
        Assert.Contains("System.FormatException: bad", Plain(failed));
        await Assert.ThrowsAsync<FormatException>(() => failed);
    }

    [Fact]
    public void OtherTypesWorthMoreThanTheirMembers()
    {
        Assert.Equal("System.Collections.Generic.Dictionary<string, int[]>", Plain(typeof(Dictionary<string, int[]>)));
        Assert.Equal("[ 1, 2 ]", Plain(new ReadOnlyMemory<int>([1, 2])));
        Assert.Equal("ab", Plain("xaby".AsMemory(1, 2)));
        Assert.Equal("{\n  \"a\": 1\n}", Plain(JsonDocument.Parse("{\"a\":1}")).ReplaceLineEndings("\n"));
        Assert.Equal("{\n  \"a\": 1\n}", Plain(JsonNode.Parse("{\"a\":1}")).ReplaceLineEndings("\n"));
        Assert.StartsWith("Func<int> (", Plain((Func<int>)(() => 1)));
        using var table = new DataTable("t");
        table.Columns.Add("x", typeof(int));
        table.Rows.Add(7);
        Assert.Equal("t\nindex  x\n0      7", Plain(table));
        Assert.Contains("Key: 1", Plain(new[] { 1, 2, 3 }.GroupBy(i => i % 2).First()));
    }

    [Fact]
    public void AnObjectThatContainsItselfIsShownOnce()
    {
        var node = new Node { Name = "a" };
        node.Next = node;
        Assert.Contains("(ValueRendererTests.Node, shown further out: the object contains itself)", Plain(node));
        var list = new List<object>();
        list.Add(list);
        Assert.Contains("contains itself", Plain(list));
        Assert.Contains("contains itself", Html(list));
    }

    [Fact]
    public void ADeepOrWideGraphEnds()
    {
        var top = new Node { Name = "0" };
        for (var i = 1; i < 100_000; i++) top = new Node { Name = $"{i}", Next = top };
        Assert.True(Plain(top).Length < 64 * 1024);
        Assert.True(Plain(new Fan()).Length <= 64 * 1024);
        Assert.True(Encoding.UTF8.GetByteCount(Html(new Fan())) <= 64 * 1024);
    }

    [Fact]
    public void ALongTextKeepsHeadAndTailWithinTheLimit()
    {
        var plain = Plain("head" + new string('学', 1_000_000) + "tail");
        Assert.StartsWith("head", plain);
        Assert.EndsWith("tail", plain);
        Assert.Contains("characters left out: output is limited to 64 KiB", plain);
        Assert.True(Encoding.UTF8.GetByteCount(plain) <= 64 * 1024);
        var html = Html(new { Text = Enumerable.Range(0, 20).Select(_ => new string('<', 100_000)).ToArray() });
        Assert.True(Encoding.UTF8.GetByteCount(html) <= 64 * 1024);
    }

    [Fact]
    public void LargeHtmlIsShownWholeAndItsFirstWordsAsText()
    {
        var html = "<p>first</p>" + string.Concat(Enumerable.Repeat("<b>word</b> ", 500_000));
        var bundle = Render(new Microsoft.AspNetCore.Html.HtmlString(html));
        Assert.Equal(html, bundle["text/html"]);
        Assert.StartsWith("first\nword word", bundle["text/plain"]);
        Assert.EndsWith("more characters of HTML are left out …", bundle["text/plain"]);
        Assert.True(Encoding.UTF8.GetByteCount(bundle["text/plain"]!) <= 64 * 1024);
    }

    [Fact]
    public void MembersAndSequencesThatThrowAreRemarks()
    {
        Assert.Contains("Bad: (InvalidOperationException: no luck)", Plain(new Throwing()));
        Assert.Contains("the sequence threw FormatException: stop", Plain(ThrowingSequence()));
    }

    [Fact]
    public void AMemberThatNeverReturnsIsGivenUp()
    {
        var bundle = ValueRenderer.Render(new Blocking(), [], TestContext.Current.CancellationToken, TimeSpan.FromMilliseconds(50));
        Assert.Contains("took longer than 0.05 s and was given up", bundle["text/plain"]);
        using var interrupt = new CancellationTokenSource(50);
        Assert.Contains("was interrupted", ValueRenderer.Render(new Blocking(), [], interrupt.Token)["text/plain"]);
    }

    [Fact]
    public void OnlyTheMediaTypesAskedFor()
    {
        Assert.Equal([KeyValuePair.Create("text/plain", "2")], Render(2, "text/plain"));
        Assert.Equal("value\r\n1\r\n2\r\n", Render(new[] { 1, 2 }, "text/csv")["text/csv"]);
        var csv = Render(new[] { new { A = "x,\"y\"", B = 1.5 }, new { A = "z", B = 2.0 } }, "text/csv")["text/csv"];
        Assert.Equal("A,B\r\n\"x,\"\"y\"\"\",1.5\r\nz,2\r\n", csv);
        Assert.Equal("E = mc^2", Render("E = mc^2", "text/latex")["text/latex"]);
        Assert.Equal("{\"a\":1}", Render(JsonNode.Parse("{\"a\": 1}"), "application/json")["application/json"]);
    }

    private static IEnumerable<int> Endless()
    {
        for (var i = 0; ; i++) yield return i;
    }

    private static IEnumerable<int> ThrowingSequence()
    {
        yield return 1;
        throw new FormatException("stop");
    }

    private static Exception Thrown()
    {
        try
        {
            throw new InvalidOperationException("outer", new FormatException("inner"));
        }
        catch (InvalidOperationException e)
        {
            return e;
        }
    }

    private sealed record Person(string Name, int Age);

    private sealed class Node
    {
        public string Name { get; init; } = "";

        public Node? Next { get; set; }
    }

    private sealed class Fan
    {
        public string Text => new('x', 500);

        public Fan[] Children => [new(), new(), new(), new(), new(), new(), new(), new()];
    }

    private sealed class Throwing
    {
        public int Bad => throw new InvalidOperationException("no luck");
    }

    private sealed class Blocking
    {
        public int Never
        {
            get
            {
                Thread.Sleep(Timeout.Infinite);
                return 0;
            }
        }
    }
}
