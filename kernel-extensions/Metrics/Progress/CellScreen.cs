using Qiansi.Contracts;

namespace Qiansi.Metrics;

/// <summary>Bars below a cell: one display that is updated, and stays in the file as it was last.</summary>
/// <param name="output">The cell's output.</param>
internal sealed class CellScreen(IOutputSink output) : IProgressScreen
{
    private string? _id;

    /// <inheritdoc />
    public bool KeepsLines => true;

    /// <inheritdoc />
    public void Show(ProgressView view, bool isFinal)
    {
        var data = new MimeBundle { { "text/html", BarHtml.Write(view) }, { "text/plain", BarText.Write(view) } };
        if (_id is null) output.Display(data, _id = "progress-" + Guid.NewGuid().ToString("N"));
        else output.UpdateDisplay(data, _id);
        if (isFinal) _id = null;
    }

    /// <inheritdoc />
    public void WriteLine(string text) => output.Write(StandardStream.Output, text + "\n");
}
