namespace Qiansi.Benchmarks;

/// <summary>Numbers of several runs, printed as median with minimum and maximum.</summary>
internal static class Figures
{
    public static double Median(this IEnumerable<double> values) => values.Quantile(0.5);

    public static double Quantile(this IEnumerable<double> values, double q)
    {
        var sorted = values.Order().ToList();
        return sorted[(int)Math.Min(sorted.Count - 1, Math.Floor(q * sorted.Count))];
    }

    public static void Print(string name, IReadOnlyCollection<double> values, string unit, string goal = "") =>
        Console.WriteLine($"  {name,-46} {values.Median(),9:F1} {unit,-3} ({values.Min():F1} … "
            + $"{values.Max():F1}){(goal.Length > 0 ? "   goal " + goal : "")}");
}
