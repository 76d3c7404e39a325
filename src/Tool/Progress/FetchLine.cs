using Qiansi.Data.Fetching;
using Spectre.Console;

namespace Qiansi.Tool.Progress;

/// <summary>Shows how far a fetch is: a line that is redrawn on a terminal, one line a step elsewhere.</summary>
internal sealed class FetchLine(IAnsiConsole console) : IProgress<FetchProgress>, IDisposable
{
    private readonly Lock _gate = new();
    private LiveLine? _line;
    private string _text = "";

    /// <inheritdoc/>
    public void Report(FetchProgress value)
    {
        lock (_gate)
        {
            var text = value.Text;
            if (console.Profile.Out.IsTerminal)
            {
                if (value.Total > 0) text += $" ({100 * value.Done / value.Total} %)";
                if (text == _text) return;
                _line?.Dispose();
                _line = new LiveLine(console, text);
            }
            else if (text != _text)
            {
                console.WriteLine(text);
            }

            _text = text;
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        lock (_gate) _line?.Dispose();
        _line = null;
    }
}
