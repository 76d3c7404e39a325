using System.Collections;
using static Qiansi.torch;

namespace Qiansi.Modules;

/// <summary>Modules in a list, registered under their places: 0, 1, 2, …</summary>
/// <typeparam name="T">The type of the modules.</typeparam>
public sealed class ModuleList<T> : nn.Module, IList<T> where T : nn.Module
{
    private readonly List<T> list = [];

    /// <summary>A list of these modules.</summary>
    public ModuleList(params T[] modules) : base("ModuleList") => extend(modules);

    /// <summary>The module at a place.</summary>
    public T this[int index]
    {
        get => list[index];
        set
        {
            list[index] = value;
            Renumber();
        }
    }

    /// <summary>How many modules there are.</summary>
    public int Count => list.Count;

    /// <summary>False.</summary>
    public bool IsReadOnly => false;

    /// <summary>Puts a module at the end.</summary>
    public void Add(T item) => extend([item]);

    /// <summary>Puts modules at the end.</summary>
    public void append(params T[] parameters) => extend(parameters);

    /// <summary>Puts modules at the end.</summary>
    public void extend(IEnumerable<T> modules)
    {
        list.AddRange(modules);
        Renumber();
    }

    /// <summary>Takes all modules out.</summary>
    public void Clear()
    {
        list.Clear();
        Renumber();
    }

    /// <summary>Whether a module is in the list.</summary>
    public bool Contains(T item) => list.Contains(item);

    /// <summary>Copies the modules.</summary>
    public void CopyTo(T[] array, int arrayIndex) => list.CopyTo(array, arrayIndex);

    /// <summary>Goes through the modules.</summary>
    public IEnumerator<T> GetEnumerator() => list.GetEnumerator();

    /// <summary>The place of a module; −1 when it is not in the list.</summary>
    public int IndexOf(T item) => list.IndexOf(item);

    /// <summary>Puts a module at a place.</summary>
    public void Insert(int index, T item)
    {
        list.Insert(index, item);
        Renumber();
    }

    /// <summary>Takes a module out.</summary>
    public bool Remove(T item)
    {
        var removed = list.Remove(item);
        Renumber();
        return removed;
    }

    /// <summary>Takes the module at a place out.</summary>
    public void RemoveAt(int index)
    {
        list.RemoveAt(index);
        Renumber();
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    private void Renumber()
    {
        ClearModules();
        for (var i = 0; i < list.Count; i++) register_module(i.ToString(System.Globalization.CultureInfo.InvariantCulture), list[i]);
    }
}
