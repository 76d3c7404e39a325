namespace Qiansi.Engine.Tests.Packages;

/// <summary>Keeps reports, from any thread, in their order.</summary>
internal sealed class Recorder : IProgress<string>
{
    private readonly List<string> _lines = [];

    public List<string> Lines { get { lock (_lines) return _lines; } }

    public void Report(string value)
    {
        lock (_lines) _lines.Add(value);
    }
}

/// <summary>A clock that stands until it is set.</summary>
internal sealed class FakeClock : TimeProvider
{
    public DateTimeOffset Now { get; set; } = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

    public override DateTimeOffset GetUtcNow() => Now;
}
