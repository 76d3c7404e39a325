namespace Qiansi.Snl.Semantics;

/// <summary>A record.</summary>
/// <param name="fields">Its fields, in order, one after the other in memory.</param>
public sealed class RecordType(IReadOnlyList<RecordField> fields) : SnlType
{
    /// <summary>Its fields.</summary>
    public IReadOnlyList<RecordField> Fields { get; } = fields;

    /// <inheritdoc/>
    public override int Size { get; } = fields.Sum(f => f.Type.Size);

    /// <summary>The field of a name, in any case, or null.</summary>
    public RecordField? Find(string name)
    {
        foreach (var field in Fields)
        {
            if (field.Name.Equals(name, StringComparison.OrdinalIgnoreCase)) return field;
        }

        return null;
    }

    /// <inheritdoc/>
    public override bool IsSameAs(SnlType other) => ReferenceEquals(this, other) || other is RecordType r && r.Fields.Count == Fields.Count
        && r.Fields.Zip(Fields).All(p =>
            p.First.Name.Equals(p.Second.Name, StringComparison.OrdinalIgnoreCase) && p.First.Type.IsSameAs(p.Second.Type));

    /// <inheritdoc/>
    public override string ToString() => $"record {string.Concat(Fields.Select(f => $"{f.Type} {f.Name}; "))}end";
}
