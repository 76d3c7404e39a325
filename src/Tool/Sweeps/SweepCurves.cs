using Qiansi.Charts;
using Qiansi.Drawing;
using Qiansi.Teaching.Sweeps;

namespace Qiansi.Tool.Sweeps;

/// <summary>Charts of what the runs of a sweep recorded, by one of their parameters.</summary>
internal static class SweepCurves
{
    /// <summary>More values of a parameter cannot be told apart by colour.</summary>
    private const int MostColours = 8;

    /// <summary>A curve a run, coloured by the value of a parameter; null when nothing of that name has a curve.</summary>
    public static GenericChart? Draw(SweepResults results, string name, string parameter)
    {
        var curves = results.Rows
            .Select(r => (Value: r.Run.Parameters.GetValueOrDefault(parameter, ""),
            Points: r.Recorded.Where(v => v.Name == name && double.IsFinite(v.Value)).ToList()))
            .Where(c => c.Points.Count > 1).ToList();
        var values = curves.Select(c => c.Value).Distinct().ToList();
        if (values.Count == 0) return null;
        var seen = new HashSet<string>();
        var lines = curves.Select(c => Chart.Line(c.Points.Select(p => p.Step).ToArray(), c.Points.Select(p => p.Value).ToArray(),
            Name: $"{parameter}={c.Value}", ShowLegend: seen.Add(c.Value), Opacity: 0.8, LineColor: ColourOf(values, c.Value),
                LineWidth: 1.5));
        return Chart.Combine([.. lines]).WithXAxisStyle("step").WithYAxisStyle(name).WithTitle($"{name} by {parameter}");
    }

    private static Color ColourOf(List<string> values, string value)
    {
        var index = values.IndexOf(value);
        return values.Count <= MostColours ? Palette.Category(index).ToString() : ColorScale.Viridis.At(index, 0, values.Count - 1)
            .ToString();
    }
}
