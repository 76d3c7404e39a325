using Qiansi.Snl.Intermediate;

namespace Qiansi.Snl.Tests;

public sealed class OptimizationTests
{
    private static string Code(string body, Optimizations optimizations)
    {
        var text = IrText.Of(Compilation.Of($"program p var integer a, b, c, i; array [1..9] of integer v; begin {body} end.",
            new(Optimizations: optimizations)).OptimizedCode);
        return string.Join('\n', text.Split('\n').Skip(1).Select(l => l.Trim()).Where(l => l.Length > 0));
    }

    [Theory]
    [InlineData("a := 2 * 3 + 4; write(a)", Optimizations.ConstantFolding, "a := 10\nwrite 10\nreturn")]
    [InlineData("if 1 < 2 then write(1) else write(2) fi", Optimizations.ConstantFolding | Optimizations.DeadCode, "write 1\nreturn")]
    [InlineData("read(a); write(a * b + a * b)", Optimizations.CommonSubexpressions,
        "read t0\na := t0\nt1 := a * b\nt3 := t1 + t1\nwrite t3\nreturn")]
    [InlineData("read(a); write(a + b); write(b + a)", Optimizations.CommonSubexpressions,
        "read t0\na := t0\nt1 := a + b\nwrite t1\nwrite t1\nreturn")]
    [InlineData("read(i); v[i] := v[i] + 1; write(v[i])", Optimizations.CommonSubexpressions,
        "read t0\ni := t0\ncheck 1 ≤ i ≤ 9\nt1 := v[i - 1]\nt2 := t1 + 1\nv[i - 1] := t2\nt3 := v[i - 1]\nwrite t3\nreturn")]
    [InlineData("while i < 9 do i := i + b * c endwh", Optimizations.LoopInvariants,
        "t0 := b * c\nL0:\nunless i < 9 goto L1\nt1 := i + t0\ni := t1\ngoto L0\nL1:\nreturn")]
    [InlineData("a := 1; a := 2; write(a); return; write(3)", Optimizations.DeadCode, "a := 2\nwrite a\nreturn")]
    [InlineData("read(a); b := a / 2; c := a / b; write(a)", Optimizations.DeadCode,
        "read t0\na := t0\nt1 := a / 2\nb := t1\nt2 := a / b\nwrite a\nreturn")]
    public void Each_optimisation_does_its_part(string body, Optimizations optimizations, string code) =>
        Assert.Equal(code, Code(body, optimizations));

    [Fact]
    public void Each_optimisation_alone_saves_executed_instructions_somewhere_and_costs_none_here()
    {
        const string source = """
            program p
            var integer i, a, b, s; array [1..50] of integer v;
            begin
              a := 6; b := 7; s := 0; i := 0; i := 1;
              while i < 51 do
                v[i] := a * b + i * (2 + 3);
                s := s + v[i] + a * b;
                a := a + 0 * i;
                if 1 = 2 then write(0) else s := s - a * b fi;
                i := i + 1
              endwh;
              write(s)
            end.
            """;
        var plain = Executed(Optimizations.None);
        foreach (var one in new[] { Optimizations.ConstantFolding, Optimizations.CommonSubexpressions, Optimizations.DeadCode })
            Assert.True(Executed(one) < plain, $"{one}: {Executed(one)} of {plain}");
        Assert.True(Executed(Optimizations.All) * 10 < plain * 9, $"all: {Executed(Optimizations.All)} of {plain}");

        long Executed(Optimizations optimizations)
        {
            var (output, result) = ProgramTests.Run(Compilation.Of(source, new(Optimizations: optimizations)), "", "TM");
            Assert.Equal("8475\n", output);
            return result.Executed;
        }
    }

    [Fact]
    public void The_code_before_optimisation_stays()
    {
        var compilation = Compilation.Of("program p begin write(1 + 2) end.", new(Optimizations: Optimizations.All));
        Assert.Contains("1 + 2", IrText.Of(compilation.Code), StringComparison.Ordinal);
        Assert.Contains("write 3", IrText.Of(compilation.OptimizedCode), StringComparison.Ordinal);
        Assert.Contains("1 + 2", IrText.Of(compilation.Code), StringComparison.Ordinal);
    }
}
