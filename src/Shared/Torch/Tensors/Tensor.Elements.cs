using Qiansi.Torch.Dispatch;
using Qiansi.Torch.Tensors;
using Qiansi.Utils;

namespace Qiansi;

public static partial class torch
{
    public unsafe partial class Tensor
    {
        /// <summary>The one number of a tensor of one element.</summary>
        /// <typeparam name="T">The C# type of the elements.</typeparam>
        /// <exception cref="InvalidOperationException">There is not exactly one element.</exception>
        /// <exception cref="ArgumentException">The elements are of another type.</exception>
        public T item<T>() where T : unmanaged
        {
            RequireOne("item");
            RequireType<T>("item");
            var value = *(T*)Data;
            GC.KeepAlive(this);
            return value;
        }

        /// <summary>The one number of a tensor of one element, of whatever type.</summary>
        public Scalar ToScalar()
        {
            RequireOne("ToScalar");
            return type switch
            {
                ScalarType.Bool => item<bool>(),
                ScalarType.Byte => item<byte>(),
                ScalarType.Int8 => (int)item<sbyte>(),
                ScalarType.Int16 => (int)item<short>(),
                ScalarType.Int32 => item<int>(),
                ScalarType.Int64 => item<long>(),
                ScalarType.Float32 => item<float>(),
                ScalarType.Float64 => item<double>(),
                ScalarType.Float16 => item<Half>(),
                _ => (float)item<BFloat16>(),
            };
        }

        /// <summary>The one number of a tensor of one element, as a float.</summary>
        /// <exception cref="InvalidOperationException">There is not exactly one element.</exception>
        public float ToSingle() => ToScalar().ToSingle();

        /// <summary>The one number of a tensor of one element, as a double.</summary>
        /// <exception cref="InvalidOperationException">There is not exactly one element.</exception>
        public double ToDouble() => ToScalar().ToDouble();

        /// <summary>The one number, as a 32-bit integer.</summary>
        public int ToInt32() => ToScalar().ToInt32();

        /// <summary>The one number, as a 64-bit integer.</summary>
        public long ToInt64() => ToScalar().ToInt64();

        /// <summary>Whether the one number is not zero.</summary>
        public bool ToBoolean() => ToScalar().ToBoolean();

        /// <summary>The elements, in row-major order whatever the strides; reading and writing.</summary>
        /// <exception cref="ArgumentException">The elements are of another type.</exception>
        public TensorAccessor<T> data<T>() where T : unmanaged
        {
            RequireType<T>("data");
            return new TensorAccessor<T>(this);
        }

        /// <summary>
        /// The memory of a contiguous tensor as bytes. Valid as long as the tensor is not disposed or collected; writing is not noted by
        /// autograd.
        /// </summary>
        /// <exception cref="InvalidOperationException">The tensor is not contiguous, or larger than a span can be.</exception>
        public Span<byte> bytes
        {
            get
            {
                if (!rowMajor)
                    throw new InvalidOperationException(
                        $"bytes: the tensor with strides {Shape.Text(strides)} is not contiguous; call contiguous() first");
                return new Span<byte>(Data, checked((int)(count * type.ElementSize())));
            }
            set
            {
                if (value.Length != count * type.ElementSize())
                    throw new ArgumentException(
                        $"bytes: {value.Length} bytes for {count} elements of {type.TorchName()}, which take {count * type.ElementSize()}");
                value.CopyTo(bytes);
                storage.Version++;
            }
        }

        /// <summary>
        /// The elements of a contiguous tensor. Keep the tensor alive (<see cref="GC.KeepAlive"/>) while the span is used.
        /// </summary>
        internal Span<T> Span<T>() where T : unmanaged => System.Runtime.InteropServices.MemoryMarshal.Cast<byte, T>(bytes);

        /// <summary>The elements as an array of one dimension, converted to the C# type.</summary>
        public T[] ToArray<T>() where T : unmanaged
        {
            var source = detach().Cast(ScalarTypes.Of<T>()).Contiguous();
            var array = new T[count];
            source.Span<T>().CopyTo(array);
            GC.KeepAlive(source);
            return array;
        }

        /// <summary>The elements as nested lists, or the one number.</summary>
        public object tolist()
        {
            if (sizes.Length == 0)
            {
                var scalar = ToScalar();
                return scalar.Kind switch
                {
                    ScalarKind.Bool => scalar.ToBoolean(),
                    ScalarKind.Float => type == ScalarType.Float64 ? scalar.ToDouble() : scalar.ToSingle(),
                    _ => scalar.ToInt64(),
                };
            }
            var list = new List<object>();
            for (long i = 0; i < sizes[0]; i++) list.Add(detach().select(0, i).tolist());
            return list;
        }

        /// <summary>The value at a place, converted to a double; for printing and tests.</summary>
        internal double At(long element) => type switch
        {
            ScalarType.Float32 => *((float*)storage.Pointer + element),
            ScalarType.Float64 => *((double*)storage.Pointer + element),
            ScalarType.Int64 => *((long*)storage.Pointer + element),
            ScalarType.Int32 => *((int*)storage.Pointer + element),
            ScalarType.Int16 => *((short*)storage.Pointer + element),
            ScalarType.Int8 => *((sbyte*)storage.Pointer + element),
            ScalarType.Float16 => (double)*((Half*)storage.Pointer + element),
            ScalarType.BFloat16 => *((BFloat16*)storage.Pointer + element),
            _ => *(storage.Pointer + element),
        };

        private void RequireOne(string operation)
        {
            if (count != 1)
                throw new InvalidOperationException(
                    $"{operation}: the tensor has {count} elements (shape {Shape.Text(sizes)}), not one; index it first, or use "
                        + "data<T>() or ToArray<T>()");
        }

        private void RequireType<T>(string operation) where T : unmanaged
        {
            if (ScalarTypes.Of<T>() is var asked && asked != type && !(asked == ScalarType.Byte && type == ScalarType.Bool))
                throw new ArgumentException(
                    $"{operation}: the elements are {type.TorchName()}, not {asked.TorchName()} ({typeof(T).Name}); convert first: "
                        + $".to({asked.TorchName()}), or use ToSingle(), ToDouble(), ToInt64()");
        }

        /// <summary>A copy, with the history of gradients.</summary>
        [Function]
        public Tensor clone()
        {
            var y = rowMajor || !IsDense() ? EmptyLike(this, type) : EmptyStrided(sizes, strides, type);
            Torch.Dispatch.Copy.Run(this, y);
            return Torch.Autograd.GradMode.Needs(this) ? new CloneBackward0("CloneBackward0", this).Attach(y) : y;
        }

        // y = x, perhaps of another type or layout;  ∂x = g
        private sealed class CloneBackward0(string name, Tensor x) : Torch.Autograd.Node(x)
        {
            public override string Name => name;

            protected override Tensor Backward(int input, Tensor grad) => grad;
        }

        /// <summary>This tensor if its elements lie in row-major order, else a copy for which they do.</summary>
        public Tensor contiguous()
        {
            if (rowMajor) return this;
            var y = Copy();
            return Torch.Autograd.GradMode.Needs(this) ? new CloneBackward0("CloneBackward0", this).Attach(y) : y;
        }

        /// <summary>A tensor with the same history and new type, or this one.</summary>
        public Tensor to_type(ScalarType type, bool copy = false)
        {
            if (type == this.type) return copy ? clone() : this;
            var y = Cast(type);
            return type.IsFloating() && Torch.Autograd.GradMode.Needs(this) ? new CloneBackward0("ToCopyBackward0", this).Attach(y) : y;
        }

        /// <summary>Writes the elements of another tensor, which broadcasts to this shape, over these.</summary>
        public Tensor copy_(Tensor source, bool nonBlocking = false) => Overwrite("copy_", source);

        /// <summary>Writes one number into every element, in place, converted to the type of the tensor, which is returned.</summary>
        public Tensor fill_(Scalar value)
        {
            CheckWritable("fill_");
            Fill.Run(this, value);
            return Written();
        }

        /// <summary>Writes zero into every element; history and shape stay.</summary>
        public Tensor zero_() => fill_(0);
    }
}
