using System.Collections;
using static Qiansi.torch;

namespace Qiansi.Modules;

/// <summary>Parameters in a list, registered under their places: 0, 1, 2, …</summary>
public sealed class ParameterList : nn.Module, IList<Parameter>
{
    private readonly List<Parameter> list = [];

    /// <summary>A list of these parameters.</summary>
    public ParameterList(params Parameter[] parameters) : base("ParameterList") => extend(parameters);

    /// <summary>The parameter at a place.</summary>
    public Parameter this[int index]
    {
        get => list[index];
        set
        {
            list[index] = value;
            Renumber();
        }
    }

    /// <summary>How many parameters there are.</summary>
    public int Count => list.Count;

    /// <summary>False.</summary>
    public bool IsReadOnly => false;

    /// <summary>Puts a parameter at the end.</summary>
    public void Add(Parameter item) => extend([item]);

    /// <summary>Puts parameters at the end.</summary>
    public void append(params Parameter[] parameters) => extend(parameters);

    /// <summary>Puts parameters at the end.</summary>
    public void extend(IEnumerable<Parameter> parameters)
    {
        list.AddRange(parameters);
        Renumber();
    }

    /// <summary>Takes all parameters out.</summary>
    public void Clear()
    {
        list.Clear();
        Renumber();
    }

    /// <summary>Whether a parameter is in the list.</summary>
    public bool Contains(Parameter item) => list.Contains(item);

    /// <summary>Copies the parameters.</summary>
    public void CopyTo(Parameter[] array, int arrayIndex) => list.CopyTo(array, arrayIndex);

    /// <summary>Goes through the parameters.</summary>
    public IEnumerator<Parameter> GetEnumerator() => list.GetEnumerator();

    /// <summary>The place of a parameter; −1 when it is not in the list.</summary>
    public int IndexOf(Parameter item) => list.IndexOf(item);

    /// <summary>Puts a parameter at a place.</summary>
    public void Insert(int index, Parameter item)
    {
        list.Insert(index, item);
        Renumber();
    }

    /// <summary>Takes a parameter out.</summary>
    public bool Remove(Parameter item)
    {
        var removed = list.Remove(item);
        Renumber();
        return removed;
    }

    /// <summary>Takes the parameter at a place out.</summary>
    public void RemoveAt(int index)
    {
        list.RemoveAt(index);
        Renumber();
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    private void Renumber()
    {
        ClearParameters();
        for (var i = 0; i < list.Count; i++) register_parameter(i.ToString(System.Globalization.CultureInfo.InvariantCulture), list[i]);
    }
}
