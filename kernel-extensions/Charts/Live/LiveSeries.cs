using System.Text.RegularExpressions;

namespace Qiansi.Charts.Live;

/// <summary>One curve of a live figure: its name taken apart, and its values so far.</summary>
internal sealed partial class LiveSeries
{
    private static readonly string[] Lower = ["loss", "error", "err", "perplexity", "mse", "mae", "rmse", "nll", "entropy", "elbo", "fid",
        "wer", "bpc", "divergence", "kl", "time", "lr"];

    public LiveSeries(string name)
    {
        Name = name;
        var parts = Parts().Match(name);
        Metric = parts.Success ? parts.Groups["metric"].Value : name;
        IsValidation = parts.Success && !parts.Groups["part"].Value.StartsWith("train", StringComparison.OrdinalIgnoreCase);
    }

    private LiveSeries(LiveSeries other)
    {
        (Name, Metric, IsValidation) = (other.Name, other.Metric, other.IsValidation);
        (X, Y) = ([.. other.X], [.. other.Y]);
    }

    /// <summary>The whole name.</summary>
    public string Name { get; }

    /// <summary>The name without <c>train</c> or <c>val</c>: curves with the same share a plot.</summary>
    public string Metric { get; }

    /// <summary>Whether it is measured on other data than those trained on.</summary>
    public bool IsValidation { get; }

    /// <summary>Whether less is better, by its name.</summary>
    public bool IsLowerBetter => Words().Matches(Metric).Any(w => Lower.Contains(w.Value, StringComparer.OrdinalIgnoreCase));

    /// <summary>Places.</summary>
    public List<double> X { get; } = [];

    /// <summary>Values.</summary>
    public List<double> Y { get; } = [];

    /// <summary>The curve as it is now.</summary>
    public LiveSeries Snapshot() => new(this);

    [GeneratedRegex(@"^(?<part>train(ing)?|val(id|idation)?|test|dev|eval)[ _/.\-](?<metric>.+)$", RegexOptions.IgnoreCase)]
    private static partial Regex Parts();

    [GeneratedRegex("[A-Za-z]+")]
    private static partial Regex Words();
}
