using System.Text;
using System.Xml.Linq;
using Qiansi.Contracts;
using Qiansi.Snl;
using Qiansi.Snl.Grammars;
using Qiansi.SnlCells.Pictures;
using Qiansi.Trees;

namespace Qiansi.SnlCells.Tests;

/// <summary>What <c>--show</c> shows, and the films.</summary>
public sealed class PictureTests : IDisposable
{
    private const string Factorial = """
        program factorial
        var integer n, f;
        procedure times(integer k; var integer product);
          begin
            if k < 2 then product := 1
            else
              times(k - 1, product);
              product := product * k
            fi
          end
        begin
          read(n);
          times(n, f);
          write(f)
        end.
        """;

    private readonly Notebook _notebook = new();

    public void Dispose() => _notebook.Dispose();

    [Theory]
    [InlineData("tokens", "ID        factorial\n")]
    [InlineData("tree", "ExpK VariK IdV product")]
    [InlineData("symbols", "parameter  product    integer                  level 1  offset 4       1 word   indir\n")]
    [InlineData("ir", "unless k < 2 goto L0\n")]
    [InlineData("tm", "  read(n);")]
    public async Task Stages_are_shown_in_words_and_pictures_of_bounded_size(string stage, string words)
    {
        Assert.Equal(CellStatus.Ok, await _notebook.RunAsync($"#!snl --show {stage}\n{Factorial}"));
        var shown = Assert.Single(_notebook.Last.Displays);
        Assert.Contains(words, shown["text/plain"]);
        Check(shown["text/html"]!);
        Assert.Equal("", _notebook.Last.Printed);
    }

    [Fact]
    public async Task Intermediate_code_stands_before_and_after_its_optimisation()
    {
        Assert.Equal(CellStatus.Ok,
            await _notebook.RunAsync("#!snl --show ir --optimize\nprogram p var integer i; begin i := 2 * 3; write(i) end."));
        Assert.Contains("2 * 3", _notebook.Last.Displays[0]["text/plain"]);
        Assert.Contains("│     write 6", _notebook.Last.Displays[0]["text/plain"]);
    }

    [Theory]
    [InlineData("tokens", 2)]
    [InlineData("tree", 2)]
    [InlineData("tm", 0)]
    public async Task What_is_there_of_a_wrong_program_is_shown_with_its_errors(string stage, int displays)
    {
        Assert.Equal(CellStatus.Error, await _notebook.RunAsync($"#!snl --show {stage}\nprogram p begin i := 1 end."));
        Assert.Equal(Math.Min(1, displays), _notebook.Last.Displays.Count);
        Assert.Contains("SNL202", _notebook.Last.Failure!.Message);
    }

    [Fact]
    public async Task The_machine_is_a_film_of_panes()
    {
        Assert.Equal(CellStatus.Ok, await _notebook.RunAsync($"#!snl --show run --by call\n{Factorial}", "3"));
        var shown = Assert.Single(_notebook.Last.Displays);
        var text = shown["text/plain"]!;
        Assert.Contains("times is called, 3 deep", text);
        Assert.Contains("back in times", text);
        Assert.Contains("product      at 5: 0", text);
        Assert.Contains("return to", text);
        Assert.Matches(@"8/8 the end, after \d+ instructions", text);
        Check(shown["text/html"]!);
        Assert.Single(_notebook.Last.Prompts);
        Assert.Equal("", _notebook.Last.Printed);
    }

    [Fact]
    public void The_steps_are_instructions_lines_or_calls_as_there_is_room()
    {
        var compilation = Compilation.Of(Factorial);
        Assert.Contains("instruction by instruction", compilation.ToFilm("1").Title);
        Assert.Contains("line by line", compilation.ToFilm("5").Title);
        Assert.Contains("call by call", compilation.ToFilm("30").Title);
        var film = compilation.ToFilm("200", StepKind.Line);
        Assert.Equal(82, film.Count);
        Assert.Contains("more steps; --from 80 shows the next ones", film.ToString().Length > 0 ? Last(film) : "");
        Assert.Equal(81, compilation.ToFilm("200", StepKind.Line, from: 80).Count);
        Check(film.ToHtml());
    }

    [Fact]
    public void At_each_instruction_the_film_says_what_changed()
    {
        var film = Compilation.Of("program p var integer i; begin i := 7; write(i) end.").ToFilm();
        Assert.Contains("ST 0,3(5):  word 4 0 → 7", film.ToString());
        Assert.Contains("▶ i  7", film.ToString());
        Assert.Contains("LDC 0,7(0):  r0 0 → 7", film.ToString());
    }

    [Fact]
    public async Task A_fault_ends_the_film_and_is_told()
    {
        Assert.Equal(
            CellStatus.Error, await _notebook.RunAsync("#!snl --show run\nprogram p var integer i; begin i := 0; write(1 / i) end."));
        Assert.Contains("1 is divided by zero", Assert.Single(_notebook.Last.Displays)["text/plain"]);
        Assert.Equal("DivisionByZero", _notebook.Last.Failure!.Name);
    }

    [Fact]
    public async Task A_film_of_a_loop_without_end_ends()
    {
        Assert.Equal(CellStatus.Ok,
            await _notebook.RunAsync("#!snl --show run\nprogram p var integer i; begin while 0 < 1 do i := i + 1 endwh; write(i) end."));
        Assert.Contains("and on; --from 80 shows the next ones", _notebook.Last.Displays[0]["text/html"]);
    }

    [Fact]
    public void The_whole_table_of_SNL_fits_and_a_conflict_is_marked()
    {
        var table = LlTable.Of(SnlGrammar.Course);
        var html = table.ToPicture().ToHtml();
        Check(html);
        Assert.Equal(223, XElement.Parse($"<x>{html}</x>").Descendants("td").Count(c => c.Value.Length > 0));
        var broken = LlTable.Of(Grammar.Parse("S → a S | a | b")).ToPicture();
        Assert.Contains("1 / 2 ◀", broken.ToString());
    }

    [Fact]
    public void The_parser_is_a_film_of_stack_input_and_table()
    {
        var film = LlTable.Of(Grammar.Parse("E → T R\nR → + T R | ε\nT → id")).ParseFilm("id + id");
        Assert.Contains("accept", film.ToString());
        Assert.Contains("stack, top first\nE\n#\n", film.ToString());
        Check(film.ToHtml());
    }

    private static string Last(Film film) => XElement.Parse($"<x>{film.ToHtml()}</x>").Descendants("input").Last()
        .Attribute("aria-label")!.Value;

    /// <summary>Well-formed, within 64 KiB, without script.</summary>
    private static void Check(string html)
    {
        Assert.InRange(Encoding.UTF8.GetByteCount(html), 1, 64 * 1024);
        Assert.DoesNotContain("<script", html);
        XElement.Parse($"<x>{html}</x>");
    }
}
