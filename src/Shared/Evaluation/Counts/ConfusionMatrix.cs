using System.Globalization;
using System.Text;

namespace Qiansi.Evaluation;

/// <summary>
/// How often samples of each class (row) were given each answer (column) (混淆矩阵). A rate whose denominator is 0 is NaN unless a value for it
/// is given.
/// </summary>
public sealed class ConfusionMatrix
{
    private const int MostClasses = 10_000;

    private readonly long[,] _counts;
    private readonly long[] _rows, _columns;

    private ConfusionMatrix(long[,] counts, IReadOnlyList<string> names)
    {
        (_counts, Names, Classes) = (counts, names, counts.GetLength(0));
        (_rows, _columns) = (new long[Classes], new long[Classes]);
        for (var i = 0; i < Classes; i++)
        {
            for (var j = 0; j < Classes; j++)
            {
                _rows[i] += counts[i, j];
                _columns[j] += counts[i, j];
            }

            Correct += counts[i, i];
        }

        Total = _rows.Sum();
    }

    /// <summary>Counts answers.</summary>
    /// <param name="actual">The true classes.</param>
    /// <param name="predicted">The answers.</param>
    /// <param name="classes">How many classes there are; without it as many as occur.</param>
    /// <param name="names">What the classes are called; their numbers without it.</param>
    /// <exception cref="ArgumentException">The lists are not of one length, or a class is outside the number or names given.</exception>
    public static ConfusionMatrix Of(ClassLabels actual, ClassLabels predicted, int? classes = null, IReadOnlyList<string>? names = null)
    {
        ClassLabels.RequireAlike(actual.Count, predicted.Count, "predicted ones");
        var largest = -1L;
        for (var i = 0; i < actual.Count; i++) largest = Math.Max(largest, Math.Max(actual[i], predicted[i]));
        if (classes is { } given && names is not null && names.Count != given)
            throw new ArgumentException($"there are {given} classes, but {names.Count} names");
        var count = classes ?? names?.Count;
        if (count is null && largest >= MostClasses)
            throw new ArgumentException(
                $"class {largest} occurs, which would make a matrix of {largest + 1} rows; say how many classes there are (classes: …), "
                    + "or number them from 0 without gaps");
        var size = count ?? (int)(largest + 1);
        if (largest >= size) throw new ArgumentException($"class {largest} occurs, but there are the classes 0 to {size - 1} only");
        var counts = new long[size, size];
        for (var i = 0; i < actual.Count; i++) counts[actual[i], predicted[i]]++;
        return new(counts,
            names is null ? [.. Enumerable.Range(0, size).Select(k => k.ToString(CultureInfo.InvariantCulture))] : [.. names]);
    }

    /// <summary>How many classes there are.</summary>
    public int Classes { get; }

    /// <summary>What they are called.</summary>
    public IReadOnlyList<string> Names { get; }

    /// <summary>All samples.</summary>
    public long Total { get; }

    /// <summary>The samples on the diagonal.</summary>
    public long Correct { get; }

    /// <summary>How many samples of a class were given an answer.</summary>
    public long this[int actual, int predicted] => _counts[actual, predicted];

    /// <summary>One class against all others.</summary>
    public BinaryCounts this[int label] =>
        new(_counts[label, label], _columns[label] - _counts[label, label], Total - _rows[label] - _columns[label] + _counts[label, label],
            _rows[label] - _counts[label, label]);

    /// <summary>How many samples of a class there are (support).</summary>
    public long Support(int label) => _rows[label];

    /// <summary>Right answers / all.</summary>
    public double Accuracy => Total == 0 ? double.NaN : (double)Correct / Total;

    /// <summary>The mean recall of the classes that occur.</summary>
    public double BalancedAccuracy =>
        Enumerable.Range(0, Classes).Where(k => _rows[k] > 0).Select(k => this[k].Recall).DefaultIfEmpty(double.NaN).Average();

    /// <summary>Cohen's kappa: agreement beyond chance.</summary>
    public double Kappa
    {
        get
        {
            var (all, chance) = ((Int128)Total * Total, Products(_rows, _columns));
            return all == chance ? double.NaN : (double)((Int128)Correct * Total - chance) / (double)(all - chance);
        }
    }

    /// <summary>Matthews' correlation of several classes (Gorodkin's R_K).</summary>
    public double Mcc
    {
        get
        {
            var all = (Int128)Total * Total;
            var scale = Math.Sqrt((double)(all - Products(_rows, _rows))) * Math.Sqrt((double)(all - Products(_columns, _columns)));
            return scale == 0 ? double.NaN : (double)((Int128)Correct * Total - Products(_rows, _columns)) / scale;
        }
    }

    /// <summary>The precision of all classes in one number.</summary>
    /// <param name="averaging">How.</param>
    /// <param name="whenUndefined">What counts for a class that nothing was taken for.</param>
    public double Precision(Averaging averaging = Averaging.Macro, double whenUndefined = double.NaN) =>
        Average(c => c.Precision, averaging, whenUndefined);

    /// <summary>The recall of all classes in one number.</summary>
    /// <param name="averaging">How.</param>
    /// <param name="whenUndefined">What counts for a class that does not occur.</param>
    public double Recall(Averaging averaging = Averaging.Macro, double whenUndefined = double.NaN) =>
        Average(c => c.Recall, averaging, whenUndefined);

    /// <summary>F1 of all classes in one number.</summary>
    /// <param name="averaging">How.</param>
    /// <param name="whenUndefined">What counts for a class that neither occurs nor was answered.</param>
    public double F1(Averaging averaging = Averaging.Macro, double whenUndefined = double.NaN) => FBeta(1, averaging, whenUndefined);

    /// <summary>F-beta of all classes in one number.</summary>
    /// <inheritdoc cref="F1" path="/param"/>
    /// <param name="beta">How many times as much recall counts as precision.</param>
    /// <param name="averaging">How.</param>
    /// <param name="whenUndefined">What counts for a class that neither occurs nor was answered.</param>
    public double FBeta(double beta, Averaging averaging = Averaging.Macro, double whenUndefined = double.NaN) =>
        Average(c => c.FBeta(beta), averaging, whenUndefined);

    /// <summary>The rows as shares of their class, so that each sums to 1; a class that does not occur has NaN.</summary>
    public double[,] Normalized()
    {
        var shares = new double[Classes, Classes];
        for (var i = 0; i < Classes; i++)
        {
            for (var j = 0; j < Classes; j++) shares[i, j] = (double)_counts[i, j] / _rows[i];
        }

        return shares;
    }

    /// <summary>The counts, rows of true classes.</summary>
    public long[,] ToArray() => (long[,])_counts.Clone();

    /// <summary>The counts as a tensor (K, K), int64.</summary>
    public Tensor ToTensor() => tensor(_counts);

    /// <summary>The classes off the diagonal, most frequent first: which was taken for which, how often.</summary>
    public IReadOnlyList<(string Actual, string Predicted, long Count)> Confusions() =>
        [.. from i in Enumerable.Range(0, Classes) from j in Enumerable.Range(0, Classes) where i != j && _counts[i, j] > 0
            orderby _counts[i, j] descending, i, j select (Names[i], Names[j], _counts[i, j])];

    /// <summary>Precision, recall and F1 of each class and their averages.</summary>
    public ClassificationReport Report() => new(this);

    /// <summary>The counts as a table.</summary>
    public override string ToString()
    {
        var width = Names.Select(n => n.Length).Concat(_counts.Cast<long>().Select(c => c.ToString(CultureInfo.InvariantCulture).Length))
            .DefaultIfEmpty(1).Max() + 1;
        var side = Math.Max(Names.Select(n => n.Length).DefaultIfEmpty(1).Max(), "actual \\ predicted".Length);
        var text = new StringBuilder("actual \\ predicted".PadRight(side)).AppendJoin("", Names.Select(n => n.PadLeft(width)));
        for (var i = 0; i < Classes; i++)
        {
            text.AppendLine().Append(Names[i].PadLeft(side));
            for (var j = 0; j < Classes; j++) text.Append(_counts[i, j].ToString(CultureInfo.InvariantCulture).PadLeft(width));
        }

        return text.ToString();
    }

    private double Average(Func<BinaryCounts, double> rate, Averaging averaging, double whenUndefined)
    {
        double Of(BinaryCounts counts) => rate(counts) is var r && double.IsNaN(r) ? whenUndefined : r;
        var classes = Enumerable.Range(0, Classes).Select(k => this[k]).ToArray();
        switch (averaging)
        {
            case Averaging.Macro: return classes.Length == 0 ? whenUndefined : classes.Average(Of);
            case Averaging.Micro:
                return Of(new(classes.Sum(c => c.TruePositives), classes.Sum(c => c.FalsePositives), classes.Sum(c => c.TrueNegatives),
                    classes.Sum(c => c.FalseNegatives)));
            case Averaging.Weighted:
                return Total == 0
                ? whenUndefined : classes.Where(c => c.Positives > 0).Sum(c => Of(c) * c.Positives) / Total;
            default: throw new ArgumentOutOfRangeException(nameof(averaging), averaging, "averages are Macro, Micro and Weighted");
        }
    }

    private static Int128 Products(long[] left, long[] right)
    {
        Int128 sum = 0;
        for (var k = 0; k < left.Length; k++) sum += (Int128)left[k] * right[k];
        return sum;
    }
}
