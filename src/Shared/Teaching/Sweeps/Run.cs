using Qiansi.Teaching.Sweeps;

namespace Qiansi.Teaching;

/// <summary>The run that this notebook is, when <c>nb run</c> runs it as one of a sweep.</summary>
public static class Run
{
    /// <summary>Environment variable with the file that values are recorded in.</summary>
    internal const string Variable = "QIANSI_RUN_RECORDS";

    private static readonly Lock Gate = new();
    private static readonly List<RecordedValue> Kept = [];
    private static RecordWriter? _writer;

    /// <summary>What was recorded, in order; in a sweep of <c>nb run</c> it is also kept in the sweep's folder.</summary>
    public static IReadOnlyList<RecordedValue> Recorded
    {
        get
        {
            lock (Gate) return [.. Kept];
        }
    }

    /// <summary>Records a value: the last one of a name is the run's result, and several of a name are a curve.</summary>
    /// <param name="name">Its name: <c>accuracy</c>. It becomes a column of <c>results.csv</c>.</param>
    /// <param name="value">The value; NaN and ∞ say that the run broke down.</param>
    /// <param name="step">Where on the curve it stands: an epoch, a step; counted from 0 for each name when null.</param>
    /// <exception cref="ArgumentException">The name is empty.</exception>
    public static void Record(string name, double value, double? step = null)
    {
        if (string.IsNullOrWhiteSpace(name)) throw new ArgumentException(
            "A recorded value needs a name, such as \"accuracy\".", nameof(name));
        lock (Gate)
        {
            var recorded = new RecordedValue(name.Trim(), value, step ?? Kept.Count(v => v.Name == name.Trim()));
            Kept.Add(recorded);
            if (Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } file) (_writer ??= new(file)).Write(recorded);
        }
    }
}
