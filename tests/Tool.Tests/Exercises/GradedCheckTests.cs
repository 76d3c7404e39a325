using Qiansi.Documents;
using Qiansi.Tool.Exercises.Grading;

namespace Qiansi.Tool.Tests.Exercises;

public sealed class GradedCheckTests
{
    // GRADED and LIB stand for what the library's names become.
    [Theory]
    [InlineData(
        "Exercise.Check(\"a\", Expect.Equal(\"b\", 1, () => F.Expect.G(Exercise)));",
        "GRADED\"a\", LIB.Expect.Equal(\"b\", 1, () => F.Expect.G(Exercise)));")]
    [InlineData(
        "Qiansi.Teaching.Exercise.Check(\"a\", global::Qiansi.Teaching.Expect.Throws<Exception>(\"b\", x));",
        "GRADED\"a\", LIB.Expect.Throws<Exception>(\"b\", x));")]
    [InlineData(
        "#!time\nfoo(); // Expect.Equal\nExercise.Check(\n  \"a\", Expect.True(\"Expect.True\", () => true));",
        "#!time\nfoo(); // Expect.Equal\nGRADED\n  \"a\", LIB.Expect.True(\"Expect.True\", () => true));")]
    public void Names_of_the_library_are_its_full_names_and_a_check_has_a_ticket(string source, string expected)
    {
        var check = GradedCheck.Of(source);

        Assert.Equal(
            expected.Replace("GRADED", $"LIB.GradedExercise.Check(\"{check.Ticket}\", ", StringComparison.Ordinal)
                .Replace("LIB", "global::Qiansi.Teaching", StringComparison.Ordinal),
            check.Source);
        Assert.Equal(32, check.Ticket.Length);
        Assert.NotEqual(check.Ticket, GradedCheck.Of(source).Ticket);
    }

    [Theory]
    [InlineData("static class Math { public static double Sqrt(double x) => 0; }", "'Math'")]
    [InlineData("using Math = System.Numerics.Complex;", "'Math'")]
    [InlineData("double tensor(double x) => x;", "'tensor'")]
    [InlineData("var scale = 0.0;", "'scale'")]
    [InlineData("static class Mine { public static double[] Select(this double[] a, Func<double, double> f) => [0]; }", "'Select'")]
    [InlineData("static class Mine { extension(double[] a) { public double First() => 0; } }", "'First'")]
    [InlineData("using static Mine; static class Mine { public static double tensor(int x) => 0; }", "'tensor'")]
    [InlineData("static class Mine { public static double tensor(int x) => 0; }", null)]
    [InlineData("if (true) { var scale = 0.0; } double Step(double x) { var tensor = x; return tensor; }", null)]
    [InlineData("var v = 1; var q = 2;", null)] // the check has such names of its own
    public void A_name_that_the_check_takes_from_elsewhere_cannot_be_declared(string answer, string? name)
    {
        var original =
            ExerciseNotebook.Of(ExerciseNotebook.Code("var scale = 2.0;"),
            ExerciseNotebook.Solution("step", "double Step(double x) => Math.Sqrt(x) * scale;"));
        var problem = new NameGuard(original, "o", [ExerciseNotebook.Code(answer)])
            .Problem("""
                Exercise.Check("s", Expect.Close("a", Math.Sqrt(4) * scale,
                    () => tensor(Step(4)) is var q ? new[] { q }.Select(v => v).First() : 0));
                """);

        if (name is null) Assert.Null(problem);
        else Assert.Contains(name, problem);
    }

    [Fact]
    public void Names_of_the_checks_and_other_types_than_the_stubs_are_told()
    {
        var original =
            ExerciseNotebook.Of(ExerciseNotebook.Stub("double Step(double x) => Exercise.NotDone<double>();"),
            ExerciseNotebook.Solution("step", "double Step(double x) => x;"));

        Assert.Equal(
            ["a cell declares 'Expect', a name of the checks; the library's own was used",
                "a cell declares 'Qiansi', a name of the checks; the library's own was used",
                "Step is Any(double), where the stub says double(double)"],
            new NameGuard(original, "o",
                [ExerciseNotebook.Code("static class Expect { }"), ExerciseNotebook.Code("namespace Qiansi.Teaching { class Any { } }"),
                ExerciseNotebook.Code("Any Step(double y) => new();")]).Remarks());
        Assert.Equal(
            ["a cell loads other cells, whose names are not looked at: #load \"fake.csx\""],
            new NameGuard(original, "o", [ExerciseNotebook.Code("int a;\n#load \"fake.csx\"")]).Remarks());
        Assert.Empty(new NameGuard(original, "o", [ExerciseNotebook.Code("double Step(double other) { return 1; }")]).Remarks());
    }
}
