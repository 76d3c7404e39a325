using Qiansi.Contracts;
using Qiansi.Jupyter;
using Qiansi.Jupyter.Messages;

namespace Qiansi.Kernel;

/// <summary>One cell's outputs on their way to iopub.</summary>
internal sealed class CellSink(Message request, IopubPublisher iopub, InputChannel input) : IOutputSink
{
    /// <summary>The cell's number, shown with its result.</summary>
    public int ExecutionCount { get; init; }

    /// <summary>No result is shown.</summary>
    public bool Silent { get; init; }

    /// <summary>Whether the front end answers questions.</summary>
    public bool AllowStdin { get; init; }

    /// <summary>The error the cell ended with, if any.</summary>
    public CellError? Failure { get; private set; }

    /// <summary>The result as text, for the history.</summary>
    public string? ResultText { get; private set; }

    /// <summary>Code for cells below this one.</summary>
    public List<string> Offered { get; } = [];

    public void Write(StandardStream stream, string text) => iopub.Write(request.Header, stream, text);

    public void Display(MimeBundle data, string? displayId = null) =>
        iopub.Publish(request.Header, new DisplayData(data) { DisplayId = displayId });

    public void UpdateDisplay(MimeBundle data, string displayId) =>
        iopub.Publish(request.Header, new UpdateDisplayData(data) { DisplayId = displayId });

    public void Result(MimeBundle data)
    {
        ResultText = data["text/plain"];
        if (!Silent) iopub.Publish(request.Header, new ExecuteResult(data, ExecutionCount));
    }

    public void Error(CellError error)
    {
        Failure = error;
        iopub.Publish(request.Header, new ErrorContent(error.Name, error.Message, Traceback.Colour(error)));
    }

    public void ClearOutput(bool wait) => iopub.Publish(request.Header, new ClearOutput(wait));

    public bool OfferCode(string code)
    {
        lock (Offered) Offered.Add(code);
        return true;
    }

    public Task<string> ReadInputAsync(string prompt, bool password, CancellationToken cancellation) => AllowStdin
        ? input.AskAsync(request, prompt, password, cancellation)
        : Task.FromException<string>(
            new InputUnavailableException("The front end that runs this cell does not allow input (allow_stdin is false)."));
}
