namespace Qiansi.Charts.Rendering.Axes;

/// <summary>The names along an axis, in the order the figure asks for.</summary>
internal sealed class Categories(PlotlyObject? axis)
{
    private readonly List<string> _names = [];
    private readonly Dictionary<string, int> _index = new(StringComparer.Ordinal);
    private bool _isOrdered;

    /// <summary>How many there are.</summary>
    public int Count => _names.Count;

    /// <summary>Takes in the names of a column.</summary>
    public void Add(object? column)
    {
        if (_names.Count == 0 && axis?["categoryarray"] is Array given)
            foreach (var name in given) Add(Text(name));
        if (column is not Array items) return;
        foreach (var item in items) Add(Text(item));
    }

    /// <summary>
    /// The number of a category, NaN for one that is not there; numbers themselves count when no category has their name.
    /// </summary>
    public double IndexOf(object? value)
    {
        Order();
        if (Text(value) is { } name && _index.TryGetValue(name, out var index)) return index;
        return value is double number ? number : double.NaN;
    }

    /// <summary>The name of a category.</summary>
    public string Name(int index) => index >= 0 && index < _names.Count ? PlainWords.Line(_names[index]) : "";

    private void Add(string? name)
    {
        if (name is not null && _index.TryAdd(name, _names.Count)) _names.Add(name);
    }

    private void Order()
    {
        if (_isOrdered) return;
        _isOrdered = true;
        var order = axis.Text("categoryorder");
        if (order is not ("category ascending" or "category descending")) return;
        _names.Sort(StringComparer.Ordinal);
        if (order.EndsWith("descending", StringComparison.Ordinal)) _names.Reverse();
        for (var i = 0; i < _names.Count; i++) _index[_names[i]] = i;
    }

    private static string? Text(object? value) => value switch
    {
        string text => text,
        double number => NumberText.Short(number, 6),
        _ => value?.ToString(),
    };
}
