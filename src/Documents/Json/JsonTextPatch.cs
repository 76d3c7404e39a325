namespace Qiansi.Documents.Json;

/// <summary>A container that was read, with some of its entries replaced: everything else, white space too,
/// is written as it stood.</summary>
/// <param name="origin">The container as read; null when everything is new.</param>
internal abstract class JsonTextPatch(JsonText? origin)
{
    /// <summary>An entry to write.</summary>
    /// <param name="Old">The entry as read, if it was.</param>
    /// <param name="Name">The member's name; null in an array.</param>
    /// <param name="Write">Writes the new value at a depth; null when the old one stays.</param>
    protected readonly record struct Part(JsonText.Entry? Old, string? Name, Action<JsonTextWriter, int>? Write);

    /// <summary>The entries in the order they are written.</summary>
    protected List<Part> Parts { get; } = [];

    /// <summary>Whether anything differs from what was read.</summary>
    public bool Changed { get; protected set; } = origin is null;

    /// <summary>The opening and the closing bracket.</summary>
    protected abstract (string Open, string Close) Brackets { get; }

    /// <summary>Writes the container.</summary>
    /// <param name="writer">Where it goes.</param>
    /// <param name="depth">How deep the container stands.</param>
    public void Write(JsonTextWriter writer, int depth)
    {
        var own = origin is not null && writer.IsOwn(origin) ? origin : null;
        if (origin is not null && !Changed)
        {
            writer.Text(origin, depth);
            return;
        }

        writer.Raw(Brackets.Open);
        for (var i = 0; i < Parts.Count; i++)
        {
            if (i > 0) writer.Raw(",");
            Lead(writer, own, i, depth);
            var (old, name, write) = Parts[i];
            if (own is not null && old is { } entry) writer.Raw(own.File.AsSpan(entry.Head, entry.Value.Start - entry.Head));
            else if (name is not null) writer.Name(name);
            if (write is not null) write(writer, depth + 1);
            else writer.Text(old!.Value.Value, depth + 1);
            Trail(writer, own, i, depth);
        }

        writer.Raw(Brackets.Close);
    }

    /// <summary>White space before a part: its own where it may keep it, else that of a neighbour in the same role.</summary>
    private void Lead(JsonTextWriter writer, JsonText? own, int index, int depth)
    {
        var entries = own?.Entries ?? [];
        JsonText.Entry? model = index == 0
            ? entries.Count > 0 ? entries[0] : null
            : Parts[index].Old is { } old && entries.Count > 0 && old.Head != entries[0].Head ? old
            : entries.Count > 1 ? entries[1] : null;
        if (model is { } entry) writer.Raw(own!.File.AsSpan(entry.Lead, entry.Head - entry.Lead));
        else if (index > 0 && entries.Count == 1 && writer.Style.NewLine.Length > 0)
            writer.Raw(own!.File.AsSpan(entries[0].Lead, entries[0].Head - entries[0].Lead));
        else writer.Raw(index > 0 && writer.Style.NewLine.Length == 0 ? writer.Style.AfterComma : writer.Style.Break(depth + 1));
    }

    private void Trail(JsonTextWriter writer, JsonText? own, int index, int depth)
    {
        var entries = own?.Entries ?? [];
        var last = index == Parts.Count - 1;
        JsonText.Entry? model = last
            ? entries.Count > 0 ? entries[^1] : null
            : Parts[index].Old is { } old && entries.Count > 0 && old.Head != entries[^1].Head ? old : null;
        if (model is { } entry) writer.Raw(own!.File.AsSpan(entry.Value.End, entry.Trail - entry.Value.End));
        else if (last) writer.Raw(writer.Style.Break(depth));
    }
}
