using Qiansi.Contracts;
using Qiansi.Engine;

namespace Qiansi.FSharpCells.Tests;

/// <summary>Cells in F#: values, printing, errors, interrupts, sharing, completion.</summary>
public sealed class CellTests : IDisposable
{
    private readonly Session _session = new();
    private RecordingSink _last = new();

    public CellTests() => new FSharpCellsExtension().RegisterAsync(_session).GetAwaiter().GetResult();

    public void Dispose() => _session.Dispose();

    private async Task<CellStatus> RunAsync(string cell)
    {
        _last = new();
        return await _session.ExecuteAsync(cell, _last);
    }

    private async Task<string> ValueAsync(string cell)
    {
        Assert.True(await RunAsync(cell) == CellStatus.Ok, _last.Failure?.Message);
        return _last.Text;
    }

    [Fact]
    public async Task Names_stay_values_are_shown_and_print_reaches_the_cell()
    {
        Assert.Equal("", await ValueAsync("#!fsharp\nlet square x = x * x\nlet mutable n = 3"));
        Assert.Equal("9", await ValueAsync("#!f#\nprintfn \"squared %d\" n\nsquare n"));
        Assert.Equal("squared 3\n", _last.Output);
        Assert.Equal("", await ValueAsync("#!fs\nn <- 5"));
        Assert.Equal("30", await ValueAsync("#!fsharp\n[1 .. 4] |> List.sumBy square"));
    }

    [Fact]
    public async Task Double_semicolons_end_interactions_and_not_the_cell()
    {
        Assert.Equal("7", await ValueAsync("#!fsharp\nlet a = \"x;;y\" // ;;\nlet c = ';';;\nlet b = 7;;\n(* ;; *) b;;\n"));
        Assert.Equal("4", await ValueAsync("#!fsharp\na.Length"));
        Assert.Equal("5", await ValueAsync("#!fsharp\n(* a (* b ;; *) c ;; *)\nlet p = @$\"c:\\\";; 5;; // ;; done"));
        Assert.Equal(CellStatus.Error, await RunAsync("#!fsharp\n1;;\n\nlet d : int = \"two\""));
        Assert.StartsWith("Cell 4 (4,15): error FS0001: ", _last.Failure!.Message);
    }

    [Theory]
    [InlineData("let x = 1\nlet y : string = x", 2, 18, "FS0001")]
    [InlineData("  nothing", 1, 3, "FS0039")]
    [InlineData("let f x =\nx + 1", 2, 1, "FS0058")]
    public async Task Errors_have_the_cells_own_line_and_column(string code, int line, int column, string number)
    {
        Assert.Equal(CellStatus.Error, await RunAsync($"#!fsharp\n{code}"));
        Assert.Contains($"Cell 1 ({line + 1},{column}): error {number}: ", _last.Failure!.Message);
    }

    [Theory]
    [InlineData("let a = (1")]
    [InlineData("(* open")]
    [InlineData("else 1")]
    public async Task What_the_parser_gives_up_on_is_an_error(string code)
    {
        Assert.Equal(CellStatus.Error, await RunAsync($"#!fsharp\n{code}"));
        Assert.Equal("CompilationError", _last.Failure!.Name);
        Assert.Equal("2", await ValueAsync("#!fsharp\n1 + 1"));
    }

    [Fact]
    public async Task An_exception_has_its_type_and_line()
    {
        Assert.Equal(CellStatus.Error, await RunAsync("#!fsharp\nlet before = 1\n\n(failwith \"as planned\" : int)"));
        Assert.Equal(("System.Exception", "as planned"), (_last.Failure!.Name, _last.Failure.Message));
        Assert.Contains("   at Cell 1 line 4", _last.Failure.Traceback);
    }

    [Theory]
    [InlineData("#quit", "#quit would end the kernel")]
    [InlineData("let a = 1\n  #exit;;", "#exit;; would end the kernel")]
    [InlineData("exit 3 |> ignore<int>", "exit 3: a notebook's kernel is ended by its menu")]
    public async Task Nothing_ends_the_kernel(string code, string message)
    {
        Assert.Equal(CellStatus.Error, await RunAsync($"#!fsharp\n{code}"));
        Assert.Contains(message, string.Join('\n', _last.Failure!.Traceback) + _last.Failure.Message);
        Assert.Equal("2", await ValueAsync("#!fsharp\n1 + 1"));
    }

    [Theory]
    [InlineData("System.Threading.Thread.Sleep 100_000")]
    [InlineData("async { do! Async.Sleep 100_000 } |> Async.RunSynchronously")]
    [InlineData("while true do System.Threading.Thread.Sleep 1")]
    public async Task An_interrupt_ends_what_waits_and_names_stay(string runaway)
    {
        await ValueAsync("#!fsharp\nlet kept = 5");
        var sink = new RecordingSink();
        var cell = _session.ExecuteAsync($"#!fsharp\nprintf \"in\"\n{runaway}", sink);
        await sink.When(s => s.Streams == "in");
        Assert.True(_session.Interrupt());
        Assert.Equal(CellStatus.Interrupted, await cell.WaitAsync(TimeSpan.FromSeconds(30), TestContext.Current.CancellationToken));
        Assert.Equal("5", await ValueAsync("#!fsharp\nkept"));
    }

    [Fact]
    public async Task An_interrupt_that_cannot_end_a_loop_says_what_does()
    {
        var sink = new RecordingSink();
        var cell = _session.ExecuteAsync(
            "#!fsharp\nprintf \"in\"\nwhile isNull (System.AppDomain.CurrentDomain.GetData \"F# may end\") do ()", sink);
        await sink.When(s => s.Streams == "in");
        _session.Interrupt();
        await sink.When(s => s.Streams.Contains("Restarting the kernel ends it at once", StringComparison.Ordinal));
        AppDomain.CurrentDomain.SetData("F# may end", true);
        await cell.WaitAsync(TimeSpan.FromSeconds(30), TestContext.Current.CancellationToken);
        Assert.Equal("2", await ValueAsync("#!fsharp\n1 + 1"));
    }

    [Fact]
    public async Task Values_come_from_csharp_and_go_back()
    {
        await ValueAsync("""
            record Own(int A);
            var n = 3; var xs = new[] { 1.5, 2 }; string? none = null; var query = xs.Select(x => 2 * x); var own = new Own(1);
            """);
        Assert.Equal("4", await ValueAsync("#!fsharp\n#!share n --from csharp\nn + 1"));
        Assert.Equal("3.5", await ValueAsync("#!fsharp\n#!share xs --from csharp\nArray.sum xs"));
        Assert.Equal("7", await ValueAsync("#!fsharp\n#!share query --from csharp\nSeq.sum query"));
        Assert.Equal("True", await ValueAsync("#!fsharp\n#!share none --from csharp\nisNull none"));
        Assert.Equal("\"Own { A = 1 }\"", $"\"{await ValueAsync("#!fsharp\n#!share own --from csharp\nstring own")}\"");
        await ValueAsync("int?[] perhaps = [1, null]; int[][] rows = [[7], [8]]; var val = 5;");
        Assert.Equal("2", await ValueAsync(
            "#!fsharp\n#!share perhaps --from csharp\nbox perhaps :?> System.Collections.IEnumerable |> Seq.cast<obj> |> Seq.length"));
        Assert.Equal("7", await ValueAsync("#!fsharp\n#!share rows --from csharp\n(unbox<int[][]> (box rows)).[0].[0]"));
        Assert.Equal("5", await ValueAsync("#!fsharp\n#!share val --from csharp\n``val``"));
        Assert.Equal("1", await ValueAsync("#!fsharp\nlet shared_data = 1\nshared_data"));
        Assert.Equal("2", await ValueAsync("#!share shared_data --from fsharp\nshared_data + 1"));
        await ValueAsync("#!fsharp\nlet total = 41\nlet pairs = dict [ \"a\", 1 ]");
        Assert.Equal("42", await ValueAsync("#!share total --from fsharp\ntotal + 1"));
        Assert.Equal("1", await ValueAsync("#!share pairs --from fsharp\npairs[\"a\"]"));
    }

    [Theory]
    [InlineData("List.ma|", "map")]
    [InlineData("kep|", "kept")]
    [InlineData("let s = \"a\"\ns.Le|", "Length")]
    public async Task Completion_knows_modules_members_and_names(string marked, string expected)
    {
        await ValueAsync("#!fsharp\nlet kept = 5");
        var position = marked.IndexOf('|', StringComparison.Ordinal);
        var list = await _session.FindLanguage("fsharp")!
            .CompleteAsync(marked.Remove(position, 1), position, TestContext.Current.CancellationToken);
        Assert.Contains(expected, list.Items.Select(i => i.Text));
    }
}
