using Qiansi.Contracts;

namespace Qiansi.Engine.Tests.CSharp.Language;

/// <summary>What a completion inserts, over which stretch, and how it is described.</summary>
public sealed class CompletionDetailTests
{
    private static readonly CellChain Cells = new(
        """
        var numbers = new List<int>();
        enum Hue { Red, Green }
        abstract class Shape {
            public abstract double Area();
            protected virtual string Label { get; set; } = "";
            public virtual Hue Paint(in int depth, params string[] names) => Hue.Red;
        }
        int Add(int a, int b) => a + b;
        int Add(int a) => a;
        """);

    [Theory]
    [InlineData("Console.Wri|te(1)", 8, 13)]
    [InlineData("Console.|", 8, 8)]
    [InlineData("num|", 0, 3)]
    [InlineData("num|bers.Add(1)", 0, 7)]
    [InlineData("1 + |", 4, 4)]
    [InlineData("var x = @cl|", 8, 11)]
    [InlineData("var 数 = 1; 数|", 11, 12)]
    [InlineData("/* 😀 */ nu|", 9, 11)]
    [InlineData("#!time\nnu|", 7, 9)]
    [InlineData("\"nu|\"", 3, 3)]
    public async Task Replaces_the_word_at_the_caret(string marked, int start, int end)
    {
        CompletionList list = await Cells.CompleteAsync(marked);

        Assert.Equal((start, end), (list.Start, list.End));
    }

    [Theory]
    [InlineData("num|", "numbers", "variable", "List<int> numbers")]
    [InlineData("Ad|", "Add", "function", "int Add(int a, int b) (+ 1 overload)")]
    [InlineData("numbers.Cou|", "Count", "property", "int Count")]
    [InlineData("numbers.Ad|", "Add", "function", "void Add(int item)")]
    [InlineData("numbers.Fir|", "First", "function", "int First<int>() (+ 1 overload)")]
    [InlineData("Sha|", "Shape", "class", "class Shape")]
    [InlineData("Hu|", "Hue", "enum", "enum Hue")]
    [InlineData("Hue.R|", "Red", "enum", "Hue.Red = 0")]
    [InlineData("DateT|", "DateTime", "struct", "readonly struct DateTime")]
    [InlineData("IDisp|", "IDisposable", "interface", "interface IDisposable")]
    [InlineData("Acti|", "Action", "class", "delegate void Action() (+ 16 overloads)")]
    [InlineData("whil|", "while", "keyword", "")]
    [InlineData("using System.Coll|", "Collections", "module", "namespace System.Collections")]
    [InlineData("int @event = 1; eve|", "@event", "variable", "int event")]
    [InlineData("Add(a|", "a:", "variable", "int a (+ 1 overload)")]
    [InlineData("from n in numbers select n|", "n", "variable", "int n")]
    public async Task Says_what_it_inserts(string marked, string text, string kind, string description)
    {
        CompletionList list = await Cells.CompleteAsync(marked);

        Assert.Equal(new CompletionItem(text, kind, description), Assert.Single(list.Items, item => item.Text == text));
    }

    [Theory]
    [InlineData("class A : Shape { public override |", "double Area() => throw new NotImplementedException();")]
    [InlineData("class A : Shape { public override Ar| }", "double Area() => throw new NotImplementedException();")]
    [InlineData("class A : Shape { override Ar| }", "public double Area() => throw new NotImplementedException();")]
    [InlineData("class A : Shape { protected override La| }", "string Label { get => base.Label; set => base.Label = value; }")]
    [InlineData("class A : Shape { public override Pai| }",
        "Hue Paint(in int depth, params string[] names) => base.Paint(in depth, names);")]
    [InlineData("#nullable enable\nclass A : Shape { public override ToS|\n int x; }", "string? ToString() => base.ToString();")]
    [InlineData("class A : Shape { public override ToS|\n int x; }", "string ToString() => base.ToString();")]
    [InlineData("struct S { public override GetH| }", "int GetHashCode() => base.GetHashCode();")]
    public async Task Writes_overrides_whole(string marked, string declaration)
    {
        CompletionList list = await Cells.CompleteAsync(marked);

        Assert.Contains(declaration, list.Items.Select(item => item.Text));
    }

    [Fact]
    public async Task Leaves_out_what_is_overridden_already()
    {
        CompletionList list = await Cells.CompleteAsync("class A : Shape { public override double Area() => 1; public override | }");

        Assert.DoesNotContain(list.Items, item => item.Text.Contains("Area"));
        Assert.Contains(list.Items, item => item.Text.Contains("ToString"));
    }

    [Theory]
    [InlineData("JsonSerializ|", "System.Text.Json.JsonSerializer")]
    [InlineData("var b = new StringBuil|", "System.Text.StringBuilder")]
    [InlineData("void F(Concurrentdict| x)", "System.Collections.Concurrent.ConcurrentDictionary")]
    public async Task Offers_types_of_namespaces_not_imported(string marked, string expected)
    {
        CompletionList list = await Cells.CompleteAsync(marked);

        Assert.Equal(expected, list.Items[0].Text);
    }

    [Theory]
    [InlineData("Js|")]
    [InlineData("Lis|")]
    [InlineData("numbers.JsonSerializ|")]
    public async Task Offers_no_other_namespace_when_the_word_is_short_or_something_matches(string marked)
    {
        CompletionList list = await Cells.CompleteAsync(marked);

        Assert.DoesNotContain(list.Items, item => item.Text.Contains("System."));
    }

    [Theory]
    [InlineData("static class E { public static int Twice(this int n) => 2 * n; }\n5.|", "Twice")]
    [InlineData("static class E { extension(int n) { public int Doubled => 2 * n; } }\n5.|", "Doubled")]
    [InlineData("static class E { extension(int) { public static int Seven => 7; } }\nint.|", "Seven")]
    [InlineData("static class E { extension(int n) { public int Doubled => n.| } }", "CompareTo")]
    [InlineData("namespace Shop { public class Item { public int Price; } }\nnew Shop.Item().|", "Price")]
    [InlineData("namespace Shop { public class Item { public int Price; int F() => Pri| } }", "Price")]
    [InlineData("namespace Shop;\npublic class Item { public int Price; int F() => Pri| }", "Price")]
    [InlineData("namespace Shop { public class Item { } }\nvar item = new Shop.|", "Item")]
    public async Task Knows_what_only_a_library_can_hold(string marked, string expected)
    {
        CompletionList list = await Cells.CompleteAsync(marked);

        Assert.Contains(expected, list.Items.Select(item => item.Text));
    }

    [Fact]
    public async Task An_edited_library_cell_replaces_the_one_that_ran()
    {
        var cells = new CellChain();
        cells.RunAsLibrary("public static class E { public static int Twice(this int n) => 2 * n; }");

        CompletionList before = await cells.CompleteAsync("5.T|");
        CompletionList after = await cells.CompleteAsync("public static class E { public static int Thrice(this int n) => 3 * n; }\n5.T|");

        Assert.Contains("Twice", before.Items.Select(item => item.Text));
        Assert.Contains("Thrice", after.Items.Select(item => item.Text));
        Assert.DoesNotContain("Twice", after.Items.Select(item => item.Text));
    }

    [Fact]
    public async Task A_variable_declared_again_has_its_new_type()
    {
        var cells = new CellChain("var x = 1;", "var x = \"text\";");

        CompletionList list = await cells.CompleteAsync("x.|");

        Assert.Contains("Length", list.Items.Select(item => item.Text));
        Assert.DoesNotContain("TryFormat", list.Items.Select(item => item.Text));
    }

    [Fact]
    public async Task Sees_cells_that_ran_since_the_last_request()
    {
        var cells = new CellChain("var first = 1;");
        Assert.DoesNotContain("firstborn", (await cells.CompleteAsync("firs|")).Items.Select(item => item.Text));

        cells.Run("var firstborn = 2;");

        Assert.Contains("firstborn", (await cells.CompleteAsync("firs|")).Items.Select(item => item.Text));
    }

    [Fact]
    public async Task Completes_paths_in_directives()
    {
        DirectoryInfo folder = Directory.CreateTempSubdirectory("paths");
        try
        {
            foreach (string name in new[] { "lesson one.csx", "lesson.ipynb", "lib.dll", "notes.txt", ".hidden.cs" })
                await File.WriteAllTextAsync(Path.Combine(folder.FullName, name), "", TestContext.Current.CancellationToken);
            folder.CreateSubdirectory("数据").CreateSubdirectory("inner");
            var cells = new CellChain { WorkingDirectory = folder.FullName };

            Assert.Equal(["数据/", "lesson one.csx", "lesson.ipynb"], await Paths(cells, "#load \"|\""));
            Assert.Equal(["lesson one.csx", "lesson.ipynb"], await Paths(cells, "#load \"Les|\""));
            Assert.Equal(["数据/", "lib.dll"], await Paths(cells, "var x = 1;\n#r \"|"));
            Assert.Equal(["inner/"], await Paths(cells, "#r \"数据/|\""));
            Assert.Equal([".hidden.cs"], await Paths(cells, "#load \".h|\""));
            Assert.Empty(await Paths(cells, "#r \"nuget: |\""));
            Assert.Empty(await Paths(cells, "#load \"missing/|\""));
            CompletionList list = await cells.CompleteAsync("#load \"les|son.x\"");
            Assert.Equal((7, 15), (list.Start, list.End));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static async Task<string[]> Paths(CellChain cells, string marked) =>
        [.. (await cells.CompleteAsync(marked)).Items.Select(item => item.Text)];
}
