using System.Collections;

namespace Qiansi.Snl;

/// <summary>
/// A list in pieces of at most 4,096 references. One large array would be born among the oldest objects, where the garbage collector seldom
/// looks: when the program it belongs to is dropped, it would keep all of it for long.
/// </summary>
internal sealed class PiecewiseList<T> : IReadOnlyList<T>
    where T : class
{
    private const int Bits = 12, Size = 1 << Bits;

    private readonly List<List<T>> _pieces = [];

    public int Count => _pieces.Count == 0 ? 0 : ((_pieces.Count - 1) << Bits) + _pieces[^1].Count;

    public T this[int index] => _pieces[index >> Bits][index & (Size - 1)];

    public void Add(T item)
    {
        if (_pieces.Count == 0 || _pieces[^1].Count == Size) _pieces.Add([]);
        _pieces[^1].Add(item);
    }

    public IEnumerator<T> GetEnumerator() => _pieces.SelectMany(p => p).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
