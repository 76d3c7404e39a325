namespace Qiansi.Jupyter.Zmtp.Io;

/// <summary>A routing id as a dictionary key, equal by its bytes.</summary>
internal sealed class RoutingKey(ReadOnlyMemory<byte> id) : IEquatable<RoutingKey>
{
    private readonly ReadOnlyMemory<byte> _id = id;

    public bool Equals(RoutingKey? other) => other is not null && _id.Span.SequenceEqual(other._id.Span);

    public override bool Equals(object? obj) => Equals(obj as RoutingKey);

    public override int GetHashCode()
    {
        var hash = new HashCode();
        hash.AddBytes(_id.Span);
        return hash.ToHashCode();
    }
}
