using Qiansi.Contracts;

namespace Qiansi.Metrics.Tests.Doubles;

/// <summary>A cell, its session and its sink: counts what is shown and lets a test end and close it.</summary>
internal sealed class FakeCell : ICellContext, ISession, IOutputSink
{
    private readonly CancellationTokenSource _ended = new();
    private readonly CancellationTokenSource _closed = new();
    private readonly List<(string? Id, MimeBundle Data)> _shown = [];

    public bool IsBatch { get; init; }

    public IOutputSink Output => this;

    public CancellationToken Cancellation => CancellationToken.None;

    public CancellationToken Ended => _ended.Token;

    public CancellationToken Closed => _closed.Token;

    public ISession Session => this;

    public string Printed { get; private set; } = "";

    /// <summary>Displays and their updates, in order.</summary>
    public IReadOnlyList<(string? Id, MimeBundle Data)> Shown
    {
        get
        {
            lock (_shown) return [.. _shown];
        }
    }

    /// <summary>Threads that updates came from.</summary>
    public HashSet<int> UpdatingThreads { get; } = [];

    public List<IDirective> Added { get; } = [];

    public IReadOnlyList<ILanguageKernel> Languages => [];

    public IReadOnlyList<IDirective> Directives => Added;

    public string WorkingDirectory => Environment.CurrentDirectory;

    public void End() => _ended.Cancel();

    public void Close() => _closed.Cancel();

    /// <summary>Waits until so much was shown.</summary>
    public async Task<IReadOnlyList<(string? Id, MimeBundle Data)>> WaitForAsync(int count)
    {
        await Eventually.HoldsAsync(() => Shown.Count >= count, what: $"{count} displays and updates");
        return Shown;
    }

    public void Display(MimeBundle data, string? displayId = null)
    {
        lock (_shown) _shown.Add((displayId, data));
    }

    public void UpdateDisplay(MimeBundle data, string displayId)
    {
        lock (_shown)
        {
            _shown.Add((displayId, data));
            UpdatingThreads.Add(Environment.CurrentManagedThreadId);
        }
    }

    public void Write(StandardStream stream, string text) => Printed += text;

    public MimeBundle Render(object? value, params IReadOnlyList<string> mediaTypes) => throw new NotSupportedException();

    public void Result(MimeBundle data) => throw new NotSupportedException();

    public void Error(CellError error) => throw new NotSupportedException();

    public void ClearOutput(bool wait) => throw new NotSupportedException();

    public Task<string> ReadInputAsync(string prompt, bool password, CancellationToken cancellation) => throw new NotSupportedException();

    public void Add(ILanguageKernel language) => throw new NotSupportedException();

    public void Add(IDirective directive) => Added.Add(directive);

    public ILanguageKernel? FindLanguage(string name) => null;

    public Task<CellStatus> ExecuteNestedAsync(string source, string? language, string name, ICellContext context) =>
        throw new NotSupportedException();
}
