namespace Qiansi.Tensors.Reading;

/// <summary>How an element of a type in memory is read as a double.</summary>
/// <typeparam name="T">The type in memory.</typeparam>
internal interface IElement<T>
    where T : unmanaged
{
    /// <summary>The element as a double; exact but for large 64-bit integers.</summary>
    static abstract double Value(T element);
}
