using System.Diagnostics;
using Qiansi.Contracts;

namespace Qiansi.Metrics.Tests.Progress;

/// <summary>Counts displays and updates of cells.</summary>
internal sealed class CountingSink : IOutputSink
{
    private readonly Lock _gate = new();
    private readonly List<MimeBundle> _shown = [];
    private readonly Stopwatch _watch = new();

    public int Displays { get; private set; }

    public int Updates { get; private set; }

    public double Seconds => _watch.Elapsed.TotalSeconds;

    public string Printed { get; private set; } = "";

    public CellError? Failure { get; private set; }

    public MimeBundle Last
    {
        get
        {
            lock (_gate) return _shown[^1];
        }
    }

    public List<string> Texts
    {
        get
        {
            lock (_gate) return [.. _shown.Select(s => s["text/plain"]!)];
        }
    }

    public void Begin() => _watch.Restart();

    public void End() => _watch.Stop();

    public void Display(MimeBundle data, string? displayId = null)
    {
        lock (_gate)
        {
            Displays++;
            _shown.Add(data);
        }
    }

    public void UpdateDisplay(MimeBundle data, string displayId)
    {
        lock (_gate)
        {
            Updates++;
            _shown.Add(data);
        }
    }

    public void Write(StandardStream stream, string text) => Printed += text;

    public void Result(MimeBundle data) { }

    public void Error(CellError error) => Failure = error;

    public void ClearOutput(bool wait) { }

    public Task<string> ReadInputAsync(string prompt, bool password, CancellationToken cancellation) =>
        throw new InputUnavailableException("Nobody is here to answer.");
}
