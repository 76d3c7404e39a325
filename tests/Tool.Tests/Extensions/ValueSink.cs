using Qiansi.Contracts;

namespace Qiansi.Tool.Tests.Extensions;

/// <summary>Keeps a cell's value and error.</summary>
internal sealed class ValueSink : IOutputSink
{
    public MimeBundle? Value { get; private set; }

    public CellError? Failure { get; private set; }

    public void Write(StandardStream stream, string text) { }

    public void Display(MimeBundle data, string? displayId = null) { }

    public void UpdateDisplay(MimeBundle data, string displayId) { }

    public void Result(MimeBundle data) => Value = data;

    public void Error(CellError error) => Failure = error;

    public void ClearOutput(bool wait) { }

    public Task<string> ReadInputAsync(string prompt, bool password, CancellationToken cancellation) =>
        throw new InputUnavailableException("Nobody is here to answer.");
}
