using System.Collections;

namespace Qiansi.Modules;

/// <summary>A module that is a list of its parts, registered under their places: 0, 1, 2, …</summary>
/// <typeparam name="T">Modules or parameters.</typeparam>
public abstract class RegisteredList<T> : nn.Module, IList<T> where T : class
{
    private readonly List<T> list = [];

    private protected RegisteredList(string name, T[] items) : base(name) => AddAll(items);

    /// <summary>The part at a place.</summary>
    public T this[int index]
    {
        get => list[index];
        set
        {
            list[index] = value;
            Renumber();
        }
    }

    /// <summary>How many parts there are.</summary>
    public int Count => list.Count;

    /// <summary>False.</summary>
    public bool IsReadOnly => false;

    /// <summary>Puts a part at the end.</summary>
    public void Add(T item) => AddAll([item]);

    /// <summary>Puts parts at the end.</summary>
    public void append(params T[] parameters) => AddAll(parameters);

    private protected void AddAll(IEnumerable<T> items)
    {
        list.AddRange(items);
        Renumber();
    }

    /// <summary>Takes all parts out.</summary>
    public void Clear()
    {
        list.Clear();
        Renumber();
    }

    /// <summary>Whether a part is in the list.</summary>
    public bool Contains(T item) => list.Contains(item);

    /// <summary>Copies the parts.</summary>
    public void CopyTo(T[] array, int arrayIndex) => list.CopyTo(array, arrayIndex);

    /// <summary>Goes through the parts.</summary>
    public IEnumerator<T> GetEnumerator() => list.GetEnumerator();

    /// <summary>The place of a part; −1 when it is not in the list.</summary>
    public int IndexOf(T item) => list.IndexOf(item);

    /// <summary>Puts a part at a place.</summary>
    public void Insert(int index, T item)
    {
        list.Insert(index, item);
        Renumber();
    }

    /// <summary>Takes a part out.</summary>
    public bool Remove(T item)
    {
        var removed = list.Remove(item);
        Renumber();
        return removed;
    }

    /// <summary>Takes the part at a place out.</summary>
    public void RemoveAt(int index)
    {
        list.RemoveAt(index);
        Renumber();
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <summary>Registers a part under its place.</summary>
    private protected abstract void Register(string place, T item);

    private void Renumber()
    {
        ClearModules();
        ClearParameters();
        for (var i = 0; i < list.Count; i++) Register(i.ToString(System.Globalization.CultureInfo.InvariantCulture), list[i]);
    }
}
