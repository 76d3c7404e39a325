using Qiansi.Contracts;

namespace Qiansi.Jupyter.Client;

/// <summary>Takes no notice of what our own code in another kernel puts out.</summary>
public sealed class SilentSink : IOutputSink
{
    private SilentSink()
    {
    }

    /// <summary>The one there is.</summary>
    public static SilentSink Instance { get; } = new();

    /// <inheritdoc />
    public void Write(StandardStream stream, string text)
    {
    }

    /// <inheritdoc />
    public void Display(MimeBundle data, string? displayId = null)
    {
    }

    /// <inheritdoc />
    public void UpdateDisplay(MimeBundle data, string displayId)
    {
    }

    /// <inheritdoc />
    public void Result(MimeBundle data)
    {
    }

    /// <inheritdoc />
    public void Error(CellError error)
    {
    }

    /// <inheritdoc />
    public void ClearOutput(bool wait)
    {
    }

    /// <summary>There is nobody to ask.</summary>
    /// <exception cref="InputUnavailableException">Always.</exception>
    public Task<string> ReadInputAsync(string prompt, bool password, CancellationToken cancellation) =>
        Task.FromException<string>(new InputUnavailableException("Code that no cell holds cannot ask for input."));
}
