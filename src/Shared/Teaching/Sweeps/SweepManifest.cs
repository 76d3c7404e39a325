namespace Qiansi.Teaching.Sweeps;

/// <summary>What a sweep is to run: the file <c>sweep.json</c> of its folder.</summary>
internal sealed record SweepManifest
{
    /// <summary>The notebook that the person named, an absolute path; cells run in its folder.</summary>
    public required string Notebook { get; init; }

    /// <summary>A name for what its cells say; a run counts as done only for the cells it ran.</summary>
    public required string Content { get; init; }

    /// <summary>Seconds that a cell may run; null for no limit.</summary>
    public double? Timeout { get; init; }

    /// <summary>The kernelspec to use; null for the notebook's own.</summary>
    public string? Kernel { get; init; }

    /// <summary>The tensor library that was asked for; the notebook's own choice when null.</summary>
    public string? Torch { get; init; }

    /// <summary>Whether each run gets a page.</summary>
    public bool Pages { get; init; }

    /// <summary>All runs, by index from 1.</summary>
    public IReadOnlyList<SweepRun> Runs { get; init; } = [];

    /// <summary>What was handed to a scheduler, in order.</summary>
    public IReadOnlyList<SweepJob> Jobs { get; init; } = [];
}

/// <summary>One run of a sweep.</summary>
/// <param name="Index">Its number, from 1.</param>
/// <param name="Name">The beginning of its files' names.</param>
/// <param name="Parameters">Its values, as text, in the order the person gave them.</param>
internal sealed record SweepRun(int Index, string Name, IReadOnlyDictionary<string, string> Parameters)
{
    /// <summary><c>lr=0.1 seed=2</c>.</summary>
    public string Title => string.Join(' ', Parameters.Select(p => $"{p.Key}={p.Value}"));

    /// <summary>Whether it has the same values.</summary>
    public bool IsOf(IReadOnlyDictionary<string, string> parameters) =>
        parameters.Count == Parameters.Count && parameters.All(p => Parameters.TryGetValue(p.Key, out var value) && value == p.Value);
}

/// <summary>A job array that was handed to a scheduler.</summary>
/// <param name="Id">The scheduler's name for it.</param>
/// <param name="Offset">What to add to the number of a task to get a run's index.</param>
/// <param name="Runs">The indices of its runs.</param>
internal sealed record SweepJob(string Id, int Offset, IReadOnlyList<int> Runs);
