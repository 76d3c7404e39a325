using Qiansi.Teaching.Comparing;

namespace Qiansi.Teaching;

/// <summary>Fair comparisons: every arm gets the same seeds and the same budget, and the result says how sure it is.</summary>
/// <remarks>
/// Before each run <c>torch.manual_seed(seed)</c> is called, so that the runs of a seed draw the same weights and batches. Between runs
/// the cell's interrupt is looked at, as in loops of cells. What a run throws ends the experiment.
/// </remarks>
public static class Experiment
{
    /// <summary>Tries values of one parameter, each with every seed.</summary>
    /// <param name="parameter">Its name: <c>learning rate</c>.</param>
    /// <param name="values">What to try.</param>
    /// <param name="seeds">The seeds; three or more, so that the spread is seen.</param>
    /// <param name="budget">What each run may spend: steps, epochs, samples; handed to each.</param>
    /// <param name="run">One run: value, seed, budget; gives what is measured, NaN or ∞ when it broke down.</param>
    /// <param name="measure">What is measured, in words.</param>
    /// <param name="goal">Which end of it is the good one.</param>
    /// <param name="progress">Called after each run.</param>
    /// <exception cref="ArgumentException">There is nothing to try, no seed, one twice, or no budget.</exception>
    public static SweepResult Sweep(
        string parameter, IReadOnlyList<double> values, IReadOnlyList<int> seeds, int budget, Func<double, int, int, double> run,
        string measure = "loss", Goal goal = Goal.Lowest, Action<ExperimentStep>? progress = null)
    {
        var arms = values.Select(v => new Entry(NumberText.Of(v), (seed, spend) => run(v, seed, spend))).ToArray();
        return new(parameter, [.. values], Run(arms, seeds, budget, progress), [.. seeds], budget, measure, goal);
    }

    /// <summary>Compares ways to do the same thing, each with every seed.</summary>
    /// <param name="seeds">The seeds; three or more, so that the spread is seen.</param>
    /// <param name="budget">What each run may spend: steps, epochs, samples; handed to each.</param>
    /// <param name="arms">What to compare: a name, and one run: seed, budget; gives what is measured.</param>
    /// <param name="measure">What is measured, in words.</param>
    /// <param name="goal">Which end of it is the good one.</param>
    /// <param name="progress">Called after each run.</param>
    /// <exception cref="ArgumentException">There is nothing to compare, a name or a seed twice, no seed, or no budget.</exception>
    public static ComparisonResult Compare(
        IReadOnlyList<int> seeds, int budget, IReadOnlyList<(string Name, Func<int, int, double> Run)> arms, string measure = "loss",
        Goal goal = Goal.Lowest, Action<ExperimentStep>? progress = null) =>
        new(Run([.. arms.Select(a => new Entry(a.Name, a.Run))], seeds, budget, progress), [.. seeds], budget, measure, goal);

    private static ExperimentArm[] Run(Entry[] arms, IReadOnlyList<int> seeds, int budget, Action<ExperimentStep>? progress)
    {
        if (arms.Length == 0) throw new ArgumentException("There is nothing to try.");
        if (seeds.Count == 0) throw new ArgumentException("There is no seed; give three or more: [1, 2, 3].");
        if (budget < 1) throw new ArgumentException($"The budget is {budget}; each run needs at least 1.");
        if (Twice(arms.Select(a => a.Name)) is { } name) throw new ArgumentException($"\"{name}\" is there twice.");
        if (Twice(seeds) is { } seed) throw new ArgumentException($"The seed {seed} is there twice: its runs would be the same.");
        var values = arms.Select(_ => new double[seeds.Count]).ToArray();
        for (var (s, done) = (0, 0); s < seeds.Count; s++)
        {
            for (var a = 0; a < arms.Length; a++)
            {
                torch.CheckInterrupt?.Invoke();
                torch.manual_seed(seeds[s]);
                values[a][s] = arms[a].Run(seeds[s], budget);
                progress?.Invoke(new(++done, arms.Length * seeds.Count, arms[a].Name, seeds[s], values[a][s]));
            }
        }

        return [.. arms.Zip(values, (arm, measured) => new ExperimentArm(arm.Name, measured))];
    }

    private static object? Twice<T>(IEnumerable<T> items) where T : notnull =>
        items.GroupBy(i => i).FirstOrDefault(g => g.Count() > 1) is { } group ? group.Key : null;

    private sealed record Entry(string Name, Func<int, int, double> Run);
}
