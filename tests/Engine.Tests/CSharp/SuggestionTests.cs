namespace Qiansi.Engine.Tests.CSharp;

/// <summary>What does not compile says what may have been meant.</summary>
public sealed class SuggestionTests : SessionTest
{
    [Theory]
    [InlineData("Console.WritLine(1);", "Did you mean WriteLine")]
    [InlineData("\"abc\".Lenght", "Did you mean Length?")]
    [InlineData("new List<int>()?.Cuont", "Did you mean Count")]
    [InlineData("var total = 1; Console.WriteLine(totl);", "Did you mean total?")]
    [InlineData("Colsole.WriteLine(1);", "Did you mean Console?")]
    [InlineData("using System.Colections;", "Did you mean Collections?")]
    [InlineData("new Lst<int>()", "Did you mean List")]
    [InlineData("int[] a = [1]; a.Frist()", "Did you mean First")]
    [InlineData("JsonSerializer.Serialize(1)", "write using System.Text.Json;")]
    [InlineData("new HttpClientHandlr()", "CS0246")]
    [InlineData("Stopwatch.StartNew()", "write using System.Diagnostics;")]
    [InlineData(
        "display(div(\"a\"))", "It is a tag of PocketView: write using static Microsoft.DotNet.Interactive.Formatting.PocketViewTags;")]
    [InlineData("WriteLine(1);", "Did you mean Console.WriteLine?")]
    [InlineData("Sqrt(2)", "Did you mean Math.Sqrt?")]
    [InlineData("var m = System.Xml.Linq.XDocument.Parse(\"<a/>\"); m.XPathSelectElement(\"a\")", "write using System.Xml.XPath;")]
    [InlineData("using MathNet.Numerics;", "#r \"nuget: MathNet.Numerics\"")]
    [InlineData("print(1);", "In C#: Console.WriteLine(…)")]
    [InlineData("var x = len(\"abc\");", ".Length of an array")]
    [InlineData("var flag = True;", "In C#: true.")]
    [InlineData("await (Task.Delay(1));", "await cannot stand before a parenthesis")]
    [InlineData("import numpy as np", "This reads as Python. For cells of Python: #!connect jupyter")]
    [InlineData("from math import sqrt", "This reads as Python.")]
    [InlineData("def f(x):\n    return x", "This reads as Python.")]
    [InlineData("for i in range(3):\n    print(i)", "This reads as Python.")]
    [InlineData("%time Math.Sqrt(2)", "here #!time")]
    [InlineData("%%timeit\n1 + 1", "here #!time")]
    [InlineData("%matplotlib inline", "not needed")]
    [InlineData("%pip install x", "#r \"nuget: Name\"")]
    [InlineData("!ls -l", "Process.Start(\"ls\")")]
    [InlineData("!pip install torch", "#r \"nuget: Name\"")]
    [InlineData("Console.WriteLine?", "Shift+Tab")]
    [InlineData("let x = 5", "This reads as F#. A cell in F# begins with the line #!fsharp.")]
    [InlineData("open System.IO", "This reads as F#.")]
    [InlineData("printfn \"%d\" 5", "This reads as F#.")]
    [InlineData("#!fsharp\nlet x = 5", "F# comes with the tool nb")]
    [InlineData("#!pwsh\nls", "PowerShell comes with the tool nb")]
    [InlineData("#!sql\nselect 1", "SQL comes with the tool nb")]
    public async Task It_says_what_helps(string code, string help) => Assert.Contains(help, (await Fail(code)).Message);

    [Theory]
    [InlineData("undefinedThing.Foo()")]
    [InlineData("var x = 1 +;")]
    [InlineData("int percent = 5 %% 2;")]
    [InlineData("bool b = !missing;")]
    public async Task And_nothing_where_nothing_comes_near(string code)
    {
        var error = await Fail(code);
        Assert.DoesNotContain("Did you mean", error.Message);
        Assert.DoesNotContain("IPython", error.Message);
        Assert.DoesNotContain("reads as", error.Message);
    }
}
