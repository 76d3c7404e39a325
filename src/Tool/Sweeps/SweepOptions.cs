namespace Qiansi.Tool.Sweeps;

/// <summary>What the command line says of a sweep.</summary>
internal sealed record SweepOptions
{
    /// <summary>The notebook, as the person named it.</summary>
    public required string File { get; init; }

    /// <summary>Its parameters.</summary>
    public required IReadOnlyList<ParameterAxis> Axes { get; init; }

    /// <summary>Whether values are paired and not combined.</summary>
    public bool Zip { get; init; }

    /// <summary>How many of the combinations to draw; all when null.</summary>
    public int? Sample { get; init; }

    /// <summary>How many runs at once; one here, and as many as there is room for on a cluster, when null.</summary>
    public int? Jobs { get; init; }

    /// <summary>Whether runs that failed are run again.</summary>
    public bool RetryFailed { get; init; }

    /// <summary>Whether to list the runs and run none.</summary>
    public bool DryRun { get; init; }

    /// <summary>Whether no further run begins after one that failed.</summary>
    public bool FailFast { get; init; }

    /// <summary>The sweep's folder; <c>NAME-runs</c> in the current folder when null.</summary>
    public string? Folder { get; init; }

    /// <summary>Whether each run gets a page.</summary>
    public bool Pages { get; init; }

    /// <summary>The JUnit report to write, or null.</summary>
    public string? Report { get; init; }

    /// <summary>How long a cell may run; no limit when null.</summary>
    public TimeSpan? CellTimeout { get; init; }

    /// <summary>Kernelspec to use; the notebook's own when null.</summary>
    public string? KernelName { get; init; }

    /// <summary>The tensor library, one of <see cref="Libraries.TorchLibrary.Names"/>; the notebook's own choice when null.</summary>
    public string? Torch { get; init; }

    /// <summary>Further arguments of <c>sbatch</c>.</summary>
    public string Sbatch { get; init; } = "";
}
