using Qiansi.Contracts;

namespace Qiansi.Charts.Tests;

/// <summary>Keeps what a cell puts out.</summary>
internal sealed class RecordingSink : IOutputSink
{
    private readonly Lock _gate = new();

    public MimeBundle? Value { get; private set; }

    public CellError? Failure { get; private set; }

    public List<MimeBundle> Shown { get; } = [];

    public void Write(StandardStream stream, string text)
    {
    }

    public void Display(MimeBundle data, string? displayId = null)
    {
        lock (_gate) Shown.Add(data);
    }

    public void UpdateDisplay(MimeBundle data, string displayId) => Display(data, displayId);

    public void Result(MimeBundle data) => Value = data;

    public void Error(CellError error) => Failure = error;

    public void ClearOutput(bool wait)
    {
    }

    public Task<string> ReadInputAsync(string prompt, bool password, CancellationToken cancellation) => throw new InputUnavailableException("Nobody is here to answer.");
}
