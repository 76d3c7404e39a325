using System.Diagnostics;
using Qiansi.Contracts;

namespace Qiansi.Engine.Tests.CSharp;

/// <summary>Cells of thousands of lines compile in a time that grows with their length, and are otherwise as short ones are.</summary>
public sealed class LargeCellTests : SessionTest
{
    [Fact]
    public async Task Its_variables_functions_usings_and_value_are_those_of_one_cell()
    {
        var lines = Enumerable.Range(0, 600).Select(i =>
            $"var v{i} = {(i == 0 ? "0" : $"v{i - 1} + 1")}; for (var i = 0; i < 1; i++) {{ total += i; }} int F{i}() => G(v{i});");
        var code = $"using System.Diagnostics;\nvar total = 0; int G(int x) => x * 2;\n{string.Join('\n', lines)}\nnew "
            + "Stopwatch().IsRunning ? 0 : F599()";
        Assert.Equal("1198", await Run(code));
        Assert.Equal("599 1198 True", await Run("$\"{v599} {F599()} {new Stopwatch() is not null}\""));
    }

    [Fact]
    public async Task Errors_and_traces_name_its_own_lines()
    {
        var lines = string.Join('\n', Enumerable.Range(0, 500).Select(i => $"if (zero > {i}) {{ zero++; }}"));
        var error = await Fail($"var zero = 0;\n{lines}\nvar wrong = 1 / zero;\n{lines}");
        Assert.Contains(error.Traceback, l => l.Contains("line 502"));
        error = await Fail($"var other = 0;\n{lines.Replace("zero", "other")}\nvar wrong = nothing;\n{lines.Replace("zero", "other")}");
        Assert.Contains("(502,13): error CS0103", error.Message);
    }

    [Fact]
    [Trait("Needs", "time")]
    public async Task Twice_the_lines_take_about_twice_the_time()
    {
        await Run(Loops(300));
        var one = await Time(1000);
        var two = await Time(2000);
        Assert.True(two < one * 3 + 500, $"1000 lines: {one} ms, 2000 lines: {two} ms");
    }

    private async Task<long> Time(int lines)
    {
        var watch = Stopwatch.StartNew();
        await Run(Loops(lines));
        return watch.ElapsedMilliseconds;
    }

    private static string Loops(int lines) =>
        "var s = 0.0;\n" + string.Join(
            '\n', Enumerable.Range(0, lines).Select(i => $"for (var i = 0; i < 2; i++) {{ s += i * {i}; }}")) + "\ns";
}
