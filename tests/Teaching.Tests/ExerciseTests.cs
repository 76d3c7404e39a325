namespace Qiansi.Teaching.Tests;

public sealed class ExerciseTests
{
    private static double Stub() => Exercise.NotDone<double>();

    /// <summary>Runs checks as a cell does; what was shown.</summary>
    private static ExerciseResult Shown(params Expectation[] checks)
    {
        ExerciseResult? shown = null;
        var before = Exercise.Show;
        Exercise.Show = result => shown = result;
        try
        {
            Exercise.Check("step", checks);
            Assert.Equal(ExerciseStatus.Done, shown!.Status);
        }
        catch (ExerciseException e)
        {
            Assert.Same(shown, e.Result);
            Assert.Null(e.StackTrace);
        }
        finally
        {
            Exercise.Show = before;
        }

        return shown!;
    }

    [Fact]
    public void Points_are_those_of_the_checks_that_hold()
    {
        var result = Shown(Expect.Close("a", 1.0, () => 1 + 1e-9), Expect.Equal("b", 3, () => 4).Worth(2),
            Expect.True("c", () => true).Worth(0.5));

        Assert.Equal((1.5, 3.5, ExerciseStatus.Wrong), (result.Points, result.MaxPoints, result.Status));
        Assert.Equal("step: 1 of 3 checks does not hold (1.5 of 3.5 points)", result.Headline);
        Assert.Equal("Expected 3, got 4 (off by 1).", result.Checks[1].Problem);
    }

    [Fact]
    public void A_stub_is_not_done_yet_and_no_stack_trace()
    {
        var result = Shown(Expect.Close("a", 1.0, Stub), Expect.True("b", () => true));

        Assert.Equal(ExerciseStatus.NotDone, result.Status);
        Assert.Equal("step: not done yet (1 of 2 points)\n  ○ a\n      Not done yet: fill in the stub, run its cell, "
            + "then run this one again.\n  ✓ b", result.ToString());
        Assert.Null(Assert.Throws<NotDoneException>(() => Stub()).StackTrace);
    }

    [Fact]
    public void A_stub_in_a_task_or_behind_reflection_is_not_done_either()
    {
        var result = Shown(
            Expect.Close("task", 1.0, () => Task.Run(Stub).Result),
            Expect.True(
                "reflection", () => (bool)typeof(Exercise).GetMethod("NotDone")!.MakeGenericMethod(typeof(bool)).Invoke(null, null)!));

        Assert.All(result.Checks, c => Assert.Equal(CheckOutcome.NotDone, c.Outcome));
    }

    [Fact]
    public void One_wrong_check_outweighs_a_stub() =>
        Assert.Equal(ExerciseStatus.Wrong, Shown(Expect.Close("a", 1.0, Stub), Expect.Equal("b", 1, () => 2)).Status);

    [Fact]
    public void What_the_code_throws_is_told_with_its_line_and_the_other_checks_run()
    {
        var result = Shown(Expect.Equal("a", 1, int () => throw new InvalidOperationException("the sky fell"), hint: "look up"),
            Expect.Equal("b", 1, () => 1));

        Assert.Matches(@"^The code threw InvalidOperationException \(line \d+ of ExerciseTests\.cs\): the sky fell$",
            result.Checks[0].Problem);
        Assert.Equal(CheckOutcome.Holds, result.Checks[1].Outcome);
        Assert.Contains("Hint: look up", result.ToString());
    }

    [Fact]
    public void The_interrupt_of_a_cell_passes_through() =>
        Assert.Throws<OperationCanceledException>(() =>
            Exercise.Check("step", Expect.Equal("a", 1, int () => throw new OperationCanceledException())));

    [Fact]
    public void A_number_has_to_lie_between_both_ends()
    {
        var result = Shown(Expect.Between("in", 1.0, 2.0, () => 2.0), Expect.Between("low", 1, 2, () => 0),
            Expect.Between("nan", 1.0, 2.0, () => double.NaN));

        Assert.Null(result.Checks[0].Problem);
        Assert.Equal("Got 0, which is too small: expected something between 1 and 2.", result.Checks[1].Problem);
        Assert.Equal("Got NaN, which is not a number: expected something between 1 and 2.", result.Checks[2].Problem);
    }

    [Fact]
    public void An_exception_can_be_what_is_expected()
    {
        var result = Shown(
            Expect.Throws<ArgumentException>("throws", () => throw new ArgumentNullException()),
            Expect.Throws<ArgumentException>("does not", () => { }),
            Expect.Throws<Exception>("stub", () => Stub()));

        Assert.Equal([CheckOutcome.Holds, CheckOutcome.Wrong, CheckOutcome.NotDone], result.Checks.Select(c => c.Outcome));
        Assert.Equal("Expected ArgumentException, but nothing was thrown.", result.Checks[1].Problem);
    }

    [Fact]
    public void An_exercise_needs_a_name_and_a_check()
    {
        Assert.Throws<ArgumentException>(() => Exercise.Check(" ", Expect.True("a", () => true)));
        Assert.Contains("Exercise.Check(\"step\")", Assert.Throws<ArgumentException>(() => Exercise.Check("step")).Message);
        Assert.Throws<ArgumentOutOfRangeException>(() => Expect.True("a", () => true).Worth(-1));
    }
}
