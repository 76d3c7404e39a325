using Qiansi.Contracts;

namespace Qiansi.Engine.Tests.CSharp.Language;

public sealed class InspectionTests
{
    private static readonly CellChain Cells = new(
        """
        using System.Text;
        /// <summary>Adds two numbers, see <see cref="System.Math"/>.</summary>
        /// <param name="first">The one.</param>
        /// <param name="second">The <c>other</c>.</param>
        /// <returns>Their <b>sum</b>.</returns>
        /// <exception cref="System.OverflowException">Too big &amp; more.</exception>
        /// <remarks><para>One.</para><para>Two.</para><list type="bullet"><item><description>a &lt; b</description></item></list><code>
        ///     var x = 1;
        ///       var y = 2;
        /// </code></remarks>
        int Add(int first, int second) => first + second;
        /// <summary>一个形状。</summary>
        class Shape {
            /// <summary>Its area.</summary>
            /// <value>Square metres.</value>
            public virtual double Area { get; set; }
            /// <summary>Grows it by <paramref name="factor"/>.</summary>
            public virtual void Grow(double factor) { }
        }
        class Square : Shape {
            /// <inheritdoc/>
            public override void Grow(double factor) { }
        }
        var numbers = new List<int> { 1, 2, 3 };
        var 名字 = "Ada";
        object boxed = 5;
        """);

    public static TheoryData<string, string> Cases { get; } = new()
    {
        { "A|dd(1, 2)", "int Add(int first, int second)" },
        { "Add|(1, 2)", "int Add(int first, int second)" },
        { "Add(1, 2)|", "" },
        { "num|bers.Count", "List<int> numbers" },
        { "numbers.Co|unt", "int List<int>.Count { get; }" },
        { "numbers.Wh|ere(n => n > 1)", "Where<int>" },
        { "numbers.Where(n => n| > 1)", "int n" },
        { "var t = numbers.First(); t|.ToString()", "int t" },
        { "va|r t = 1;", "struct System.Int32" },
        { "Console.WriteLine|(1)", "void Console.WriteLine(int value) (+ " },
        { "Cons|ole.Out", "class System.Console" },
        { "Li|st<int> l;", "class System.Collections.Generic.List<int>" },
        { "Func|<int> f;", "delegate" },
        { "Console.WriteLine(num|bers)", "List<int> numbers" },
        { "System.Coll|ections.Generic", "namespace" },
        { "new Shape|()", "Shape.Shape()" },
        { "Shape| s = null;", "class Shape" },
        { "new Shape().Are|a", "double Shape.Area { get; set; }" },
        { "stri|ng s = \"\";", "class System.String" },
        { "ConsoleColor.Re|d", "ConsoleColor.Red = 12" },
        { "名|字.Length", "string 名字" },
        { "\"😀\"; 名字.Len|gth", "int string.Length { get; }" },
        { "void F(int arg) { ar|g++; }", "int arg" },
        { "from n in numbers select n|", "n" },
        { "#!time\nAd|d(1, 2)", "int Add(" },
        { "$\"{num|bers}\"", "numbers" },
        { "const int Limit = 5; Lim|it", "Limit" },
        { "var x = |1;", "" },
        { "// num|bers", "" },
        { "\"num|bers\"", "" },
        { "|", "" },
        { "unknown|Thing", "" },
    };

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task Shows_the_signature(string marked, string expected)
    {
        MimeBundle? page = await Inspect(Cells, marked);

        if (expected == "") Assert.Null(page);
        else Assert.Contains(expected, page!["text/plain"]!.Split('\n')[0]);
    }

    [Fact]
    public async Task Shows_comments_of_earlier_cells_as_text()
    {
        MimeBundle? page = await Inspect(Cells, "Ad|d");

        Assert.Equal(
            """
            int Add(int first, int second)

            Adds two numbers, see Math.

            Parameters:
              first: The one.
              second: The other.

            Returns:
              Their sum.

            Exceptions:
              OverflowException: Too big & more.

            Remarks:
              One.
              Two.
              - a < b
                  var x = 1;
                    var y = 2;
            """, page!["text/plain"]);
    }

    [Fact]
    public async Task Shows_comments_of_earlier_cells_as_html()
    {
        string html = (await Inspect(Cells, "Ad|d"))!["text/html"]!;

        Assert.Contains("<span style=\"color:#2f7fe0\">int</span>", html);
        Assert.Contains("<code>Math</code>", html);
        Assert.Contains("<dt><code>second</code></dt><dd>The <code>other</code>.</dd>", html);
        Assert.Contains("<b>sum</b>", html);
        Assert.Contains("Too big &amp; more.", html);
        Assert.Contains("<ul><li>a &lt; b</li></ul>", html);
        Assert.Contains("<pre><code>var x = 1;\n  var y = 2;</code></pre>", html);
    }

    [Theory]
    [InlineData("new Square().Gro|w(2)", "Grows it by factor.")]
    [InlineData("new Shape().Are|a", "Square metres.")]
    [InlineData("Sha|pe s;", "一个形状。")]
    public async Task Resolves_inherited_and_other_comments(string marked, string expected) =>
        Assert.Contains(expected, (await Inspect(Cells, marked))!["text/plain"]);

    [Theory]
    [InlineData("Console.WriteL|ine(1)", "line terminator")]
    [InlineData("numbers.Ad|d(1)", "end of the")]
    [InlineData("numbers.Whe|re(n => n > 1)", "Filters a sequence")]
    [InlineData("int.Par|se(\"1\")", "Converts the string representation")]
    [InlineData("new Random().Nex|t(1, 2)", "exclusive upper bound")]
    [InlineData("Tas|k.Delay(1)", "asynchronous operation")]
    [InlineData("Path.Comb|ine(\"a\", \"b\")", "Combines")]
    public async Task Shows_the_framework_documentation(string marked, string expected)
    {
        string packs = Path.GetFullPath(
            Path.Combine(typeof(object).Assembly.Location, "..", "..", "..", "..", "packs", "Microsoft.NETCore.App.Ref"));
        if (!Directory.Exists(packs)) Assert.Skip($"The SDK's reference pack is not installed at {packs}.");

        MimeBundle? page = await Inspect(Cells, marked);

        Assert.Contains(expected, page!["text/plain"]);
    }

    [Theory]
    [InlineData("num|bers", "numbers = 3 elements")]
    [InlineData("名|字", "名字 = \"Ada\"")]
    [InlineData("box|ed", "boxed = 5 (Int32)")]
    public async Task Says_what_a_variable_holds(string marked, string expected)
    {
        var cells = new CellChain("var numbers = new List<int>(); var 名字 = \"\"; object boxed = 0;");
        cells.Values["numbers"] = new NamedValue("numbers", new List<int> { 1, 2, 3 }, typeof(List<int>));
        cells.Values["名字"] = new NamedValue("名字", "Ada", typeof(string));
        cells.Values["boxed"] = new NamedValue("boxed", 5, typeof(object));

        Assert.Contains(expected, (await Inspect(cells, marked))!["text/plain"]);
    }

    [Fact]
    public async Task Runs_no_code_of_the_value_it_describes()
    {
        var cells = new CellChain("object trap = null;");
        cells.Values["trap"] = new NamedValue("trap", new Trap(), typeof(object));

        Assert.Contains("holds a (Trap)", (await Inspect(cells, "tr|ap"))!["text/plain"]);
    }

    [Fact]
    public async Task Shows_the_comments_of_a_library_made_from_a_cell()
    {
        var cells = new CellChain();
        cells.RunAsLibrary("/// <summary>Says hello.</summary>\npublic static class Greeter { /// <summary>Greets.</summary>\npublic "
            + "static void Greet() { } }");

        Assert.Contains("Says hello.", (await Inspect(cells, "Greet|er.Greet()"))!["text/plain"]);
        Assert.Contains("Greets.", (await Inspect(cells, "Greeter.Gre|et()"))!["text/plain"]);
    }

    [Fact]
    public async Task Encodes_what_could_be_markup()
    {
        var cells = new CellChain(
            "/// <summary>&lt;script&gt;alert(1)&lt;/script&gt; <a href=\"javascript:alert(1)\">x</a></summary>\nvoid Risky() { }");

        string html = (await Inspect(cells, "Ris|ky()"))!["text/html"]!;

        Assert.DoesNotContain("<script", html);
        Assert.DoesNotContain("javascript:", html);
    }

    private static Task<MimeBundle?> Inspect(CellChain cells, string marked)
    {
        (string code, int position) = CellChain.Caret(marked);
        return cells.Services.InspectAsync(code, position, TestContext.Current.CancellationToken);
    }

    private sealed class Trap
    {
        public override string ToString() => throw new InvalidOperationException("ToString was called.");
    }
}
