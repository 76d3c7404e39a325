using System.Globalization;
using System.Text;

namespace Qiansi.Evaluation;

/// <summary>Precision, recall and F1 of each class, their averages, and in words what is undefined.</summary>
public sealed class ClassificationReport
{
    internal ClassificationReport(ConfusionMatrix matrix)
    {
        Classes = [.. Enumerable.Range(0, matrix.Classes).Select(k => Of(matrix.Names[k], matrix[k]))];
        Accuracy = matrix.Accuracy;
        Macro = Averaged("macro average", matrix, Averaging.Macro);
        Weighted = Averaged("weighted average", matrix, Averaging.Weighted);
        Undefined =
        [
            .. Classes.Where(c => double.IsNaN(c.Precision))
                .Select(c => $"precision of {c.Class} is undefined: no sample was taken for {c.Class}"),
            .. Classes.Where(c => double.IsNaN(c.Recall)).Select(c => $"recall of {c.Class} is undefined: no sample is {c.Class}"),
        ];
    }

    /// <summary>A line for each class.</summary>
    public IReadOnlyList<ClassRates> Classes { get; }

    /// <summary>Right answers / all.</summary>
    public double Accuracy { get; }

    /// <summary>Each class counts alike; NaN where a class's rate is undefined.</summary>
    public ClassRates Macro { get; }

    /// <summary>Each class counts as often as it occurs.</summary>
    public ClassRates Weighted { get; }

    /// <summary>Which rates are 0 / 0, and why.</summary>
    public IReadOnlyList<string> Undefined { get; }

    /// <summary>A table, and below it what is undefined.</summary>
    public override string ToString()
    {
        var lines = Classes.Concat([Macro, Weighted]).ToArray();
        var side = lines.Max(l => l.Class.Length);
        var text = new StringBuilder($"{"".PadLeft(side)}  precision  recall     F1  support");
        foreach (var line in lines)
        {
            text.AppendLine().Append(CultureInfo.InvariantCulture,
                $"{line.Class.PadLeft(side)}  {Text(line.Precision),9}  {Text(line.Recall),6}  {Text(line.F1),5}  {line.Support,7}");
        }

        text.AppendLine().Append(CultureInfo.InvariantCulture, $"{"accuracy".PadLeft(side)}  {Text(Accuracy),9}");
        foreach (var reason in Undefined) text.AppendLine().Append(reason);
        return text.ToString();
    }

    private static ClassRates Of(string name, BinaryCounts counts) =>
        new(name, counts.Precision, counts.Recall, counts.F1, counts.Positives);

    private static ClassRates Averaged(string name, ConfusionMatrix matrix, Averaging averaging) =>
        new(name, matrix.Precision(averaging), matrix.Recall(averaging), matrix.F1(averaging), matrix.Total);

    private static string Text(double rate) => double.IsNaN(rate) ? "—" : rate.ToString("F3", CultureInfo.InvariantCulture);
}
