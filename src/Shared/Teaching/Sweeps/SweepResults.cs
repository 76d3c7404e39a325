namespace Qiansi.Teaching.Sweeps;

/// <summary>A run with what became of it and what it recorded.</summary>
internal sealed record SweepRow(SweepRun Run, RunState? State, string Status, IReadOnlyList<RecordedValue> Recorded)
{
    /// <summary>The last value of a name; null when there is none.</summary>
    public double? Last(string name) => Recorded.LastOrDefault(v => v.Name == name)?.Value;
}

/// <summary>All that the folder of a sweep holds.</summary>
internal sealed class SweepResults
{
    private static readonly string[] Taken = ["run", "status", "seconds"];

    private SweepResults(SweepManifest manifest, IReadOnlyList<SweepRow> rows)
    {
        (Manifest, Rows) = (manifest, rows);
        Parameters = [.. rows.SelectMany(r => r.Run.Parameters.Keys).Distinct()];
        Values = [.. rows.SelectMany(r => r.Recorded.Select(v => v.Name)).Distinct()];
    }

    /// <summary>What was to run.</summary>
    public SweepManifest Manifest { get; }

    /// <summary>The runs.</summary>
    public IReadOnlyList<SweepRow> Rows { get; }

    /// <summary>Names of parameters.</summary>
    public IReadOnlyList<string> Parameters { get; }

    /// <summary>Parameters of which there is more than one value.</summary>
    public IEnumerable<string> Varied => Parameters.Where(p => Texts(p).Distinct().Skip(1).Any());

    /// <summary>Names of recorded values.</summary>
    public IReadOnlyList<string> Values { get; }

    /// <summary>The columns of recorded values: a name that is also a parameter's is told apart.</summary>
    public IEnumerable<string> ValueColumns => Values.Select(v => Parameters.Contains(v) || Taken.Contains(v) ? v + " (recorded)" : v);

    /// <summary>The column of a parameter, whose name may be that of a column of every table.</summary>
    /// <param name="name">The parameter.</param>
    /// <param name="more">Further columns of the table.</param>
    public string Free(string name, params ReadOnlySpan<string> more) =>
        Taken.Contains(name) || more.Contains(name) ? name + " (parameter)" : name;

    /// <summary>The values of a parameter, of the runs that have it.</summary>
    public IReadOnlyList<string> Texts(string parameter) =>
        [.. Rows.Where(r => r.Run.Parameters.ContainsKey(parameter)).Select(r => r.Run.Parameters[parameter])];

    /// <summary>The same with what is known of the runs beyond their files.</summary>
    /// <param name="states">A status for each run, by its index.</param>
    public SweepResults With(IReadOnlyDictionary<int, string> states) =>
        new(Manifest, [.. Rows.Select(r => r with { Status = states[r.Run.Index] })]);

    /// <summary>Reads a folder.</summary>
    /// <exception cref="InvalidDataException">It is no folder of a sweep, or a file of it cannot be read.</exception>
    public static SweepResults Read(string folder)
    {
        var files = new SweepFolder(folder);
        var manifest = files.ReadManifest();
        return new(manifest, [.. manifest.Runs.Select(run =>
        {
            var state = files.ReadState(run);
            var status = SweepFolder.Status(manifest, state);
            return new SweepRow(run, state, status, status == RunStatus.Outdated ? [] : RecordWriter.Read(files.Of(run, ".jsonl")));
        })]);
    }
}
