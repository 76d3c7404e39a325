using Qiansi.Teaching;

namespace Qiansi.Charts;

public static partial class Chart
{
    /// <summary>From this ratio of the largest value to the smallest on, a sweep's axis is logarithmic.</summary>
    private const double WideSweep = 20;

    /// <summary>An experiment: a faint dot for each run, the mean of each arm with its standard error.</summary>
    /// <param name="experiment">What <c>Experiment.Sweep</c> or <c>Experiment.Compare</c> measured; runs that broke down are left out.</param>
    public static GenericChart Of(ExperimentResult experiment)
    {
        var sweep = experiment as SweepResult;
        Array places = sweep is null ? experiment.Arms.Select(a => a.Name).ToArray() : sweep.Values.ToArray();
        var at = Enumerable.Range(0, places.Length).ToArray();
        var runs = at.SelectMany(i => experiment.Arms[i].Values.Where(double.IsFinite).Select(v => (X: places.GetValue(i)!, Y: v))).ToArray();
        var kept = at.Where(i => double.IsFinite(experiment.Arms[i].Mean)).ToArray();
        object[] Of(IEnumerable<int> items) => [.. items.Select(i => places.GetValue(i)!)];
        var dots = Point(runs.Select(r => r.X), runs.Select(r => r.Y), Name: "one run", Opacity: 0.4, MarkerSize: 6,
            MarkerColor: Palette.Category(0).ToString());
        var means = Scatter(Of(kept), kept.Select(i => experiment.Arms[i].Mean),
                sweep is null ? StyleParam.Mode.Markers : StyleParam.Mode.Lines_Markers,
                Name: $"mean of {experiment.Seeds.Count} seeds ± standard error", MarkerSize: 9,
                MarkerSymbol: StyleParam.MarkerSymbol.Diamond, MarkerColor: Palette.Category(1).ToString(),
                LineColor: Palette.Category(1).ToString(), LineWidth: 1)
            .WithYErrorStyle(kept.Select(i => double.IsFinite(experiment.Arms[i].StandardError) ? experiment.Arms[i].StandardError : 0));
        var chart = Combine(dots, means).WithYAxisStyle(experiment.Measure);
        return sweep is null
            ? chart.WithXAxisStyle(CategoryOrder: StyleParam.CategoryOrder.Array, CategoryArray: places)
            : chart.WithXAxisStyle(sweep.Parameter, IsWide(sweep.Values) ? StyleParam.AxisType.Log : null);
    }

    private static bool IsWide(IReadOnlyList<double> values) => values.Min() > 0 && values.Max() / values.Min() >= WideSweep;
}
