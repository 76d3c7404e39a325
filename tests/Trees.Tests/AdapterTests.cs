using System.Linq.Expressions;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Xml;
using System.Xml.Linq;
using Microsoft.CodeAnalysis.CSharp;

namespace Qiansi.Trees.Tests;

public sealed class AdapterTests
{
    [Fact]
    public void Json()
    {
        const string Text = """{"name":"tree","sizes":[1,2.5],"deep":{"x":null}}""";
        const string Expected = """
            {3}  (object)
            ├── name: "tree"  (text)
            ├── sizes [2]  (array)
            │   ├── 0: 1  (number)
            │   └── 1: 2.5  (number)
            └── deep {1}  (object)
                └── x: null  (true, false, null)
            """;
        Same(Expected, JsonDocument.Parse(Text));
        Same(Expected, JsonDocument.Parse(Text).RootElement);
        Same(Expected, JsonNode.Parse(Text)!);
    }

    [Fact]
    public void Xml()
    {
        const string Text = """<doc xmlns="urn:x" id="7"><p>one <b>two</b></p><br/></doc>""";
        const string Expected = """
            <doc> · id="7"
            ├── <p>
            │   ├── one
            │   └── <b> · two
            └── <br>
            """;
        Same(Expected, XDocument.Parse(Text));
        Same(Expected, XElement.Parse(Text));
        var document = new XmlDocument();
        document.LoadXml(Text);
        Same(Expected, document.DocumentElement!);
    }

    [Fact]
    public void Expressions()
    {
        var y = 2;
        Expression<Func<int, string, bool>> expression = (x, s) => -x * 3 + y > s.Length && Math.Max(x, 1) != 0;
        Same("""
            (x, s) =>  (function)
            └── &&  (operator)
                ├── >  (operator)
                │   ├── +  (operator)
                │   │   ├── ×  (operator)
                │   │   │   ├── −  (operator)
                │   │   │   │   └── x  (parameter)
                │   │   │   └── 3  (constant)
                │   │   └── .y  (member)
                │   │       └── closure  (constant)
                │   └── .Length  (member)
                │       └── s  (parameter)
                └── !=  (operator)
                    ├── Math.Max  (call)
                    │   ├── x  (parameter)
                    │   └── 1  (constant)
                    └── 0  (constant)
            """, expression);
    }

    [Fact]
    public void Folders()
    {
        var folder = Directory.CreateTempSubdirectory("trees");
        try
        {
            Directory.CreateDirectory(Path.Combine(folder.FullName, "src"));
            File.WriteAllText(Path.Combine(folder.FullName, "src", "a.cs"), new string(' ', 2048));
            File.WriteAllText(Path.Combine(folder.FullName, "readme"), "x");
            if (!OperatingSystem.IsWindows()) Directory.CreateSymbolicLink(Path.Combine(folder.FullName, "src", "loop"), folder.FullName);
            Assert.Equal($"{folder.Name}/  (folder)\n├── src/  (folder)\n│   ├── loop/  (folder)\n│   └── a.cs · 2 KiB  "
                + "(file)\n└── readme · 1 B  (file)", Tree.Of(folder).ToString());
            Assert.Contains("is not there",
                Assert.Throws<DirectoryNotFoundException>(() => Tree.Of(new DirectoryInfo("/not/there"))).Message);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Fact]
    public void Types()
    {
        Same("""
            AdapterTests.IShape  (interface)
            ├── AdapterTests.Round  (abstract class)
            │   ├── AdapterTests.Circle  (class)
            │   └── AdapterTests.Oval<T>  (class)
            └── AdapterTests.Square  (struct)
            """, typeof(IShape));
    }

    [Fact]
    public void Dictionaries_and_lists()
    {
        Same("""
            {2}
            ├── lr: 0.5
            └── layers [2]
                ├── 0 {1}
                │   └── size: 3
                └── 1: "relu"
            """, new Dictionary<string, object?> { ["lr"] = 0.5, ["layers"] = new object[] { new System.Collections.Hashtable { ["size"] = 3 }, "relu" } });
    }

    [Fact]
    public void Objects_with_children_of_some_name()
    {
        Same("5\n├── 3\n└── 9\n    ├── 7\n    └── ·", SearchNode.Of(5, 3, 9, 7));
        Same("[10 | 20]\n├── [1 | 2]\n└── [30]", new Page([10, 20], new Page([1, 2]), new Page([30])));
        Same("Plus\n├── One\n└── Two",
            new Syntax { kind = "Plus", _children = { ["a"] = new Syntax { kind = "One" }, ["b"] = new Syntax { kind = "Two" } } });
    }

    [Fact]
    public void A_cycle_of_objects_ends()
    {
        var page = new Page([1]);
        page.Children.Add(page);
        Same("[1]\n└── [1]  (cut off)", page);
    }

    [Fact]
    public void Syntax_nodes_by_the_name_of_their_type()
    {
        const string Expected = """
            BinaryExpression  (node)
            ├── LiteralExpression  (node)
            │   └── 1  (token)
            ├── +  (token)
            └── IdentifierName  (node)
                └── x  (token)
            """;
        Same(Expected, SyntaxFactory.ParseExpression("1 + x"));
        var tree = CSharpSyntaxTree.ParseText("int a = 1;", cancellationToken: TestContext.Current.CancellationToken);
        Assert.StartsWith("CompilationUnit  (node)\n└── GlobalStatement  (node)", Tree.Of(tree).ToString());
    }

    [Fact]
    public void A_value_without_a_tree_is_an_error_that_shows_the_way() =>
        Assert.Contains("Tree.Of(root, x => …)", Assert.Throws<ArgumentException>(() => Tree.Of(new Uri("http://x"))).Message);

    private static void Same(string expected, object value)
    {
        var text = System.Text.RegularExpressions.Regex.Replace(Tree.Of(value).ToString(), @"\S*DisplayClass\S*", "closure");
        Assert.Equal(expected.ReplaceLineEndings("\n"), text);
    }

    private interface IShape;

    private abstract class Round : IShape;

    private sealed class Circle : Round;

    private sealed class Oval<T> : Round;

    private readonly struct Square : IShape;

    private sealed class Page(int[] keys, params Page[] children)
    {
        public int[] Keys => keys;

        public List<Page> Children { get; } = [.. children];
    }

    private sealed class Syntax
    {
        public string kind = "";
        public readonly Dictionary<string, Syntax> _children = [];
    }
}
