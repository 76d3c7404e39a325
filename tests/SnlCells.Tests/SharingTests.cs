using System.Text.RegularExpressions;
using Qiansi.Contracts;

namespace Qiansi.SnlCells.Tests;

/// <summary><c>#!share</c> between cells in SNL and other languages.</summary>
public sealed class SharingTests : IDisposable
{
    private const string Total = """
        program total
        type row = array [1..3] of integer; word = array [0..1] of char;
          point = record integer x; char tag; array [1..3] of integer cells; end;
        var integer n, sum; char c; row a; word w; point p;
        procedure add(integer k); begin sum := sum + k end
        begin
          n := n + 1; add(n); add(a[1] + a[2] * 10 + a[3] * 100);
          p.x := n; p.tag := c; p.cells := a; w[0] := c; w[1] := '!'
        end.
        """;

    private readonly Notebook _notebook = new();

    public void Dispose() => _notebook.Dispose();

    [Theory]
    [InlineData("")]
    [InlineData(" --optimize")]
    [InlineData(" --backend tm")]
    [InlineData(" --backend tm --optimize --parser table")]
    public async Task Values_go_to_a_program_and_come_back(string options)
    {
        await Run("var n = 6; long total = 100; var a = new List<int> { 1, 2, 3 }; var letter = 'x';");
        await Run($"#!snl{options}\n#!share n --from csharp\n#!share total --from csharp --as SUM\n#!share a --from csharp\n"
            + $"#!share letter --from csharp --as c\n{Total}");
        await Run("""
            #!share n --from snl --as m
            #!share sum --from snl
            #!share a --from snl --as b
            #!share w --from snl
            #!share c --from snl
            #!share p --from snl
            int i = m + sum; char d = c; int[] copy = b;
            Console.Write($"{i} {d} {string.Join(',', copy)} {new string(w)} {p["X"]} {p["tag"]} {((int[])p["cells"])[2]} {n}");
            """);
        Assert.Equal("435 x 1,2,3 x! 7 x 3 6", _notebook.Last.Printed);
    }

    [Fact]
    public async Task Arguments_of_the_cell_hold_with_shared_values_above_its_program()
    {
        await Run("#!snl --input \"20\"\n#!set --name b --value 22\nprogram p var integer a, b; begin read(a); write(a + b) end.");
        Assert.Equal("42\n", _notebook.Last.Printed);
        Assert.Empty(_notebook.Last.Displays);
        await Run("#!snl --show run --by line\n#!set --name n --value 41\nprogram p var integer n; begin n := n + 1;\nwrite(n) end.");
        Assert.Matches(@"\bn +41\b[\s\S]*\bn +42\b", _notebook.Last.Displays[^1]["text/plain"]);
    }

    [Theory]
    [InlineData("[1, 2, 3]", "array [1..3] of integer", "[ 1, 2, 3 ]")]
    [InlineData("hey", "array [1..3] of char", "[ h, e, y ]")]
    [InlineData("{\"Y\": 2, \"x\": 1}", "record integer x, y; end", "")]
    [InlineData("q", "char", "q")]
    public async Task Json_and_text_fit_too_and_are_listed(string value, string type, string shown)
    {
        await Run($"#!snl\n#!set --name a --value {value}\nprogram p type t = {type}; var t a; begin a := a end.");
        await Run("#!whos");
        var listed = _notebook.Last.Displays[^1]["text/plain"];
        Assert.Contains("snl       a", listed);
        Assert.Matches($"{Regex.Escape(type.Replace(", y", "; integer y"))} +{Regex.Escape(shown)}", listed);
    }

    [Theory]
    [InlineData("m", "1", "the program p has no variable 'm' to give a value to; it has n, c, a, s, r.")]
    [InlineData("n", "2.5", "the variable 'n' is integer, and its value is 2.5 (Double); give it an int.")]
    [InlineData("n", "3000000000L",
        "the variable 'n' is integer, and its value is 3000000000 (Int64), outside -2147483648 to 2147483647.")]
    [InlineData("n", "true", "the variable 'n' is integer, and its value is of type Boolean; give it an int.")]
    [InlineData("n", "(string)null", "the variable 'n' is integer, and its value is null; give it an int.")]
    [InlineData("c", "\"ab\"", "the variable 'c' is char, and its value is the text \"ab\"; give it a char.")]
    [InlineData("c", "65", "the variable 'c' is char, and its value is 65 (Int32); give it a char.")]
    [InlineData("a", "new int[2]", "the variable 'a' is array [1..3] of integer, and its value has 2 elements, not 3.")]
    [InlineData("a", "Enumerable.Repeat(1, int.MaxValue)",
        "the variable 'a' is array [1..3] of integer, and its value has more elements than 3.")]
    [InlineData("a", "new object[] { 1, 'x', 3 }", "the variable 'a[2]' is integer, and its value is x (Char); give it an int.")]
    [InlineData("a", "\"abc\"", "the variable 'a' is array [1..3] of integer, and its value is the text \"abc\"; give it an int[].")]
    [InlineData("s", "7", "the variable 's' is array [1..2] of char, and its value is 7 (Int32); give it a string or a char[].")]
    [InlineData("r", "7", "the variable 'r' is record integer x; end, and its value is 7 (Int32); give it a dictionary with its fields.")]
    [InlineData("r", "new Dictionary<string, int> { [\"y\"] = 1 }", "the variable 'r' is record integer x; end, and its value has no 'x'.")]
    [InlineData("r", "new Dictionary<string, object> { [\"x\"] = 'c' }",
        "the variable 'r.x' is integer, and its value is c (Char); give it an int.")]
    public async Task What_does_not_fit_is_refused_before_the_program_runs(string name, string value, string message)
    {
        await Run($"var v = {value};");
        const string program = "program p var integer n; char c; array [1..3] of integer a; array [1..2] of char s;\n"
            + "record integer x; end r;\nbegin write(1) end.";
        Assert.Equal(CellStatus.Error, await _notebook.RunAsync($"#!snl\n#!share v --from csharp --as {name}\n{program}"));
        Assert.EndsWith(": " + message, _notebook.Last.Failure!.Message);
        Assert.Equal("", _notebook.Last.Printed);
    }

    [Fact]
    public async Task Without_a_program_that_has_ended_there_is_nothing_to_share()
    {
        Assert.Equal(CellStatus.Error, await _notebook.RunAsync("#!share n --from snl"));
        Assert.StartsWith("snl has no variables yet: no #!snl cell", _notebook.Last.Failure!.Message);
        await Run("#!snl\nprogram p var integer total; begin total := 1 end.");
        Assert.Equal(CellStatus.Error, await _notebook.RunAsync("#!share n --from snl"));
        Assert.Equal("snl has no variable 'n'. There are total.", _notebook.Last.Failure!.Message);
        Assert.Equal(CellStatus.Error, await _notebook.RunAsync("#!snl\nprogram p var integer n, total; begin total := n / n end."));
        Assert.Equal(CellStatus.Error, await _notebook.RunAsync("#!share total --from snl"));
        Assert.StartsWith("snl has no variables yet", _notebook.Last.Failure!.Message);
    }

    [Fact]
    public async Task What_a_cell_shares_is_for_its_own_program()
    {
        Assert.Equal(CellStatus.Error, await _notebook.RunAsync("#!snl\n#!set --name n --value 5\n#!share missing --from csharp\n"
            + "program p var integer n; begin write(n) end."));
        await Run("#!snl\nprogram p var integer n; begin n := n end.");
        await Run("#!share n --from snl\nConsole.Write(n);");
        Assert.Equal("0", _notebook.Last.Printed);
    }

    [Fact]
    public async Task A_variable_that_is_given_a_value_is_not_warned_of()
    {
        const string program = "program p var integer n, m; begin m := n; write(m) end.";
        await Run($"#!snl\n{program}");
        Assert.Contains("SNL902", Assert.Single(_notebook.Last.Displays)["text/plain"]);
        await Run($"#!snl\n#!set --name N --value 3\n{program}");
        Assert.Empty(_notebook.Last.Displays);
        Assert.Equal("3\n", _notebook.Last.Printed);
    }

    private async Task Run(string cell) =>
        Assert.True(await _notebook.RunAsync(cell) == CellStatus.Ok, _notebook.Last.Failure?.Message ?? "no message");
}
