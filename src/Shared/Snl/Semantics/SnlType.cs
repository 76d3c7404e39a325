namespace Qiansi.Snl.Semantics;

/// <summary>A type. Two types are the same when they are built the same way (structural equivalence).</summary>
public abstract class SnlType
{
    /// <summary>The type of integers: 32 bits, two's complement.</summary>
    public static SnlType Integer { get; } = new ScalarType("integer");

    /// <summary>The type of characters.</summary>
    public static SnlType Char { get; } = new ScalarType("char");

    /// <summary>Words of memory a value takes.</summary>
    public abstract int Size { get; }

    /// <summary>Whether a value is one word: an integer or a character.</summary>
    public bool IsScalar => this is ScalarType;

    /// <summary>Whether both are built the same way.</summary>
    public virtual bool IsSameAs(SnlType other) => ReferenceEquals(this, other);

    private sealed class ScalarType(string name) : SnlType
    {
        public override int Size => 1;

        public override string ToString() => name;
    }
}
