using Qiansi.Contracts;

namespace Qiansi.SnlCells.Tests;

/// <summary>Cells in SNL: running, reading, errors, interrupts.</summary>
public sealed class CellTests : IDisposable
{
    private const string Sum = """
        program sum
        var integer n, s;
        begin
          read(n);
          s := 0;
          while 0 < n do s := s + n; n := n - 1 endwh;
          write(s)
        end.
        """;

    private readonly Notebook _notebook = new();

    public void Dispose() => _notebook.Dispose();

    [Theory]
    [InlineData("#!snl")]
    [InlineData("#!snl --backend tm")]
    [InlineData("#!snl --optimize --parser table")]
    [InlineData("#!snl --optimizations folding,dead-code")]
    public async Task A_program_runs_and_asks_for_what_it_reads(string line)
    {
        Assert.Equal(CellStatus.Ok, await _notebook.RunAsync($"{line}\n{Sum}", "", " 100 "));
        Assert.Equal("5050\n", _notebook.Last.Printed);
        Assert.Equal(["integer: ", "integer: "], _notebook.Last.Prompts);
        if (line.EndsWith("tm", StringComparison.Ordinal)) Assert.Matches(@"^[\d,]+ instructions executed$",
            Assert.Single(_notebook.Last.Displays)["text/plain"]);
    }

    [Fact]
    public async Task Characters_are_asked_for_as_such()
    {
        Assert.Equal(CellStatus.Ok,
            await _notebook.RunAsync("#!snl\nprogram p var char c, d; begin read(c); read(d); write(d); write(c) end.", "xy"));
        Assert.Equal("yx\n", _notebook.Last.Printed);
        Assert.Equal(["char: "], _notebook.Last.Prompts);
    }

    [Fact]
    public async Task Input_can_be_given_and_its_lack_is_told_with_a_way_out()
    {
        Assert.Equal(CellStatus.Ok, await _notebook.RunAsync($"#!snl --input \"4\"\n{Sum}"));
        Assert.Equal("10\n", _notebook.Last.Printed);
        Assert.Equal(CellStatus.Error, await _notebook.RunAsync($"#!snl\n{Sum}"));
        Assert.Equal("Input", _notebook.Last.Failure!.Name);
        Assert.Matches(@"^.+ \(5,3\): Nobody is here to answer\. Write what the program reads behind #!snl: --input ""3 4""\.$",
            _notebook.Last.Failure.Message);
    }

    [Fact]
    public async Task Errors_have_the_cells_own_line_and_column_and_a_mark()
    {
        Assert.Equal(CellStatus.Error,
            await _notebook.RunAsync("Console.Write(1);\n#!snl\nprogram p\nvar integer i;\nbegin\n  i := j + total\nend."));
        Assert.Equal("1", _notebook.Last.Printed);
        var error = _notebook.Last.Failure!;
        Assert.Equal("CompilationError", error.Name);
        Assert.Contains(" (6,8): error SNL202: there is no variable 'j' here", error.Message);
        Assert.Contains(" (6,12): error SNL202: there is no variable 'total' here", error.Message);
        Assert.Equal(["  6 |   i := j + total", "    |            ^~~~~"], error.Traceback.Where(l => l.Contains('|')).TakeLast(2));
    }

    [Fact]
    public async Task A_fault_is_told_at_its_line()
    {
        Assert.Equal(CellStatus.Error,
            await _notebook.RunAsync(
                "#!snl\nprogram p\nvar array [1..3] of integer a; integer i;\nbegin\n  i := 4;\n  a[i] := 1;\n  write(a[1])\nend."));
        Assert.Equal("SubscriptOutOfRange", _notebook.Last.Failure!.Name);
        Assert.Contains(" (6,", _notebook.Last.Failure.Message);
        Assert.Contains("the subscript 4 is outside its array's bounds", _notebook.Last.Failure.Message);
    }

    [Fact]
    public async Task Warnings_are_quiet()
    {
        Assert.Equal(CellStatus.Ok, await _notebook.RunAsync("#!snl\nprogram p\nvar integer unused;\nbegin\n  write(1)\nend."));
        Assert.Contains(" (3,13): warning SNL901: the variable 'unused' is never used",
            Assert.Single(_notebook.Last.Displays)["text/plain"]);
    }

    [Theory]
    [InlineData("#!snl\nprogram p var integer i; begin write(7); while 0 < 1 do i := i + 1 endwh; write(i) end.")]
    [InlineData("#!snl --backend tm\nprogram p var integer i; begin write(7); while 0 < 1 do i := i + 1 endwh; write(i) end.")]
    [InlineData("#!snl\nprogram p var integer i; begin while 0 < 1 do write(i) endwh end.")]
    [InlineData("#!snl\nprogram p var integer i; begin read(i); write(i) end.")]
    public async Task A_cell_is_interrupted(string cell)
    {
        var running = _notebook.RunAsync(cell, "…");
        await _notebook.Last.Started.Task;
        Assert.True(_notebook.Session.Interrupt());
        Assert.Equal(CellStatus.Interrupted, await running.WaitAsync(TimeSpan.FromSeconds(30), TestContext.Current.CancellationToken));
        Assert.EndsWith("was interrupted.", _notebook.Last.Failure!.Message);
        Assert.Equal(CellStatus.Ok, await _notebook.RunAsync("#!snl\nprogram p begin write(1) end."));
    }

    [Theory]
    [InlineData("--show", "code", "#!snl: --show code is none of tokens, tree, symbols, ir, tm, run.")]
    [InlineData("--optimizations", "inlining", "#!snl: --optimizations: there is no optimisation 'inlining'; there are folding, ")]
    [InlineData("--from", "-1", "#!snl: --from -1 is no number of steps.")]
    public async Task What_is_not_understood_is_said(string option, string value, string message)
    {
        Assert.Equal(CellStatus.Error, await _notebook.RunAsync($"#!snl {option}={value}\n{Sum}"));
        Assert.StartsWith(message, _notebook.Last.Failure!.Message);
    }
}
