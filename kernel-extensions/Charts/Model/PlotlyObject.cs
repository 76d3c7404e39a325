using System.Collections;

namespace Qiansi.Charts;

/// <summary>A part of a figure as Plotly describes it: attributes by name, in the order they were set.</summary>
/// <remarks>
/// Arrays, sequences, tensors and anonymous objects are read when they are set; later changes to them do not reach the figure.
/// </remarks>
public class PlotlyObject : IEnumerable<KeyValuePair<string, object?>>
{
    private readonly OrderedDictionary<string, object?> _attributes = new(StringComparer.Ordinal);

    /// <summary>An attribute, null when it is not set; setting null removes it.</summary>
    /// <exception cref="ArgumentException">A chart has no place for the value.</exception>
    public object? this[string name]
    {
        get => _attributes.GetValueOrDefault(name);
        set
        {
            if (PlotlyValue.Of(value, name) is { } known) _attributes[name] = known;
            else _attributes.Remove(name);
        }
    }

    /// <summary>Number of attributes.</summary>
    public int Count => _attributes.Count;

    /// <summary>Sets an attribute.</summary>
    public void Add(string name, object? value) => this[name] = value;

    /// <summary>Takes over all attributes of another; parts within parts are merged.</summary>
    public void Merge(PlotlyObject other)
    {
        foreach (var (name, value) in other)
        {
            if (value is PlotlyObject part && this[name] is PlotlyObject own)
            {
                var merged = own.Copy();
                merged.Merge(part);
                _attributes[name] = merged;
            }
            else
            {
                _attributes[name] = value;
            }
        }
    }

    /// <summary>A copy whose attributes can be set without changing this one; what is in arrays is shared.</summary>
    public PlotlyObject Copy() => CopyInto(new PlotlyObject());

    /// <summary>The part of that name, made when there is none.</summary>
    public PlotlyObject Part(string name)
    {
        if (_attributes.GetValueOrDefault(name) is PlotlyObject part) return part;
        _attributes[name] = part = new PlotlyObject();
        return part;
    }

    /// <inheritdoc />
    public IEnumerator<KeyValuePair<string, object?>> GetEnumerator() => _attributes.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    private protected T CopyInto<T>(T copy) where T : PlotlyObject
    {
        foreach (var (name, value) in _attributes) copy._attributes[name] = value is PlotlyObject part and not Trace ? part.Copy() : value;
        return copy;
    }
}
