using Qiansi.Contracts;
using Qiansi.Documents;
using Qiansi.Documents.Comparing;
using Qiansi.Drawing.Png;

namespace Qiansi.Documents.Tests;

public sealed class OutputComparerTests
{
    private static readonly OutputComparer Comparer = new();

    private static string? Difference(Output stored, Output fresh, ComparisonTolerance? tolerance = null) =>
        new OutputComparer(tolerance).Compare([stored], [fresh]) switch
        {
            [] => null,
            [var one] => one.ToString(),
            _ => throw new InvalidOperationException("more than one")
        };

    private static DisplayOutput Shown(string mediaType, string value) => new(MimeBundle.Of(mediaType, value));

    [Theory]
    [InlineData("", "")]
    [InlineData("a\nb\n", "a\nb")]
    [InlineData("a \r\nb\r\n", "a\nb\n")]
    [InlineData("\u001b[31mred\u001b[0m", "red")]
    [InlineData("loss 0.123456789", "loss 0.123456788")]
    [InlineData("loss 1e-12", "loss 0")]
    [InlineData("-0", "0")]
    [InlineData("1E+03", "1000.0")]
    [InlineData("[1, 2.0000001,  3]", "[1.00000004, 2, 3]")]
    [InlineData("a  0.3 |", "a 0.30000000001|")]
    [InlineData("nan NaN inf", "nan NaN inf")]
    [InlineData("took 5ms.", "took 5.0000001ms.")]
    [InlineData("x2=3-4", "x2=3-4")]
    [InlineData("第1步:准确率 0.9", "第1步:准确率 0.9000000001")]
    public void Text_that_counts_as_the_same(string stored, string fresh)
    {
        Assert.Null(Difference(new StreamOutput("stdout", stored), new StreamOutput("stdout", fresh)));
        Assert.Null(Difference(new StreamOutput("stdout", fresh), new StreamOutput("stdout", stored)));
    }

    [Theory]
    [InlineData("a\nloss 0.1234\nc", "a\nloss 0.1235\nc", "stdout: line 2: stored 'loss 0.1234', fresh 'loss 0.1235'")]
    [InlineData("a", "a\nb", "stdout: line 2: stored nothing, fresh 'b'")]
    [InlineData("a\nb\nc", "", "stdout: line 1: stored 'a', fresh nothing; and 2 more lines")]
    [InlineData("a\nb", "x\ny", "stdout: line 1: stored 'a', fresh 'x'; and 1 more line")]
    [InlineData("x2", "x3", "stdout: line 1: stored 'x2', fresh 'x3'")]
    [InlineData("3-4", "3 -4", "stdout: line 1: stored '3-4', fresh '3 -4'")]
    [InlineData("a  b", "a b", "stdout: line 1: stored 'a  b', fresh 'a b'")]
    [InlineData("  a", "a", "stdout: line 1: stored '  a', fresh 'a'")]
    [InlineData("1 2", "1 2 3", "stdout: line 1: stored '1 2', fresh '1 2 3'")]
    [InlineData("1.5", "1.5f", "stdout: line 1: stored '1.5', fresh '1.5f'")]
    [InlineData("NaN", "1", "stdout: line 1: stored 'NaN', fresh '1'")]
    public void Text_that_differs_is_shown_by_line(string stored, string fresh, string expected) =>
        Assert.Equal(expected, Difference(new StreamOutput("stdout", stored), new StreamOutput("stdout", fresh)));

    [Fact]
    public void A_long_line_is_cut_around_the_difference()
    {
        var difference = Difference(new StreamOutput("stdout", new string('a', 500) + "b" + new string('c', 500)),
            new StreamOutput("stdout", new string('a', 501) + new string('c', 500)));
        Assert.NotNull(difference);
        Assert.InRange(difference.Length, 150, 260);
        Assert.Contains("ab", difference);
    }

    [Fact]
    public void The_tolerance_can_be_set()
    {
        var (stored, fresh) = (new StreamOutput("stdout", "accuracy 0.970"), new StreamOutput("stdout", "accuracy 0.975"));
        Assert.NotNull(Difference(stored, fresh));
        Assert.Null(Difference(stored, fresh, new ComparisonTolerance(Relative: 0.01)));
        Assert.Null(Difference(stored, fresh, new ComparisonTolerance(Absolute: 0.006)));
        Assert.NotNull(Difference(stored, fresh, new ComparisonTolerance(Absolute: 0.004)));
    }

    [Fact]
    public void Streams_are_compared_whole_and_others_in_order()
    {
        Output[] stored = [new StreamOutput("stdout", "a\n"), Shown("text/plain", "1"), new StreamOutput("stdout", "b\n"),
            new ResultOutput(MimeBundle.Plain("2"), 3)];
        Output[] fresh = [Shown("text/plain", "1"), new StreamOutput("stdout", "a\nb\n"), new ResultOutput(MimeBundle.Plain("2"), 7)];
        Assert.Empty(Comparer.Compare(stored, fresh));
        Assert.Equal(["output 1 (text/plain): line 1: stored '1', fresh '5'", "output 2: stored a result (text/plain: 2), fresh nothing"],
            Comparer.Compare(stored, [Shown("text/plain", "5")]).Where(d => d.Output != "stdout").Select(d => d.ToString()));
        Assert.Equal("output 1: stored nothing, fresh an error (E: m)",
            Assert.Single(Comparer.Compare([], [new ErrorOutput("E", "m", [])])).ToString());
        Assert.Equal("output 1: stored a display (text/plain: x), fresh a result (text/plain: x)",
            Difference(Shown("text/plain", "x"), new ResultOutput(MimeBundle.Plain("x"))));
        Assert.Null(Difference(new ErrorOutput("E", "m", ["a"]), new ErrorOutput("E", "m", ["b"])));
        Assert.Equal("output 1 (error): line 1: stored 'E: m', fresh 'F: m'",
            Difference(new ErrorOutput("E", "m", []), new ErrorOutput("F", "m", [])));
    }

    [Fact]
    public void A_rendering_that_is_gone_differs_and_one_that_is_new_does_not()
    {
        var both = new DisplayOutput(new MimeBundle { { "text/html", "<b>" }, { "text/plain", "b" } });
        Assert.Equal("output 1 (text/html): stored, but not in the fresh output", Difference(both, Shown("text/plain", "b")));
        Assert.Null(Difference(Shown("text/plain", "b"), both));
    }

    [Theory]
    [InlineData("<div id=\"p1\">\n  <b>x</b> y\n</div><script>f('p1')</script>",
        "<div id=\"q22\"><b>x</b> y</div><!-- made now --><script>f('q22')</script>", null)]
    [InlineData("<input type=\"radio\" name=\"film12\" id=\"film12-0\">", "<input type=\"radio\" name=\"film98\" id=\"film98-0\">", null)]
    [InlineData("<a id=x1 href=\"#x1\">1.0000000001</a>", "<a id=x2 href=\"#x2\">1</a>", null)]
    [InlineData("<p>f_0f8fad5bd9cb469fa16570867728950e()</p>", "<p>f_7c9e6679742540de944be07fc1f90ae7()</p>", null)]
    [InlineData("<p>0f8fad5b-d9cb-469f-a165-70867728950e</p>", "<p>7c9e6679-7425-40de-944b-e07fc1f90ae7</p>", null)]
    [InlineData("<p>0f8fad5bd9cb469fa16570867728950e</p>", "<p>7c9e6679742540de944be07fc1f90ae7</p>",
        "stored '<p>0f8fad5bd9cb469fa16570867728950e</p>', fresh '<p>7c9e6679742540de944be07fc1f90ae7</p>'")]
    [InlineData("<td>a</td>", "<td>b</td>", "stored '<td>a</td>', fresh '<td>b</td>'")]
    [InlineData("<a id=\"a\"></a><a id=\"b\"></a>a", "<a id=\"c\"></a><a id=\"d\"></a>d",
        "stored '<a id=\"id1\"></a><a id=\"id2\"></a>id1', fresh '<a id=\"id1\"></a><a id=\"id2\"></a>id2'")]
    public void Html_ignores_made_up_names_comments_and_white_space(string stored, string fresh, string? expected) =>
        Assert.Equal(expected is null ? null : "output 1 (text/html): " + expected,
            Difference(Shown("text/html", stored), Shown("text/html", fresh)));

    [Theory]
    [InlineData("{\"a\":[1,2.0],\"b\":null}", "{\"b\":null, \"a\":[1.0000000001,2]}", null)]
    [InlineData("{\"a\":[1,2]}", "{\"a\":[1,3]}", "$.a[1]: stored 2, fresh 3")]
    [InlineData("{\"a\":[1,2]}", "{\"a\":[1]}", "$.a: stored 2 elements, fresh 1")]
    [InlineData("{\"a\":1}", "{}", "$.a: stored 1, fresh nothing")]
    [InlineData("{}", "{\"a\":{\"b\":1}}", "$.a: stored nothing, fresh {\"b\":1}")]
    [InlineData("[\"x\"]", "[true]", "$[0]: stored \"x\", fresh true")]
    [InlineData("[NaN, 1]", "[NaN, 2]", "line 1: stored '[NaN, 1]', fresh '[NaN, 2]'")]
    public void Json_is_compared_by_structure(string stored, string fresh, string? expected) =>
        Assert.Equal(expected is null ? null : "output 1 (application/json): " + expected,
            Difference(Shown("application/json", stored), Shown("application/json", fresh)));

    [Fact]
    public void Pictures_are_compared_by_pixels()
    {
        Picture picture = new(6, 4, 3), opaque = new(6, 4, 4);
        for (var i = 0; i < 6 * 4 * 4; i++)
            if (i % 4 == 3) opaque.Samples[i] = 255;
            else opaque.Samples[i] = picture.Samples[i / 4 * 3 + i % 4] = (byte)(i * 7 | 1);
        var plain = Convert.ToBase64String(PngFile.Encode(picture));
        var other = Convert.ToBase64String(PngFile.Encode(opaque));
        Assert.NotEqual(plain, other);
        Assert.Null(Difference(Shown("image/png", plain), Shown("image/png", other)));
        picture[1, 2, 1] += 3;
        var changed = Convert.ToBase64String(PngFile.Encode(picture));
        Assert.StartsWith("output 1 (image/png): 1 of 24 pixels differ, by up to 3 of 255; the first at x 2, y 1: stored #",
            Difference(Shown("image/png", plain), Shown("image/png", changed)));
        Assert.Null(Difference(Shown("image/png", plain), Shown("image/png", changed), new ComparisonTolerance(Channel: 3)));
        Assert.Null(Difference(Shown("image/png", plain), Shown("image/png", changed), new ComparisonTolerance(Pixels: 0.05)));
        Assert.Equal("output 1 (image/png): stored 6×4 pixels, fresh 4×6",
            Difference(Shown("image/png", plain), Shown("image/png", Convert.ToBase64String(PngFile.Encode(new Picture(4, 6, 3))))));
        Assert.Equal("output 1 (image/png): the fresh image is no PNG that can be read (not base64)",
            Difference(Shown("image/png", plain), Shown("image/png", "?")));
        Assert.Equal("output 1 (image/jpeg): stored 3 bytes, fresh 3; they part at byte 2",
            Difference(Shown("image/jpeg", "AAAA"), Shown("image/jpeg", "AAAB")));
    }

    [Theory]
    [InlineData("volatile", 0)]
    [InlineData("nondeterministic", 0)]
    [InlineData("other", 1)]
    public void Cells_that_say_they_change_are_skipped(string tag, int differences)
    {
        var stored = new Cell(CellKind.Code, "1") { Tags = [tag], Outputs = [new StreamOutput("stdout", "took 3 ms")] };
        Assert.Equal(differences,
            Comparer.Compare(stored, new Cell(CellKind.Code, "1") { Outputs = [new StreamOutput("stdout", "took 4 ms")] }).Count);
    }
}
