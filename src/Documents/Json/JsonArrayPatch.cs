namespace Qiansi.Documents.Json;

/// <summary>An array that was read, given again element by element.</summary>
/// <param name="origin">The array as read; null for a new one.</param>
internal sealed class JsonArrayPatch(JsonText? origin) : JsonTextPatch(origin)
{
    private readonly JsonText? _origin = origin;
    private readonly Dictionary<JsonText, int> _places =
        (origin?.Entries ?? []).Select((e, i) => (e.Value, i)).ToDictionary(p => p.Value, p => p.i);

    /// <inheritdoc />
    protected override (string Open, string Close) Brackets => ("[", "]");

    /// <summary>Appends an element; the entry is given when it was one of the array's, the writer when it is new or changed.</summary>
    public void Add(JsonText.Entry? old, Action<JsonTextWriter, int>? write)
    {
        var place = Parts.Count;
        Changed |= write is not null || old is null || _origin is null || place >= _origin.Entries.Count
            || _origin.Entries[place].Head != old.Value.Head;
        Parts.Add(new(old, null, write));
    }

    /// <summary>Appends an element that was read from somewhere, with its changes.</summary>
    /// <param name="element">The element as read, of this array or of another; null when it is new.</param>
    /// <param name="patch">What to write for it.</param>
    public void Add(JsonText? element, JsonTextPatch patch)
    {
        JsonText.Entry? old = element is not null && _places.TryGetValue(element, out var place) ? _origin!.Entries[place] : null;
        Add(old, old is null || patch.Changed ? patch.Write : null);
    }

    /// <summary>Says that all elements were added, so that a shorter array counts as changed.</summary>
    public JsonTextPatch Complete()
    {
        Changed |= Parts.Count != _origin?.Entries.Count;
        return this;
    }

    /// <summary>An array of the given items; those that open and close it and are already there stay as they stand.</summary>
    /// <param name="origin">The array as read.</param>
    /// <param name="items">What it should hold.</param>
    /// <param name="same">Whether an element says what an item says.</param>
    /// <param name="write">Writes an item at a depth; given the element it replaces when one stands in the same place.</param>
    public static JsonTextPatch Align<T>(
        JsonText origin, IReadOnlyList<T> items, Func<JsonText, T, bool> same, Action<JsonTextWriter, int, JsonText?, T> write)
    {
        var old = origin.Entries;
        var head = 0;
        while (head < old.Count && head < items.Count && same(old[head].Value, items[head])) head++;
        var tail = 0;
        while (tail < old.Count - head && tail < items.Count - head && same(old[^(tail + 1)].Value, items[^(tail + 1)])) tail++;
        var patch = new JsonArrayPatch(origin);
        for (var i = 0; i < items.Count; i++)
        {
            var item = items[i];
            if (i < head) patch.Add(old[i], null);
            else if (i >= items.Count - tail) patch.Add(old[old.Count - items.Count + i], null);
            else if (i < old.Count - tail) patch.Add(old[i], WriteOver(old[i].Value, item));
            else patch.Add(null, WriteOver(null, item));
        }

        return patch.Complete();

        Action<JsonTextWriter, int> WriteOver(JsonText? element, T item) => (writer, depth) => write(writer, depth, element, item);
    }
}
