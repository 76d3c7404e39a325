using System.Numerics;
using Qiansi.Jupyter;

namespace Qiansi.Kernel.Values;

/// <summary>A type of numbers that travel as they lie in memory.</summary>
/// <param name="Name">numpy's name of it.</param>
/// <param name="Type">.NET's type.</param>
/// <param name="Size">Bytes of one.</param>
internal sealed record ElementType(string Name, Type Type, int Size)
{
    /// <summary>All there are; little-endian.</summary>
    public static IReadOnlyList<ElementType> All { get; } =
    [
        new("bool", typeof(bool), 1), new("int8", typeof(sbyte), 1), new("uint8", typeof(byte), 1), new("int16", typeof(short), 2),
        new("uint16", typeof(ushort), 2),
        new("int32", typeof(int), 4), new("uint32", typeof(uint), 4), new("int64", typeof(long), 8), new("uint64", typeof(ulong), 8),
        new("float16", typeof(Half), 2), new("float32", typeof(float), 4), new("float64", typeof(double), 8),
        new("complex128", typeof(Complex), 16),
    ];

    /// <summary>The type of numpy's name, or null.</summary>
    public static ElementType? Find(string name) => All.FirstOrDefault(e => e.Name == name);

    /// <summary>The type of a .NET type, or null.</summary>
    public static ElementType? Find(Type? type) => All.FirstOrDefault(e => e.Type == type);
}
