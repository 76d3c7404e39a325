namespace Qiansi.Teaching.Tests;

public sealed class ExperimentTests
{
    private static readonly int[] Seeds = [1, 2, 3];

    [Fact]
    public void A_sweep_gives_mean_error_and_best()
    {
        var sweep = Experiment.Sweep("rate", [0.1, 1, 10], Seeds, budget: 7, (rate, seed, budget) => (rate - 1) * (rate - 1) + seed * budget);
        Assert.Equal(1, sweep.BestValue);
        Assert.Equal([7, 14, 21], sweep.Best.Values);
        Assert.Equal(14, sweep.Best.Mean);
        Assert.Equal(7 / Math.Sqrt(3), sweep.Best.StandardError, 12);
        Assert.Equal(["0.1", "1", "10"], sweep.Rows.Select(r => r.Arm));
        Assert.Equal((7, 21, 3), (sweep.Rows[1].Lowest, sweep.Rows[1].Highest, sweep.Rows[1].Runs));
    }

    [Fact]
    public void The_valley_is_where_every_seed_arrives()
    {
        double Steps(double rate, int seed, int budget) => rate > 1 && seed == 2 ? double.PositiveInfinity : 10;
        var sweep = Experiment.Sweep("rate", [0.5, 1, 2], Seeds, 100, Steps);
        Assert.Equal([0.5, 1], sweep.Within(50));
        Assert.Equal(0.5, sweep.BestValue);
        Assert.Empty(Experiment.Sweep("rate", [1], Seeds, 1, (_, _, _) => 0.4, goal: Goal.Highest).Within(0.5));
        Assert.Empty(Experiment.Sweep("rate", [1], Seeds, 1, (_, seed, _) => seed == 3 ? double.NaN : 0).Within(50));
    }

    [Fact]
    public void What_runs_of_a_seed_share_cancels_out()
    {
        var race = Experiment.Compare(Seeds, 1, [("a", (seed, _) => seed * 100), ("b", (seed, _) => seed * 100 - 2)], goal: Goal.Highest);
        var difference = race.Difference("a", "b");
        Assert.Equal((2, 0, 3), (difference.Mean, difference.StandardError, difference.Count));
        Assert.True(race["a"].StandardError > 50);
        Assert.Equal("a", race.Best.Name);
        Assert.Contains("there are a, b", Assert.Throws<ArgumentException>(() => race["c"]).Message);
    }

    [Fact]
    public void A_difference_says_how_sure_it_is()
    {
        var race = Experiment.Compare([1, 2], 1, [("a", (seed, _) => seed), ("b", (_, _) => 0)]);
        Assert.Equal(3, race.Difference("a", "b").Sigmas, 12);
        Assert.Equal("1.5 ± 0.5 (2 seeds)", race.Difference("a", "b").ToString());
    }

    [Fact]
    public void Runs_of_a_seed_draw_the_same_numbers()
    {
        var race = Experiment.Compare(Seeds, 1, [("a", (_, _) => torch.rand(1).item<float>()), ("b", (_, _) => torch.rand(1).item<float>())]);
        Assert.Equal(race["a"].Values, race["b"].Values);
        Assert.Equal(3, race["a"].Values.Distinct().Count());
    }

    [Fact]
    public void Progress_is_told_after_each_run_and_an_interrupt_ends_it()
    {
        List<ExperimentStep> steps = [];
        torch.CheckInterrupt = () =>
        {
            if (steps.Count == 3) throw new OperationCanceledException();
        };
        try
        {
            Assert.Throws<OperationCanceledException>(() =>
                Experiment.Sweep("rate", [1, 2], Seeds, 1, (rate, seed, _) => rate * seed, progress: steps.Add));
        }
        finally
        {
            torch.CheckInterrupt = null;
        }

        Assert.Equal([new(1, 6, "1", 1, 1), new(2, 6, "2", 1, 2), new(3, 6, "1", 2, 2)], steps);
    }

    [Fact]
    public void An_experiment_that_cannot_be_fair_is_refused()
    {
        double Run(double value, int seed, int budget) => 0;
        Assert.Contains("nothing to try", Assert.Throws<ArgumentException>(() => Experiment.Sweep("a", [], Seeds, 1, Run)).Message);
        Assert.Contains("no seed", Assert.Throws<ArgumentException>(() => Experiment.Sweep("a", [1], [], 1, Run)).Message);
        Assert.Contains("seed 1 is there twice", Assert.Throws<ArgumentException>(() => Experiment.Sweep("a", [1], [1, 1], 1, Run)).Message);
        Assert.Contains("\"1\" is there twice", Assert.Throws<ArgumentException>(() => Experiment.Sweep("a", [1, 1], Seeds, 1, Run)).Message);
        Assert.Contains("budget is 0", Assert.Throws<ArgumentException>(() => Experiment.Sweep("a", [1], Seeds, 0, Run)).Message);
    }
}
