using Qiansi.Contracts;
using Qiansi.Jupyter;

namespace Qiansi.Kernel.Connect;

/// <summary>Passes what a connected kernel puts out on to the cell that its block stands in.</summary>
/// <param name="context">The cell.</param>
/// <param name="isLast">Whether the block's value is the cell's; else it is only shown.</param>
internal sealed class ForwardingSink(ICellContext context, bool isLast) : IOutputSink
{
    /// <summary>The error the block ended with, if any.</summary>
    public CellError? Failure { get; private set; }

    public void Write(StandardStream stream, string text) => context.Output.Write(stream, text);

    public void Display(MimeBundle data, string? displayId = null) => context.Output.Display(data, displayId);

    public void UpdateDisplay(MimeBundle data, string displayId) => context.Output.UpdateDisplay(data, displayId);

    public void Result(MimeBundle data)
    {
        if (isLast) context.Output.Result(data);
        else context.Output.Display(data);
    }

    public void Error(CellError error)
    {
        Failure = error;
        context.Output.Error(error);
    }

    public void ClearOutput(bool wait) => context.Output.ClearOutput(wait);

    public async Task<string> ReadInputAsync(string prompt, bool password, CancellationToken cancellation)
    {
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellation, context.Cancellation);
        return await context.Output.ReadInputAsync(prompt, password, either.Token);
    }
}
