// A type of the name and the members of TorchSharp's tensor, as far as they are used: its native library cannot be loaded on every machine that runs the tests.
namespace TorchSharp;

#pragma warning disable CS8981 // lower case, as TorchSharp has it

public static class torch
{
    public enum ScalarType
    {
        Float32 = 6,
        Float64 = 7,
        Int64 = 4,
        Int16 = 2,
        ComplexFloat64 = 10,
    }

    public sealed class Tensor(Array elements, long[] sizes, ScalarType type)
    {
        public long[] shape => sizes;

        public ScalarType dtype => type;

        public string device => "cuda:0";

        public bool requires_grad { get; init; }

        public Tensor detach() => this;

        public Tensor cpu() => this;

        public Tensor contiguous() => this;

        public Tensor flatten(long start_dim = 0, long end_dim = -1) => new(elements, [elements.LongLength], type);

        public Tensor flatten(IList<string?> dims, string out_dim) => throw new NotSupportedException("not the overload without arguments");

        public Tensor slice(long dim, long start, long finish, long step)
        {
            var taken = Array.CreateInstance(elements.GetType().GetElementType()!, (finish - start + step - 1) / step);
            for (long i = 0; i < taken.LongLength; i++) taken.SetValue(elements.GetValue(start + (i * step)), i);
            return new Tensor(taken, [taken.LongLength], type);
        }

        public Accessor<T> data<T>()
            where T : unmanaged => new((T[])elements);
    }

    public sealed class Accessor<T>(T[] elements)
    {
        public T[] ToArray() => elements;
    }
}
