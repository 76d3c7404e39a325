namespace Qiansi.Documents.Json;

/// <summary>An object that was read, with some of its members set, added or taken away.</summary>
internal sealed class JsonObjectPatch : JsonTextPatch
{
    /// <param name="origin">The object as read; null for a new one.</param>
    public JsonObjectPatch(JsonText? origin)
        : base(origin) => Parts.AddRange((origin?.Entries ?? []).Select(e => new Part(e, e.Name, null)));

    /// <inheritdoc />
    protected override (string Open, string Close) Brackets => ("{", "}");

    /// <summary>Sets a member. A new one goes where the order of names wants it when the object is in that order,
    /// else to the end.</summary>
    public void Set(string name, Action<JsonTextWriter, int> write)
    {
        Changed = true;
        var at = Parts.FindIndex(p => p.Name == name);
        if (at >= 0)
        {
            Parts[at] = Parts[at] with { Write = write };
            for (var again = Parts.Count - 1; again > at; again--)
                if (Parts[again].Name == name) Parts.RemoveAt(again);
            return;
        }

        var sorted = Parts.Zip(Parts.Skip(1)).All(p => string.CompareOrdinal(p.First.Name, p.Second.Name) < 0);
        var before = sorted ? Parts.FindIndex(p => string.CompareOrdinal(p.Name, name) > 0) : -1;
        Parts.Insert(before < 0 ? Parts.Count : before, new(null, name, write));
    }

    /// <summary>Takes a member away.</summary>
    public void Remove(string name) => Changed |= Parts.RemoveAll(p => p.Name == name) > 0;
}
