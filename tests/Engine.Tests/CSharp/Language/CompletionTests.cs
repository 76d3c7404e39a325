using Qiansi.Contracts;

namespace Qiansi.Engine.Tests.CSharp.Language;

/// <summary>A caret in code, what must and must not be offered there, and what comes first.</summary>
public sealed class CompletionTests
{
    private static readonly CellChain Cells = new(
        """
        using System.Text;
        var numbers = new List<int> { 1, 2, 3 };
        var name = "Ada";
        int 数量 = 3;
        enum Hue { Red, Green, DarkBlue }
        class Circle : Shape { }
        record Point(int X, int Y) { public string Label { get; init; } = ""; }
        class Shape { public required string Name { get; set; } public virtual double Area() => 0; public Hue Hue { get; set; } public int Sides; public Shape? Inner; public List<int> Marks { get; } = []; }
        static class Registry { public static int Count; [Obsolete] public static int Old; [System.ComponentModel.EditorBrowsable(System.ComponentModel.EditorBrowsableState.Never)] public static int Hidden; }
        void Paint(Shape shape, Hue hue, bool filled = false) { }
        static int Twice(this int value) => 2 * value;
        Shape shape = new() { Name = "s" };
        Shape? maybe = null;
        """,
        "1 + 1");

    public static TheoryData<string, string, string, string> Cases { get; } = new()
    {
        // code with caret | must contain | must not contain | first ("" for any)
        { "Console.|", "WriteLine ReadLine Out", "ToString Equals if", "" },
        { "Console.Wri|", "Write WriteLine", "ReadLine", "Write" },
        { "Console.wl|", "WriteLine", "Write ReadLine", "" },
        { "Console.|\nvar y = 1;", "WriteLine", "y", "" },
        { "Console.Wr|\nnumbers.Clear();", "WriteLine", "", "Write" },
        { "name.|", "Length Substring Where", "IsNullOrEmpty Format", "" },
        { "name.|\nvar y = 1;", "Length Substring", "Format", "" },
        { "name.|\nname.Trim();", "Length", "", "" },
        { "name?.Le|", "Length", "Format", "Length" },
        { "name?.Trim().|", "Length", "", "" },
        { "numbers.|", "Add Count Select Where First Sum", "", "" },
        { "numbers.Where(n => n.|", "CompareTo Twice", "MaxValue", "" },
        { "numbers.Where(n => n > 1 && n.|)", "CompareTo", "", "" },
        { "numbers.Select(x => x.ToString()).Where(s => s.|).ToList();", "Length", "Select2", "" },
        { "numbers.ForEach(n => { var doubled = n * 2; dou|", "doubled double", "", "doubled" },
        { "numbers.Aggregate((a, b) => a.|", "CompareTo", "", "" },
        { "numbers.ToDictionary(n => n, n => n.ToString()).Where(p => p.|", "Key Value", "", "" },
        { "from n in numbers where n.|", "CompareTo", "", "" },
        { "from n in numbers\nwhere n > 0\nselect n.|", "CompareTo", "", "" },
        { "from n in numbers |", "where select orderby", "while", "" },
        { "from n in numbers\nwh|", "where", "while", "where" },
        { "from n |", "in", "int", "in" },
        { "5.|", "CompareTo Twice", "Parse", "" },
        { "int.|", "Parse MaxValue", "CompareTo", "" },
        { "\"abc\".|", "Length", "", "" },
        { "new List<int>().|", "Add", "", "" },
        { "(name).|", "Length", "", "" },
        { "(1, two: 2).|", "two Item1", "", "" },
        { "new { Alpha = 1 }.|", "Alpha", "", "" },
        { "System.|", "Collections Console Text", "numbers", "" },
        { "System.Collections.|", "Generic", "List", "" },
        { "global::|", "System", "numbers", "" },
        { "Hue.|", "Red Green DarkBlue", "Parse ReferenceEquals", "DarkBlue" },
        { "Hue h = |", "Hue.Red Hue.Green", "", "Hue.DarkBlue" },
        { "Hue h = R|", "Hue.Red", "", "Hue.Red" },
        { "if (shape.Hue == |)", "Hue.Red", "", "Hue.DarkBlue" },
        { "shape.Hue = Gr|", "Hue.Green", "", "Hue.Green" },
        { "Paint(shape, |", "Hue.Red hue: filled:", "shape:", "Hue.DarkBlue" },
        { "Paint(shape, hue: |", "Hue.Red", "", "Hue.DarkBlue" },
        { "Paint(fil|", "filled:", "", "filled:" },
        { "Paint(shape, Hue.Red, |", "true false filled:", "hue:", "false" },
        { "switch (shape.Hue) { case |", "Hue.Red", "", "Hue.DarkBlue" },
        { "switch (shape.Hue) { case Hue.|: break; }", "Red", "Parse", "" },
        { "var t = shape.Hue switch { | => 1 };", "Hue.Red", "", "Hue.DarkBlue" },
        { "var b = shape.Hue is |", "Hue.Red not null", "", "Hue.DarkBlue" },
        { "object o = 1; var b = o is Sh|", "Shape", "shape", "Shape" },
        { "Shape s = new |", "Shape List string", "Registry numbers", "Shape" },
        { "List<Shape> l = new |", "List<Shape> List", "", "List<Shape>" },
        { "new System.Text.|", "StringBuilder", "", "" },
        { "new Shape { |", "Name Hue Sides", "numbers Area", "Name" },
        { "new Shape { Name = \"a\", | }", "Hue Sides", "Name", "" },
        { "new Shape { Name = \"a\", Hue = | }", "Hue.Red", "", "Hue.DarkBlue" },
        { "Shape s = new() { Si| }", "Sides", "Name", "Sides" },
        { "new Point(1, 2) with { | }", "X Y Label", "numbers", "" },
        { "new Point(1, 2) is { | }", "X Y Label", "numbers", "" },
        { "shape is { Name.|: 3 }", "Length", "Name", "" },
        { "shape is { Name: |", "null not", "", "" },
        { "shape is { Hue: |", "Hue.Red", "", "Hue.DarkBlue" },
        { "shape is Shape s |", "and or", "when", "" },
        { "num|", "numbers", "", "numbers" },
        { "na|", "name nameof", "", "name" },
        { "数|", "数量", "", "数量" },
        { "数量.|", "CompareTo", "", "" },
        { "var 长度 = 1; 长|", "长度", "", "长度" },
        { "var s = \"😀😀\"; name.Le|", "Length", "", "Length" },
        { "/* 😀 */ numbers.Ad|", "Add AddRange", "", "Add" },
        { "whi|", "while", "", "while" },
        { "fore|", "foreach", "", "foreach" },
        { "ret|", "return", "", "return" },
        { "var x = n|", "numbers name new null nameof", "namespace", "name" },
        { "var x = x|", "", "x", "" },
        { "foreach (var n in num|", "numbers", "", "numbers" },
        { "foreach (var n |", "in", "is", "in" },
        { "foreach (|", "var int Shape", "numbers", "" },
        { "if (true) { } el|", "else", "", "else" },
        { "try { } ca|", "catch", "", "catch" },
        { "while (true) { br|", "break", "", "break" },
        { "br|", "", "break", "" },
        { "numbers i|", "is", "if int", "is" },
        { "name |", "is as switch with", "if numbers", "" },
        { "int |", "", "numbers if Shape", "" },
        { "var |", "", "numbers if", "" },
        { "Shape s|", "", "shape numbers", "" },
        { "class Foo|", "", "numbers", "" },
        { "(int a, string |) => 1", "", "numbers", "" },
        { "void F(Sha|", "Shape", "shape", "Shape" },
        { "List<Sha|", "Shape", "", "" },
        { "var l = new List<Sha|>();", "Shape", "shape", "Shape" },
        { "typeof(Sha|)", "Shape", "shape", "Shape" },
        { "nameof(Shape.|)", "Name Sides", "", "" },
        { "try { } catch (IOE|", "IOException", "", "IOException" },
        { "class A : Sha|", "Shape", "Registry", "Shape" },
        { "class A { pub|", "public", "", "public" },
        { "class A { public |", "static override int Shape", "if numbers", "" },
        { "class A { int f; void M() { th|", "this throw", "", "this" },
        { "class A { int field; void M() { fi|", "field", "", "field" },
        { "void M(int argument) { arg|", "argument", "", "argument" },
        { "th|", "throw", "this", "throw" },
        { "[System.Obs|]\nclass A { }", "Obsolete", "IObserver", "Obsolete" },
        { "throw new Arg|", "ArgumentException ArgIterator", "", "ArgumentException" },
        { "throw new |", "Exception ArgumentException", "numbers", "Exception" },
        { "IDisposable d = new Strea|", "StreamReader", "", "StreamReader" },
        { "Shape d = new Ci|", "Circle", "", "Circle" },
        { "try { } catch (|", "Exception IOException", "Console List", "" },
        { "try { } catch (System.|", "Exception", "", "" },
        { "var copy = new Point(1, 2) with { X = num|", "numbers", "", "numbers" },
        { "using Sys|", "System", "numbers Shape", "System" },
        { "using System.|", "Collections IO", "Console", "" },
        { "using static System.|", "Console Math", "", "" },
        { "using Sys|\nusing System.IO;", "System", "", "System" },
        { "[Obs|]\nclass A { }", "Obsolete", "Console", "Obsolete" },
        { "[Obsolete(|)] class A { }", "message:", "", "" },
        { "$\"{na|}\"", "name", "", "name" },
        { "$\"{name.|}\"", "Length", "", "" },
        { "$\"{name.Length:|}\"", "", "numbers", "" },
        { "$\"name |\"", "", "numbers", "" },
        { "$\"{name}|\"", "", "numbers", "" },
        { "\"numbers |\"", "", "numbers", "" },
        { "\"num|", "", "numbers", "" },
        { "'|'", "", "numbers", "" },
        { "\"\"\"\n num|\n \"\"\"", "", "numbers", "" },
        { "@\"num| \"", "", "numbers", "" },
        { "// num|", "", "numbers", "" },
        { "/* num| */", "", "numbers", "" },
        { "/// num|\nvoid F() { }", "", "numbers", "" },
        { "var x = 12|", "", "numbers", "" },
        { "var x = 1.5|", "", "numbers", "" },
        { "#if false\nnum|\n#endif", "", "numbers", "" },
        { "#|", "if region nullable", "numbers", "" },
        { "#nu|", "nullable", "numbers", "nullable" },
        { "#!time\nnum|", "numbers", "", "numbers" },
        { "#r \"nuget: Some.Package, 1.0\"\nname.|", "Length", "", "" },
        { "Registry.|", "Count", "Old Hidden", "" },
        { "var sb = new StringB|", "StringBuilder", "", "StringBuilder" },
        { "SB|", "StringBuilder", "", "" },
        { "var local = 1; { var inner = lo|", "local long", "lock", "local" },
        { "later| ; var laterOn = 1;", "", "laterOn", "" },
        { "shape.Inner?.Inner.|", "Name", "", "" },
        { "maybe!.|", "Name", "", "" },
        { "await Task.|", "Delay Run", "", "" },
        { "await Ta|", "Task", "", "Task" },
        { "Func<Shape, int> f = s => s.|", "Name Sides", "", "" },
        { "numbers[0].|", "CompareTo", "", "" },
        { "new[] { shape }[0].|", "Name", "", "" },
        { "shape.Area().|", "CompareTo", "", "" },
        { "((Shape)(object)shape).|", "Name", "", "" },
        { "int @class = 1; cla|", "@class class", "", "" },
        { "Paint(|);", "shape numbers shape: new", "", "" },
        { "numbers.Add(num|)", "numbers", "", "numbers" },
        { "goto en|; end: ;", "end", "", "" },
        { "out|", "", "numbers", "" },
        { "int.TryParse(name, out |", "int var", "", "" },
        { "Task.Run(() => { numbers.| })", "Add", "", "" },
        { "if (numbers.Any(n => n > 1) && name.|", "Length", "", "" },
        { "var q = numbers.GroupBy(n => n % 2).Select(g => new { g.| });", "Key", "", "" },
        { "using var reader = new StreamR|", "StreamReader", "", "StreamReader" },
        { "static Hue Pick() { return |", "Hue.Red", "", "Hue.DarkBlue" },
        { "Hue Pick() => |", "Hue.Red", "", "Hue.DarkBlue" },
        { "Func<Hue> f = () => |", "Hue.Red", "", "Hue.DarkBlue" },
        { "Hue[] hues = { | };", "Hue.Red", "", "Hue.DarkBlue" },
        { "void G<T>() where T : |", "class struct new() Shape", "numbers", "" },
        { "sealed class B : Shape { public B() : base(|", "", "if", "" },
        { "name.Substring(1).|\n", "Length", "", "" },
        { "var y = name\n    .Trim()\n    .|", "Length", "", "" },
        { "var y = numbers\n    .Where(n => n > 1)\n    .|\n    .ToList();", "Select", "", "" },
    };

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task Offers(string marked, string contains, string lacks, string first)
    {
        CompletionList list = await Cells.CompleteAsync(marked);

        string[] texts = [.. list.Items.Select(item => item.Text)];
        foreach (string text in contains.Split(' ', StringSplitOptions.RemoveEmptyEntries)) Assert.Contains(text, texts);
        foreach (string text in lacks.Split(' ', StringSplitOptions.RemoveEmptyEntries)) Assert.DoesNotContain(text, texts);
        if (first != "") Assert.Equal(first, texts[0]);
        Assert.Equal(texts.Length, texts.Distinct().Count());
    }
}
