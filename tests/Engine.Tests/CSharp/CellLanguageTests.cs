namespace Qiansi.Engine.Tests.CSharp;

public sealed class CellLanguageTests : SessionTest
{
    [Fact]
    public async Task TrailingExpressionIsTheResult() => Assert.Equal("2", await Run("1 + 1"));

    [Fact]
    public async Task StatementHasNoResult() => Assert.Equal("", await Run("var x = 1;"));

    [Fact]
    public async Task NewtonsoftJsonIsThereWithoutAReference() =>
        Assert.Equal("{\"a\":1}", await Run("Newtonsoft.Json.JsonConvert.SerializeObject(new { a = 1 })"));

    [Fact]
    public async Task VariablesCarryOver()
    {
        await Run("var x = 20;");
        Assert.Equal("42", await Run("x + 22"));
    }

    [Fact]
    public async Task VariablesAreDeclaredAgainWithAnotherType()
    {
        await Run("var x = 20;");
        await Run("var x = \"text\";");
        Assert.Equal("4", await Run("x.Length"));
    }

    [Theory]
    [InlineData("using System.Net.Http;")]
    [InlineData("using System.Text.RegularExpressions;\nusing System.Linq.Expressions;\nvar before = 1;")]
    [InlineData("using Web = System.Net.Http;")]
    public async Task ANamespaceMayBeOpenedBeforeItIsUsed(string opening)
    {
        await Run(opening);
        await Run("var x = 20;");
        Assert.Equal("21", await Run("x + 1"));
        await Run("using System.Net.Http;");
        Assert.Equal("GET", await Run("HttpMethod.Get.Method"));
    }

    [Fact]
    public async Task AwaitStandsAtTheTop() => Assert.Equal("7", await Run("await Task.Delay(1); await Task.FromResult(7)"));

    [Fact]
    public async Task ResultOfAnAsyncFunctionDoesNotDeadlock() =>
        Assert.Equal("5", await Run("async Task<int> F() { await Task.Delay(5); await Task.Yield(); return 5; }\nF().Result"));

    [Fact]
    public async Task RecordsGenericsLocalFunctionsAndPatterns()
    {
        await Run(
            "record Point<T>(T X, T Y); T Twice<T>(T v) where T : System.Numerics.INumber<T> { T Add(T a) => a + a; return Add(v); }");
        Assert.Equal("6", await Run("new Point<int>(Twice(3), 2) is { X: var x } ? x : 0"));
    }

    [Fact]
    public async Task ExtensionMethodsOnATypeOfAnEarlierCell()
    {
        await Run("record Person(string Name);");
        await Run("static class PersonExtensions { public static string Greet(this Person p) => $\"你好, {p.Name}\"; }");
        Assert.Equal("你好, 李", await Run("new Person(\"李\").Greet()"));
        await Run("static class PersonExtensions { public static string Greet(this Person p) => p.Name.ToUpper(); }");
        Assert.Equal("ANN", await Run("new Person(\"Ann\").Greet()"));
    }

    [Fact]
    public async Task ExtensionMembersOfCSharp14()
    {
        await Run("static class More { extension(string s) { public int Vowels => s.Count(c => \"aeiou\".Contains(c)); "
            + "public static string Hello => \"hello\"; } }");
        Assert.Equal("2", await Run("\"tensor\".Vowels"));
        Assert.Equal("hello", await Run("string.Hello"));
    }

    [Fact]
    public async Task TopLevelExtensionMethod()
    {
        await Run("static int Twice(this int x) => 2 * x;");
        Assert.Equal("8", await Run("4.Twice()"));
    }

    [Fact]
    public async Task NamespacesStandInACell()
    {
        await Run("namespace Shapes.Flat { class Square { public double Side = 3; public double Area => Side * Side; } }");
        await Run("using Shapes.Flat;\nvar s = new Square();");
        Assert.Equal("9", await Run("s.Area"));
        Assert.Equal("3", await Run("new Shapes.Flat.Square().Side"));
    }

    [Fact]
    public async Task AnOlderTypeIsReplacedWhileItsNeighbourStays()
    {
        await Run("class A { public int V => 1; } class B { public int V => 10; }");
        await Run("var old = new A();");
        await Run("class A { public int V => 2; }");
        Assert.Equal("12", await Run("new A().V + new B().V"));
        Assert.Equal("1", await Run("old.V"));
    }

    [Fact]
    public async Task ACellsTypeHidesOneOfTheFramework()
    {
        await Run("class Path { public string Name => \"mine\"; } record Task(string Title);");
        Assert.Equal("mine", await Run("new Path().Name"));
        Assert.Equal("x", await Run("new Task(\"x\").Title"));
    }

    [Fact]
    public async Task TypesMayUseStaticFunctionsOfTheScript()
    {
        await Run("static double Square(double x) => x * x;");
        await Run("class Disc { public double R; public double Area => 3 * Square(R); }");
        Assert.Equal("12", await Run("new Disc { R = 2 }.Area"));
        await Run("class Disc { public double R; public double Area => 4 * R; }");
        Assert.Equal("8", await Run("new Disc { R = 2 }.Area"));
    }

    [Fact]
    public async Task UsingsStayForLaterCells()
    {
        await Run("using System.Text.Json; using static System.Math; using Map = System.Collections.Generic.Dictionary<string, int>;");
        Assert.Equal("[1,2]", await Run("JsonSerializer.Serialize(new[] { 1, (int)Max(1, 2) })"));
        Assert.Equal("0", await Run("new Map().Count"));
        await Run("class Holder { public Map M = new(); public double P => PI; }");
        Assert.Equal("0", await Run("new Holder().M.Count"));
    }

    [Fact]
    public async Task FrameworkTypesOutsideTheSmallSetAreFound()
    {
        Assert.Equal("3", await Run("System.Text.RegularExpressions.Regex.Matches(\"a1b2c3\", @\"\\d\").Count"));
        Assert.Equal("example.org", await Run("new Uri(\"https://example.org/x\").Host"));
        Assert.Equal("6", await Run("new System.Collections.Concurrent.ConcurrentBag<int> { 1, 2, 3 }.Sum()"));
    }

    [Fact]
    public async Task ACellThatFailsKeepsWhatItHadSet()
    {
        await Run("var a = 1; var b = 1;");
        await Fail("a = 2; var b = 5 / (a - 2);");
        Assert.Equal("2 1", await Run("$\"{a} {b}\""));
    }

    [Fact]
    public async Task CompileErrorsCarryTheCellsLineAndColumn()
    {
        var error = await Fail("var ok = 1;\nfor (var i = 0; i < 3; i++) { var y = i; }\n  var z = Missing(3);");
        Assert.Equal("CompilationError", error.Name);
        Assert.Contains("(3,11): error CS0103", error.Message);
        Assert.Contains("^^^^^^^", string.Join('\n', error.Traceback));
    }

    [Fact]
    public async Task AnErrorBehindAWovenLoopKeepsItsColumn()
    {
        var error = await Fail("for (;;) nope++; Func<int, int> f = x => x + wrong;");
        Assert.Contains("(1,10): error CS0103", error.Message);
        Assert.Contains("(1,46): error CS0103", error.Message);
    }

    [Fact]
    public async Task TracesShowCellLinesAndNoEngineFrames()
    {
        await Run("int Divide(int a, int b)\n{\n    return a / b;\n}");
        var error = await Fail("var zero = 0;\nDivide(1, zero)");
        var trace = string.Join('\n', error.Traceback);
        Assert.Equal("System.DivideByZeroException", error.Name);
        Assert.Contains("Cell 1, line 3", Plain(trace));
        Assert.Contains("return a / b;", trace);
        Assert.Contains("Cell 2, line 2", Plain(trace));
        Assert.DoesNotContain("Qiansi", trace);
        Assert.DoesNotContain("MoveNext", trace);
    }

    [Fact]
    public async Task ATraceOutOfALongLoopNamesTheCell()
    {
        var error = await Fail("var a = new int[200_000]; var sum = 0;\nfor (var i = 0; i <= a.Length; i++)\n{\n    sum += a[i];\n}");
        Assert.Equal("System.IndexOutOfRangeException", error.Name);
        Assert.Contains(error.Traceback, line => Plain(line).TrimStart().StartsWith("at Cell 1", StringComparison.Ordinal));
        Assert.DoesNotContain(error.Traceback, line => Plain(line).Trim() == "at");
    }

    [Fact]
    public async Task UsingDeclarationsAreDisposedWhenTheCellEnds()
    {
        await Run("var log = new List<string>(); class Door(string name, List<string> log) : "
            + "IDisposable { public void Dispose() => log.Add(name); }");
        await Run("using var a = new Door(\"a\", log);\nusing Door b = new(\"b\", "
            + "log);\nusing (var c = new Door(\"c\", log)) { }\nlog.Add(\"end\");");
        Assert.Equal("c,end,b,a", await Run("string.Join(',', log)"));
        await Fail("using var d = new Door(\"d\", log); throw new Exception();");
        Assert.Equal("c,end,b,a,d", await Run("string.Join(',', log)"));
    }

    [Fact]
    public async Task AVariableDeclaredBesideItsTypeFitsTheType()
    {
        await Run("record Net(string Name, double M); Net[] nets = [new(\"a\", 1.5)];");
        await Run("static class NetExtensions { extension(Net n) { public double Bytes => n.M * 4; "
            + "} public static string Shout(this Net n) => n.Name.ToUpper(); }");
        Assert.Equal("6", await Run("nets.Sum(n => n.Bytes)"));
        Assert.Equal("A", await Run("nets[0].Shout()"));
    }

    [Fact]
    public async Task ADisplayFromACellWithTheSmallSetFitsOneThatNeedsMore()
    {
        await Run("var shown = display(\"x\");");
        await Run(
            "void Show(DisplayedValue v) => v.Update(System.Text.RegularExpressions.Regex.Replace(\"xyz\", \"y\", \"-\"));\nShow(shown);");
    }

    [Fact]
    public async Task NullAsTrailingExpressionIsShown()
    {
        var sink = new RecordingSink();
        await Session.ExecuteAsync("string? s = null; s", sink);
        Assert.NotNull(sink.Value);
        var none = new RecordingSink();
        await Session.ExecuteAsync("Console.Write(\"\")", none);
        Assert.Null(none.Value);
    }

    private static string Plain(string text) => System.Text.RegularExpressions.Regex.Replace(text, "\e\\[[0-9;]*m", "");
}
