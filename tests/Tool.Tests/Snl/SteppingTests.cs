using Qiansi.Snl;
using Qiansi.Tool.Snl;

namespace Qiansi.Tool.Tests.Snl;

/// <summary>What is typed into <c>nb snl step</c>.</summary>
public sealed class SteppingTests
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

    [Fact]
    public void A_program_is_stepped_by_instruction_and_line_and_asks_for_its_input()
    {
        var output = Step("\nstep 1\nline\n4\nline\n");
        Assert.Contains("line 12: read(n);", output);
        Assert.Contains("input: ", output);
        Assert.Contains("line 13: times(n, f);", output);
        Assert.Contains("line 5: if k < 2 then product := 1", output);
    }

    [Fact]
    public void Over_and_out_pass_calls()
    {
        var output = Step("break 12\ngo\nline\n3\nover\nprint f\n");
        Assert.Contains("line 14: write(f)", output);
        Assert.Contains("f = 6", output);
        Assert.DoesNotContain("line 5:", output);
        output = Step("break 5\ngo\n3\ngo\ngo\nframes\nbreak 5\nout\nframes\n");
        Assert.Equal(3, output.Split("times, line").Length - 1 - 2);
        Assert.Contains("  k = 1\n", output);
        Assert.Contains("no breakpoints", output);
    }

    [Fact]
    public void A_watched_variable_stops_the_machine()
    {
        var output = Step("line\nwatch f\ngo\n3\ngo\ngo\n");
        Assert.Contains("f, word 5: watched", output);
        Assert.Contains("word 5 changed from 0 to 1", output);
        Assert.Contains("word 5 changed from 1 to 2", output);
    }

    [Fact]
    public void The_end_a_fault_and_what_cannot_be_done_are_said()
    {
        Assert.Matches(@"6\nThe program has ended after \d+ instructions\.", Step("go\n3\n"));
        Assert.Contains("factorial.snl:12:3: run-time error: read needs an integer, and the input has 'x'", Step("go\nx\n"));
        var output = Step("fly\nr\nstep x\nprint q\nbreak 2\ncode\nregisters\nhelp\nquit\nstep\n");
        Assert.Contains("'fly' is no command", output);
        Assert.Contains("'r' may be registers or restart.", output);
        Assert.Contains("'x' is no number.", output);
        Assert.Contains("There is no variable 'q' here.", output);
        Assert.Contains("Line 2 has no code.", output);
        Assert.Contains("r0 0  r1 0", output);
        Assert.Contains("takes it away", output);
    }

    private static string Step(string typed)
    {
        using var output = new StringWriter { NewLine = "\n" };
        var compilation = Compilation.Of(new SourceText(Factorial, "factorial.snl"));
        new Stepping(console => compilation.CreateMachine(console), new StringReader(typed), output).Run();
        return output.ToString();
    }
}
