using System.Collections;

namespace Qiansi.Utils;

/// <summary>The elements of a tensor, in row-major order of its shape whatever its strides.</summary>
/// <typeparam name="T">The C# type of the elements.</typeparam>
public sealed unsafe class TensorAccessor<T> : IEnumerable<T> where T : unmanaged
{
    private readonly torch.Tensor tensor;

    internal TensorAccessor(torch.Tensor tensor) => this.tensor = tensor;

    /// <summary>How many elements there are.</summary>
    public long Count => tensor.count;

    /// <summary>An element, counted in row-major order.</summary>
    /// <exception cref="IndexOutOfRangeException">There is no such element.</exception>
    public T this[long index]
    {
        get
        {
            var value = *At(index);
            GC.KeepAlive(tensor);
            return value;
        }
        set
        {
            *At(index) = value;
            tensor.storage.Version++;
        }
    }

    /// <summary>An element by its indices, one for each dimension.</summary>
    public T this[params long[] indices]
    {
        get
        {
            var value = *At(indices);
            GC.KeepAlive(tensor);
            return value;
        }
        set
        {
            *At(indices) = value;
            tensor.storage.Version++;
        }
    }

    /// <summary>A copy of all elements.</summary>
    public T[] ToArray() => tensor.ToArray<T>();

    /// <summary>A copy of all elements, with the tensor's dimensions.</summary>
    public Array ToNDArray()
    {
        var array = Array.CreateInstance(typeof(T), tensor.shape);
        var elements = ToArray();
        Buffer.BlockCopy(elements, 0, array, 0, checked(elements.Length * sizeof(T)));
        return array;
    }

    /// <summary>Copies all elements.</summary>
    public void CopyTo(T[] array, int arrayIndex = 0) => ToArray().CopyTo(array, arrayIndex);

    /// <summary>Writes all elements from an array.</summary>
    /// <exception cref="ArgumentException">The array has another number of elements.</exception>
    public void CopyFrom(T[] array, int arrayIndex = 0)
    {
        if (array.Length - arrayIndex < Count)
            throw new ArgumentException($"CopyFrom: {array.Length - arrayIndex} elements are given, the tensor has {Count}");
        for (long i = 0; i < Count; i++) this[i] = array[arrayIndex + i];
    }

    /// <summary>Goes through all elements.</summary>
    public IEnumerator<T> GetEnumerator()
    {
        for (long i = 0; i < Count; i++) yield return this[i];
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    private T* At(long index)
    {
        if (index < 0 || index >= Count) throw new IndexOutOfRangeException($"data: element {index} of {Count}");
        if (tensor.rowMajor) return (T*)tensor.Data + index;
        long place = 0;
        for (var d = tensor.sizes.Length - 1; d >= 0; d--)
        {
            place += index % tensor.sizes[d] * tensor.strides[d];
            index /= tensor.sizes[d];
        }
        return (T*)tensor.Data + place;
    }

    private T* At(long[] indices)
    {
        if (indices.Length != tensor.sizes.Length)
            throw new ArgumentException($"data: {indices.Length} indices for shape {Shape.Text(tensor.sizes)}");
        long place = 0;
        for (var d = 0; d < indices.Length; d++)
        {
            var i = indices[d];
            if (i < -tensor.sizes[d] || i >= tensor.sizes[d])
                throw new IndexOutOfRangeException($"data: index {i} is out of range for dimension {d} with size {tensor.sizes[d]}");
            place += (i < 0 ? i + tensor.sizes[d] : i) * tensor.strides[d];
        }
        return (T*)tensor.Data + place;
    }
}
