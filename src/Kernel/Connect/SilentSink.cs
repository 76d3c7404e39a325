using Qiansi.Contracts;
using Qiansi.Jupyter;

namespace Qiansi.Kernel.Connect;

/// <summary>Takes no notice of what our own code in another kernel puts out.</summary>
internal sealed class SilentSink : IOutputSink
{
    public void Write(StandardStream stream, string text)
    {
    }

    public void Display(MimeBundle data, string? displayId = null)
    {
    }

    public void UpdateDisplay(MimeBundle data, string displayId)
    {
    }

    public void Result(MimeBundle data)
    {
    }

    public void Error(CellError error)
    {
    }

    public void ClearOutput(bool wait)
    {
    }

    public Task<string> ReadInputAsync(string prompt, bool password, CancellationToken cancellation) =>
        Task.FromException<string>(new InputUnavailableException("Code that no cell holds cannot ask for input."));
}
