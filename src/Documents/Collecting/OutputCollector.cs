using Qiansi.Contracts;

namespace Qiansi.Documents.Collecting;

/// <summary>The outputs of one run of a cell, as Jupyter front ends would gather them: neighbouring text of a stream joins,
/// displays are updated in place, within <see cref="OutputLimits"/>.</summary>
/// <remarks>May be called from any thread. Made by <see cref="NotebookOutputs.Collect"/>.</remarks>
public sealed class OutputCollector : IOutputSink
{
    private readonly NotebookOutputs _notebook;
    private readonly OutputLimits _limits;
    private OutputList _list;
    private bool _clearBeforeNext;

    internal OutputCollector(Cell cell, NotebookOutputs notebook, OutputLimits limits)
    {
        Cell = cell;
        _notebook = notebook;
        _limits = limits;
        _list = new OutputList(limits, notebook.Forget);
    }

    /// <summary>The cell that runs.</summary>
    public Cell Cell { get; }

    /// <summary>Whether the run has reported an error.</summary>
    public bool HasError { get; private set; }

    /// <inheritdoc />
    public void Write(StandardStream stream, string text)
    {
        if (text.Length == 0) return;
        lock (_notebook.Gate)
        {
            ClearIfDue();
            _list.Write(stream == StandardStream.Output ? "stdout" : "stderr", text);
        }
    }

    /// <inheritdoc />
    /// <remarks>What was shown under the same id before changes too, as Jupyter has it.</remarks>
    public void Display(MimeBundle data, string? displayId = null)
    {
        lock (_notebook.Gate)
        {
            ClearIfDue();
            var item = new DataItem(data, displayId, isResult: false);
            if (displayId is not null)
            {
                UpdateDisplay(data, displayId);
                _notebook.Register(displayId, item);
            }

            _list.Add(item);
        }
    }

    /// <inheritdoc />
    public void UpdateDisplay(MimeBundle data, string displayId)
    {
        lock (_notebook.Gate)
            foreach (var item in _notebook.Find(displayId)) item.Data = data;
    }

    /// <inheritdoc />
    public void Result(MimeBundle data) => Add(new DataItem(data, null, isResult: true));

    /// <inheritdoc />
    public void Error(CellError error)
    {
        HasError = true;
        Add(new ErrorItem(error));
    }

    /// <inheritdoc />
    public void ClearOutput(bool wait)
    {
        lock (_notebook.Gate)
        {
            _clearBeforeNext = true;
            if (!wait) ClearIfDue();
        }
    }

    /// <inheritdoc />
    /// <exception cref="InputUnavailableException">Always: a collector has nobody to ask.</exception>
    public Task<string> ReadInputAsync(string prompt, bool password, CancellationToken cancellation) => Task.FromException<string>(
        new InputUnavailableException($"The cell asks for input (\"{prompt}\"), but this run has nobody to ask. "
            + "Open the notebook in a front end, or make the value a parameter."));

    /// <summary>Gives the cell the outputs collected so far.</summary>
    internal void Apply() => Cell.Outputs = _list.ToOutputs(Cell.ExecutionCount);

    /// <summary>Lets go of the displays, as a new run of the cell begins.</summary>
    internal void Forget() => _list.Clear();

    private void Add(OutputItem item)
    {
        lock (_notebook.Gate)
        {
            ClearIfDue();
            _list.Add(item);
        }
    }

    private void ClearIfDue()
    {
        if (!_clearBeforeNext) return;
        _clearBeforeNext = false;
        _list.Clear();
        _list = new OutputList(_limits, _notebook.Forget);
    }
}
