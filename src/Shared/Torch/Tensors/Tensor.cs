using System.Runtime.CompilerServices;
using Qiansi.Torch.Storages;

namespace Qiansi;

/// <summary>PyTorch's module <c>torch</c> in C#: write <c>using static Qiansi.torch;</c>.</summary>
public static partial class torch
{
    /// <summary>A box of numbers: a shape and strides over memory that views share, and its place in the graph of gradients.</summary>
    public unsafe partial class Tensor : IDisposable
    {
        internal Storage storage;
        internal long[] sizes;
        internal long[] strides;
        internal long offset;
        internal long count;
        internal ScalarType type;
        internal bool rowMajor;
        private bool disposed;

        internal Tensor(Storage storage, long[] sizes, long[] strides, long offset, ScalarType type)
        {
            this.storage = storage;
            this.sizes = sizes;
            this.strides = strides;
            this.offset = offset;
            this.type = type;
            count = Shape.Count(sizes);
            rowMajor = Shape.IsRowMajor(sizes, strides);
            DisposeScopeManager.Register(this);
        }

        private Tensor(Storage storage, long[] sizes, long[] strides, ScalarType type, long count)
        {
            this.storage = storage;
            this.sizes = sizes;
            this.strides = strides;
            this.type = type;
            this.count = count;
            rowMajor = true;
            DisposeScopeManager.Register(this);
        }

        /// <summary>A second tensor on the memory of another, outside the graph: what a parameter is made from.</summary>
        /// <param name="data">The tensor whose memory is shared.</param>
        protected internal Tensor(Tensor data) : this(data.storage, data.sizes, data.strides, data.offset, data.type) =>
            storage.AddReference();

        /// <summary>A new tensor whose elements are not set.</summary>
        internal static Tensor Empty(long[] sizes, ScalarType type)
        {
            var count = Shape.Count(sizes);
            return new Tensor(Storage.Create(count * type.ElementSize()), sizes, Shape.RowMajor(sizes), type, count);
        }

        /// <summary>A new tensor of a contiguous one's shape: sizes and strides are shared, they never change.</summary>
        internal static Tensor EmptyLike(Tensor other, ScalarType type)
        {
            if (!other.rowMajor) return Empty(other.sizes, type);
            return new Tensor(Storage.Create(other.count * type.ElementSize()), other.sizes, other.strides, type, other.count);
        }

        /// <summary>A tensor on this one's memory, outside the graph.</summary>
        internal Tensor Alias(long[] sizes, long[] strides, long offset)
        {
            storage.AddReference();
            return new Tensor(storage, sizes, strides, offset, type);
        }

        /// <summary>
        /// Where element [0, 0, …] lies. Keep the tensor alive (<see cref="GC.KeepAlive"/>) until the pointer is used no more.
        /// </summary>
        internal byte* Data
        {
            [MethodImpl(MethodImplOptions.AggressiveInlining)]
            get => disposed ? throw Storage.Freed() : storage.Pointer + (offset * type.ElementSize());
        }

        /// <summary>The size of each dimension; a new array each time.</summary>
        public long[] shape => sizes.Length == 0 ? [] : (long[])sizes.Clone();

        /// <summary>The size of each dimension: <c>[2, 3]</c> for two rows of three.</summary>
        public long[] size() => shape;

        /// <summary>The size of one dimension, counted from the back when negative.</summary>
        public long size(int dim) => sizes.Length == 0
            ? throw new ArgumentOutOfRangeException(nameof(dim), "size: a 0-dimensional tensor has no dimensions")
            : sizes[Shape.Dim(dim, sizes.Length, "size")];

        /// <summary>How many elements lie between neighbours of each dimension.</summary>
        public long[] stride() => (long[])strides.Clone();

        /// <summary>How many elements lie between neighbours of one dimension.</summary>
        public long stride(int dim) => strides[Shape.Dim(dim, sizes.Length, "stride")];

        /// <summary>How many elements lie before the first one in the shared memory.</summary>
        public long storage_offset() => offset;

        /// <summary>The number of dimensions: 0 for a single number, 2 for a matrix.</summary>
        public long dim() => sizes.Length;

        /// <summary>The number of dimensions: 0 for a single number, 2 for a matrix.</summary>
        public long ndim => sizes.Length;

        /// <summary>The number of dimensions: 0 for a single number, 2 for a matrix.</summary>
        public long Dimensions => sizes.Length;

        /// <summary>The number of elements: the product of the sizes.</summary>
        [Function]
        public long numel() => count;

        /// <summary>The number of elements: the product of the sizes.</summary>
        public long NumberOfElements => count;

        /// <summary>Bytes an element takes: 4 for float32, 8 for int64.</summary>
        public long element_size() => type.ElementSize();

        /// <summary>Bytes an element takes: 4 for float32, 8 for int64.</summary>
        public long ElementSize => type.ElementSize();

        /// <summary>The type of the elements: <c>torch.float32</c> unless another was asked for.</summary>
        public ScalarType dtype => type;

        /// <summary>Where the tensor lives: the CPU.</summary>
        public Device device => CPU;

        /// <summary>The kind of device the tensor lives on.</summary>
        public DeviceType device_type => DeviceType.CPU;

        /// <summary>False: there is no GPU.</summary>
        public bool is_cuda => false;

        /// <summary>True.</summary>
        public bool is_cpu() => true;

        /// <summary>Whether the elements are real numbers.</summary>
        [Function]
        public bool is_floating_point() => type.IsFloating();

        /// <summary>Whether the elements are integers or truth values.</summary>
        public bool is_integral() => !type.IsFloating();

        /// <summary>Whether the elements lie one after the other in row-major order.</summary>
        public bool is_contiguous() => rowMajor;

        /// <summary>How often the memory has been written in place; views share the count.</summary>
        public long _version => storage.Version;

        /// <summary>Whether the tensor was disposed.</summary>
        public bool IsInvalid => disposed;

        /// <summary>Whether two tensors are the same elements: one memory, offset, shape and strides.</summary>
        public bool is_set_to(Tensor other) => ReferenceEquals(storage, other.storage) && offset == other.offset
            && Shape.Same(sizes, other.sizes) && Shape.Same(strides, other.strides);

        /// <summary>Tensors are equal when they are the same object; <c>==</c> compares elements.</summary>
        public override bool Equals(object? obj) => ReferenceEquals(this, obj);

        /// <inheritdoc/>
        public override int GetHashCode() => RuntimeHelpers.GetHashCode(this);
    }
}
