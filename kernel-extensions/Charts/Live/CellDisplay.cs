using Qiansi.Contracts;
using Qiansi.Runtime;

namespace Qiansi.Charts.Live;

/// <summary>A place below the running cell.</summary>
internal sealed class CellDisplay(ICellContext cell) : ILiveDisplay
{
    private readonly string _id = Guid.NewGuid().ToString("N");
    private bool _isShown;

    public bool IsInterrupted => cell.Cancellation.IsCancellationRequested;

    /// <summary>A place below the cell that runs; on the console when none does.</summary>
    public static ILiveDisplay Open() => CurrentCell.Context is { } cell ? new CellDisplay(cell) : new ConsoleDisplay();

    public void Show(MimeBundle bundle)
    {
        if (_isShown) cell.Output.UpdateDisplay(bundle, _id);
        else cell.Output.Display(bundle, _id);
        _isShown = true;
    }

    /// <summary>A program of one's own: the words are printed, once.</summary>
    private sealed class ConsoleDisplay : ILiveDisplay
    {
        public bool IsInterrupted => false;

        public void Show(MimeBundle bundle)
        {
            if (bundle[Output.ChartBundle.Plotly] is not null) Console.WriteLine(bundle["text/plain"]);
        }
    }
}
