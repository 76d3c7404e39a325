using Qiansi.Documents;
using Qiansi.Documents.Parameters;
using Qiansi.Engine.CSharp.Parameters;

namespace Qiansi.Engine.Tests.CSharp.Parameters;

public sealed class ParameterTests
{
    private static Notebook With(string parameters)
    {
        var notebook = new Notebook();
        notebook.Cells.Add(new Cell(CellKind.Markdown, "# Title"));
        notebook.Cells.Add(new Cell(CellKind.Code, parameters) { Tags = ["hide", "parameters"] });
        notebook.Cells.Add(new Cell(CellKind.Code, "epochs"));
        return notebook;
    }

    private static string Injected(Notebook notebook, params string[] values)
    {
        NotebookParameters.Inject(
            notebook, values.Select(v => v.Split('=', 2)).Select(v => KeyValuePair.Create(v[0], v[1])), new CSharpParameters());
        return Assert.Single(notebook.Cells, c => c.HasTag("injected-parameters")).Source;
    }

    [Theory]
    [InlineData("int n = 1;", "n=5", "int n = 5;")]
    [InlineData("int n = 1;", "n= -5 ", "int n = -5;")]
    [InlineData("var n = 1;", "n=1_000", "int n = 1000;")]
    [InlineData("var n = -1;", "n=5", "int n = 5;")]
    [InlineData("long n;", "n=9223372036854775807", "long n = 9223372036854775807L;")]
    [InlineData("var n = 1L;", "n=5", "long n = 5L;")]
    [InlineData("uint n = 1;", "n=5", "uint n = 5u;")]
    [InlineData("byte n = 1;", "n=255", "byte n = 255;")]
    [InlineData("var x = 0.1;", "x=1e-3", "double x = 0.001d;")]
    [InlineData("double x = 1;", "x=5", "double x = 5d;")]
    [InlineData("double x = 1;", "x=NaN", "double x = double.NaN;")]
    [InlineData("double x = 1;", "x=-Infinity", "double x = double.NegativeInfinity;")]
    [InlineData("float x = 1;", "x=.5", "float x = 0.5f;")]
    [InlineData("var x = 1m;", "x=0.10", "decimal x = 0.10m;")]
    [InlineData("bool b = false;", "b=True", "bool b = true;")]
    [InlineData("var b = !true;", "b=false", "bool b = false;")]
    [InlineData("string s = \"\";", "s=a \"b\" \\ 中=文\n", "string s = \"a \\\"b\\\" \\\\ 中=文\\n\";")]
    [InlineData("var s = $\"{1}\";", "s= x ", "string s = \" x \";")]
    [InlineData("char c = 'a';", "c='", "char c = '\\'';")]
    [InlineData("int? n = null;", "n=null", "int? n = null;")]
    [InlineData("int? n = null;", "n=3", "int? n = 3;")]
    [InlineData("string? s = null;", "s=null", "string? s = null;")]
    [InlineData("Int32 n = 1; System.String s;", "s=x", "string s = \"x\";")]
    [InlineData("const int n = 1;", "n=5", "const int n = 5;")]
    [InlineData("int @class = 1;", "class=5", "int @class = 5;")]
    [InlineData("int[] xs = [1, 2];", "xs=[3, 4]", "int[] xs = new int[] { 3, 4 };")]
    [InlineData("var xs = new[] { 1, 2.5 };", "xs=[1]", "double[] xs = new double[] { 1d };")]
    [InlineData("var xs = new string[0];", "xs=[\"a\\nb\"]", "string[] xs = new string[] { \"a\\nb\" };")]
    [InlineData("int a = 1, b = 2;", "b=3", "int b = 3;")]
    public void Values_are_written_by_the_type_of_the_declaration(string declaration, string value, string expected) =>
        Assert.Equal("// Parameters of this run\n" + expected,
            Injected(With("// settings\n" + declaration + "\nConsole.WriteLine(1);"), value));

    [Theory]
    [InlineData("int n = 1;", "n=abc", "Parameter 'n' is of type int, and 'abc' is not a whole number from -2147483648 to 2147483647.")]
    [InlineData("int n = 1;", "n=3000000000",
        "Parameter 'n' is of type int, and '3000000000' is not a whole number from -2147483648 to 2147483647.")]
    [InlineData("int n = 1;", "n=1.5", "Parameter 'n' is of type int, and '1.5' is not a whole number from -2147483648 to 2147483647.")]
    [InlineData(
        "double x = 1;", "x=1,5", "Parameter 'x' is of type double, and '1,5' is not a number with a decimal point, such as 0.01 or 1e-3.")]
    [InlineData("bool b = true;", "b=yes", "Parameter 'b' is of type bool, and 'yes' is not true or false.")]
    [InlineData("char c = 'a';", "c=ab", "Parameter 'c' is of type char, and 'ab' is not one character.")]
    [InlineData("byte? b = 1;", "b=256", "Parameter 'b' is of type byte?, and '256' is not a whole number from 0 to 255, or null.")]
    [InlineData("int[] xs = [];", "xs=[1, \"a\"]",
        "Parameter 'xs' is of type int[], and '[1, \"a\"]' is not a JSON list, "
        + "each element a whole number from -2147483648 to 2147483647.")]
    [InlineData("int[] xs = [];", "xs=1,2",
        "Parameter 'xs' is of type int[], and '1,2' is not a JSON list, each element a whole number from -2147483648 to 2147483647.")]
    [InlineData("int epochs = 1; string path = \"\"; var o = Make();", "epoch=2",
        "There is no parameter 'epoch'. Did you mean 'epochs'? The notebook's parameters are: epochs (int), path (string), o (var).")]
    [InlineData("int epochs = 1;", "zzzzzzzz=2", "There is no parameter 'zzzzzzzz'. The notebook's parameters are: epochs (int).")]
    [InlineData(
        "// nothing", "n=2", "There is no parameter 'n': the parameters cell declares no variable. Declare it there, such as: int n = 1;")]
    [InlineData("var o = Make();", "o=2",
        "Parameter 'o' is declared as 'var' = Make(), for which no value can be given from outside. Declare it with a number type, bool, "
        + "char, string, or an array of one of them.")]
    [InlineData("int n = 1;", "1n=2", "'1n' cannot be the name of a parameter; write name=value, such as epochs=5.")]
    public void What_does_not_fit_is_an_error_and_changes_nothing(string declaration, string value, string expected)
    {
        var notebook = With(declaration);
        Assert.Equal(expected, Assert.Throws<ParameterException>(() => Injected(notebook, value)).Message);
        Assert.Equal(3, notebook.Cells.Count);
    }

    [Fact]
    public void The_cell_comes_right_after_the_parameters_and_replaces_an_earlier_one()
    {
        var notebook = With("int n = 1; string s = \"\";");
        Injected(notebook, "n=1");
        Assert.Equal("// Parameters of this run\nstring s = \"x\";\nint n = 7;", Injected(notebook, "s=a", "n=7", "s=x"));
        Assert.Equal([false, false, true, false], notebook.Cells.Select(c => c.HasTag("injected-parameters")));
        NotebookParameters.Inject(notebook, [], new CSharpParameters());
        Assert.Equal(4, notebook.Cells.Count);
    }

    [Fact]
    public void Without_a_parameters_cell_it_comes_first_and_the_values_tell_the_types()
    {
        var notebook = With("");
        notebook.Cells[1].Tags = [];
        Assert.Equal(
            "// Parameters of this run\nint a = 1;\ndouble b = 0.5d;\nbool c = true;\nstring d = \"x\";\nint[] e = new int[] { 1, "
            + "2 };\nlong f = 5000000000L;\nstring[] g = new string[] { \"p\" };\nstring h = \"[1,\";",
            Injected(notebook, "a=1", "b=0.5", "c=true", "d=x", "e=[1,2]", "f=5000000000", "g=[\"p\"]", "h=[1,"));
        Assert.True(notebook.Cells[0].HasTag("injected-parameters"));
    }

    [Fact]
    public void A_dib_marks_its_parameters_with_a_comment()
    {
        var notebook = Notebook.Parse(
            "#!markdown\n\nparameters\n\n#!csharp\n\n// Parameters\nint n = 1;\n\n#!csharp\n\nn\n", NotebookFormat.Dib, "a.dib");
        Injected(notebook, "n=2");
        Assert.True(notebook.Cells[2].HasTag("injected-parameters"));
        Assert.Equal("csharp", notebook.Cells[2].Language);
    }

    [Fact]
    public void Parameters_of_another_language_are_refused()
    {
        var notebook = With("let n = 1");
        notebook.Cells[1].Language = "fsharp";
        Assert.Contains("written in fsharp", Assert.Throws<ParameterException>(() => Injected(notebook, "n=2")).Message);
    }
}
