using System.Text;
using Qiansi.Contracts;

namespace Qiansi.Engine.Tests;

/// <summary>Keeps what a cell produces, in order, for assertions.</summary>
internal sealed class RecordingSink : IOutputSink
{
    private readonly StringBuilder _streams = new();
    private readonly List<MimeBundle> _displays = [];

    public string Streams
    {
        get
        {
            lock (_streams) return _streams.ToString();
        }
    }

    public IReadOnlyList<MimeBundle> Displays => _displays;

    public MimeBundle? Value { get; private set; }

    public CellError? Failure { get; private set; }

    public Func<string, Task<string>> Answer { get; init; } = _ => throw new InputUnavailableException("Nobody is here to answer.");

    public string Text => Value?["text/plain"] ?? "";

    public void Write(StandardStream stream, string text)
    {
        lock (_streams) _streams.Append(text);
    }

    public void Display(MimeBundle data, string? displayId = null) => _displays.Add(data);

    public void UpdateDisplay(MimeBundle data, string displayId) => _displays.Add(data);

    public void Result(MimeBundle data) => Value = data;

    public void Error(CellError error) => Failure = error;

    public void ClearOutput(bool wait)
    {
        lock (_streams) _streams.Clear();
    }

    public Task<string> ReadInputAsync(string prompt, bool password, CancellationToken cancellation) => Answer(prompt).WaitAsync(cancellation);
}
