namespace Qiansi.Documents.Collecting;

/// <summary>Collects what the cells of a notebook put out while it runs.</summary>
/// <param name="limits">How much of a cell's output is kept; <see cref="OutputLimits.Default"/> when null.</param>
public sealed class NotebookOutputs(OutputLimits? limits = null)
{
    private readonly List<OutputCollector> _collectors = [];
    private readonly Dictionary<string, List<DataItem>> _displays = [];

    /// <summary>Guards all collectors: an update from one cell may reach into another.</summary>
    internal Lock Gate { get; } = new();

    /// <summary>A sink for a run of a cell. Until <see cref="Apply"/> the cell keeps the outputs it has.</summary>
    public OutputCollector Collect(Cell cell)
    {
        lock (Gate)
        {
            var collector = new OutputCollector(cell, this, limits ?? OutputLimits.Default);
            foreach (var earlier in _collectors.Where(c => c.Cell == cell)) earlier.Forget();
            _collectors.RemoveAll(c => c.Cell == cell);
            _collectors.Add(collector);
            return collector;
        }
    }

    /// <summary>Gives the cells the outputs collected so far; may be called again when background work or updates of
    /// displays have added to them.</summary>
    public void Apply()
    {
        lock (Gate)
            foreach (var collector in _collectors) collector.Apply();
    }

    internal void Register(string displayId, DataItem item)
    {
        if (!_displays.TryGetValue(displayId, out var items)) _displays[displayId] = items = [];
        items.Add(item);
    }

    internal void Forget(string displayId, DataItem item)
    {
        if (!_displays.TryGetValue(displayId, out var items)) return;
        items.Remove(item);
        if (items.Count == 0) _displays.Remove(displayId);
    }

    internal IReadOnlyList<DataItem> Find(string displayId) => _displays.TryGetValue(displayId, out var items) ? items : [];
}
