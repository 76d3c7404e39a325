using Qiansi.Contracts;
using Qiansi.Documents.Collecting;
using Qiansi.Tool.Progress;

namespace Qiansi.Tool.Running;

/// <summary>Outputs of a running cell on their way into the document; its questions go to the person, when there is one.</summary>
internal sealed class CellSink(OutputCollector collector, RunProgress progress) : IOutputSink
{
    private const int LongestPrompt = 200;

    // What a program writes before Console.ReadLine, without ending the line, is its question.
    private volatile string _line = "";

    /// <summary>The last error the cell reported, or null.</summary>
    public CellError? LastError { get; private set; }

    /// <inheritdoc />
    public void Write(StandardStream stream, string text)
    {
        collector.Write(stream, text);
        progress.Printed(text);
        if (stream == StandardStream.Output) KeepLine(text);
    }

    /// <inheritdoc />
    public void Display(MimeBundle data, string? displayId = null)
    {
        collector.Display(data, displayId);
        Tell(data);
    }

    /// <inheritdoc />
    public void UpdateDisplay(MimeBundle data, string displayId) => collector.UpdateDisplay(data, displayId);

    /// <inheritdoc />
    public void Result(MimeBundle data)
    {
        collector.Result(data);
        Tell(data);
    }

    /// <inheritdoc />
    public void Error(CellError error)
    {
        LastError = error;
        collector.Error(error);
    }

    /// <inheritdoc />
    public void ClearOutput(bool wait) => collector.ClearOutput(wait);

    /// <inheritdoc />
    public async Task<string> ReadInputAsync(string prompt, bool password, CancellationToken cancellation)
    {
        // What the cell printed comes over another channel than its question, and may be a moment behind.
        for (var wait = 0; prompt.Length == 0 && _line.Length == 0 && wait < 20; wait++) await Task.Delay(10, cancellation);
        return await progress.AskAsync(prompt.Length > 0 ? prompt : _line, password, cancellation);
    }

    private void Tell(MimeBundle data)
    {
        if (data["text/plain"] is { Length: > 0 } text) progress.Printed(text.EndsWith('\n') ? text : text + "\n");
    }

    private void KeepLine(string text)
    {
        var lineEnd = text.LastIndexOf('\n');
        _line = lineEnd < 0 ? _line + text : text[(lineEnd + 1)..];
        if (_line.Length > LongestPrompt) _line = _line[^LongestPrompt..];
    }
}
