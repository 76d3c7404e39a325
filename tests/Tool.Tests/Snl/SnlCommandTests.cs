using System.Text;
using Qiansi.Tool.Commands;
using Qiansi.Tool.Tests.EndToEnd;

namespace Qiansi.Tool.Tests.Snl;

/// <summary>What <c>nb snl</c> prints, and how it ends.</summary>
public sealed class SnlCommandTests : IDisposable
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

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("il")]
    [InlineData("tm")]
    public async Task A_program_runs_with_what_is_typed(string backend)
    {
        Write("sum.snl", Sum);
        using var nb = NbProcess.StartWaiting(_folder.Folder, "snl", "run", "sum.snl", "--backend", backend);
        nb.Type("1");
        nb.Type("0\n");   // the program goes on although the input is still open
        var result = await nb.EndAsync();
        Assert.Equal((ExitCode.Ok, "55\n", ""), (result.ExitCode, result.Output, result.Error));
    }

    [Fact]
    public async Task Input_that_ends_too_soon_is_told_at_the_read()
    {
        Write("sum.snl", Sum);
        var result = await NbProcess.RunAsync(_folder.Folder, "snl", "run", "sum.snl");
        Assert.Equal(ExitCode.CellFailed, result.ExitCode);
        Assert.StartsWith("sum.snl:4:3: run-time error: read needs an integer, and the input has ended\n  4 |   read(n);\n    |   ^\n",
            result.Error);
    }

    [Theory]
    [InlineData("program p var integer i; begin write(7); while 0 < 1 do i := i + 1 endwh; write(i) end.", "--backend=il")]
    [InlineData("program p var integer i; begin write(7); while 0 < 1 do i := i + 1 endwh; write(i) end.", "--backend=tm")]
    [InlineData("program p var integer i; begin write(7); read(i); write(i) end.", "--backend=il")]
    public async Task Ctrl_C_ends_a_program_in_a_loop_and_one_that_waits(string program, string backend)
    {
        Write("p.snl", program);
        using var nb = NbProcess.StartWaiting(_folder.Folder, "snl", "run", "p.snl", backend);
        await nb.PrintedAsync("7\n");
        nb.Interrupt();
        var result = await nb.EndAsync();
        Assert.Equal(ExitCode.Interrupted, result.ExitCode);
        Assert.EndsWith("nb: interrupted\n", result.Error);
    }

    [Fact]
    public void Errors_have_file_line_column_and_a_caret()
    {
        Write("wrong.snl", "program p\nvar integer i;\nbegin\n  i := j + 1\nend.\n");
        var file = _folder["wrong.snl"];
        foreach (var command in new[] { "run", "check", "tree", "tm", "step" })
        {
            var (code, output, error) = Run("snl", command, file);
            Assert.Equal(ExitCode.CellFailed, code);
            Assert.StartsWith($"{file}:4:8: error SNL202: there is no variable 'j' here\n  4 |   i := j + 1\n    |        ^\n", error);
            if (command == "check") Assert.Equal("1 error, 0 warnings\n", output);
        }
    }

    [Fact]
    public void A_fault_is_told_with_its_line_by_both_backends()
    {
        Write("zero.snl", "program p\nvar integer i;\nbegin\n  i := 0;\n  write(7 / i)\nend.\n");
        var file = _folder["zero.snl"];
        foreach (var backend in new[] { "il", "tm" })
        {
            var (code, _, error) = Run("snl", "run", file, "--backend", backend);
            Assert.Equal(ExitCode.CellFailed, code);
            Assert.StartsWith($"{file}:5:", error);
            Assert.Contains("run-time error: 7 is divided by zero\n  5 |   write(7 / i)\n", error);
        }
    }

    [Fact]
    public void Instructions_are_counted_and_bounded()
    {
        var file = Write(
            "loop.snl", "program p\nvar integer i;\nbegin\n  i := 0;\n  while i < 1000 do i := i + (2 * 3 - 5) endwh;\n  write(i)\nend.\n");
        var plain = Run("snl", "run", file, "--count");
        var optimized = Run("snl", "run", file, "--count", "--optimize");
        Assert.Equal(("1000\n", "1000\n"), (plain.Output, optimized.Output));
        Assert.True(Executed(optimized.Error) < Executed(plain.Error));
        var stopped = Run("snl", "run", file, "--budget", "100");
        Assert.Equal((ExitCode.TimedOut, "nb: stopped after 100 instructions, which --budget allows.\n"), (stopped.Code, stopped.Error));

        static long Executed(string error) => long.Parse(error.Split(' ')[1], System.Globalization.NumberStyles.AllowThousands);
    }

    [Fact]
    public void The_stages_are_shown()
    {
        var file = Write("sum.snl", Sum);
        Assert.StartsWith("1:1     program\n1:9     ID        sum\n2:1     var\n2:5     integer\n", Run("snl", "tokens", file).Output);
        Assert.Contains("ExpK OpK +\n", Run("snl", "tree", file).Output);
        Assert.Equal(Run("snl", "tree", file).Output, Run("snl", "tree", file, "--parser", "table").Output);
        Assert.Contains("variable   s          integer                  level 0  offset 4       1 word   dir\n",
            Run("snl", "symbols", file).Output);
        Assert.Contains("t1 := s + n\n    s := t1\n", Run("snl", "ir", file).Output);
        Assert.Contains("* line 4: read(n);\n", Run("snl", "tm", file).Output);
    }

    [Fact]
    public void Code_of_the_machine_is_what_others_read_and_runs_again()
    {
        var file = Write("six.snl", "program p begin write(2 * 3) end.");
        var code = Write("six.tm", Run("snl", "tm", file).Output);
        Assert.Equal((ExitCode.Ok, "6\n"), (Run("snl", "run", code).Code, Run("snl", "run", code).Output));
        var wrong = Run("snl", "run", Write("wrong.tm", "0: LD 0,0\n"));
        Assert.Equal(ExitCode.BadInput, wrong.Code);
        Assert.Contains("wrong.tm: line 1, column 10: '(' must stand here", wrong.Error);
    }

    [Fact]
    public void Formatting_keeps_encoding_and_line_ends()
    {
        var gbk = CodePagesEncodingProvider.Instance.GetEncoding(936)!;
        var file = _folder["gbk.snl"];
        File.WriteAllBytes(file, gbk.GetBytes("PROGRAM p\r\nBEGIN {输出}\r\n   write( 1 )\r\nEND.\r\n"));
        Assert.Equal("program p\r\nbegin {输出}\r\n  write(1)\r\nend.\r\n", Run("snl", "format", file).Output);
        var check = Run("snl", "format", "--check", file);
        Assert.Equal((ExitCode.CellFailed, file + "\n"), (check.Code, check.Output));
        Assert.Equal(ExitCode.Ok, Run("snl", "format", "--write", file).Code);
        Assert.Equal("program p\r\nbegin {输出}\r\n  write(1)\r\nend.\r\n", gbk.GetString(File.ReadAllBytes(file)));
        Assert.Equal((ExitCode.Ok, ""), (Run("snl", "format", "--check", file).Code, Run("snl", "format", "--check", file).Output));
    }

    private string Write(string name, string text)
    {
        var path = _folder[name];
        File.WriteAllText(path, text);
        return path;
    }

    private static (int Code, string Output, string Error) Run(params string[] arguments)
    {
        var (output, error) = (new StringWriter { NewLine = "\n" }, new StringWriter { NewLine = "\n" });
        var code = CommandLine.Run(arguments, output, error);
        return (code, output.ToString(), error.ToString());
    }
}
