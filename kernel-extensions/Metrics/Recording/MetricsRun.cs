using System.Collections;
using System.Globalization;
using Qiansi.Metrics.Recording;
using Qiansi.Metrics.Sampling;

namespace Qiansi.Metrics;

/// <summary>Samples recorded during a run, from its making until it is disposed: a list, a table, a chart, CSV.</summary>
/// <remarks>Of a long run every second sample is let go whenever there are more than 4,096, and the pace is halved.</remarks>
public sealed class MetricsRun : IReadOnlyList<MetricsSample>, IDisposable
{
    private readonly Lock _gate = new();
    private readonly List<MetricsSample> _samples = [];
    private readonly SampleLoop? _loop;
    private readonly int _most;
    private int _keepEvery = 1;
    private int _seen;

    internal MetricsRun(SystemPaths paths, TimeSpan every, int most = 4096)
    {
        _most = most;
        _loop = new(() => Sampler.Watching(paths, every), every, null, Keep, reason => EndedBecause = reason);
    }

    /// <summary>A run that is over, of samples taken elsewhere.</summary>
    internal MetricsRun(IEnumerable<MetricsSample> samples)
    {
        _most = int.MaxValue;
        _samples.AddRange(samples);
        EndedBecause = "stopped";
    }

    /// <summary>Whether samples are still taken.</summary>
    public bool IsRecording => EndedBecause is null;

    /// <summary>Samples so far.</summary>
    public int Count
    {
        get
        {
            lock (_gate) return _samples.Count;
        }
    }

    /// <summary>From the first sample to the last.</summary>
    public TimeSpan Duration => Snapshot() is [var first, .., var last] ? last.Elapsed - first.Elapsed : TimeSpan.Zero;

    /// <summary>Whether no sample follows.</summary>
    internal bool HasEnded => _loop is not { HasEnded: false };

    /// <summary>Why it ended; null while it records.</summary>
    internal string? EndedBecause { get; private set; }

    /// <inheritdoc />
    public MetricsSample this[int index]
    {
        get
        {
            lock (_gate) return _samples[index];
        }
    }

    /// <summary>Ends the recording; the samples stay.</summary>
    public void Dispose() => _loop?.Stop("stopped");

    /// <summary>
    /// The samples as CSV (RFC 4180): one line each, a column for every figure; numbers in the invariant culture, empty where there was
    /// none.
    /// </summary>
    public string ToCsv() => CsvWriter.Write(Snapshot());

    /// <summary>Writes <see cref="ToCsv"/> into a file.</summary>
    public void SaveCsv(string path) => File.WriteAllText(path, ToCsv());

    /// <inheritdoc />
    public IEnumerator<MetricsSample> GetEnumerator() => ((IEnumerable<MetricsSample>)Snapshot()).GetEnumerator();

    /// <inheritdoc />
    public override string ToString() => string.Create(CultureInfo.InvariantCulture,
        $"{Count} {(Count == 1 ? "sample" : "samples")} in {Duration.TotalSeconds:0.0} s{(IsRecording ? ", recording" : "")}");

    /// <summary>The samples as they are now.</summary>
    internal MetricsSample[] Snapshot()
    {
        lock (_gate) return [.. _samples];
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    private void Keep(MetricsSample sample)
    {
        lock (_gate)
        {
            if (_seen++ % _keepEvery != 0) return;
            _samples.Add(sample);
            if (_samples.Count <= _most) return;
            var kept = 0;
            for (var i = 0; i < _samples.Count; i += 2) _samples[kept++] = _samples[i];
            _samples.RemoveRange(kept, _samples.Count - kept);
            _keepEvery *= 2;
            _seen = 1;
        }
    }
}
