using Qiansi.Torch.Tensors;

namespace Qiansi;

public static partial class torch
{
    /// <summary>Tensors one after the other along a dimension; all other sizes must be equal.</summary>
    public static Tensor cat(IList<Tensor> tensors, long dim = 0) => Tensor.Cat([.. tensors], dim);

    /// <inheritdoc cref="cat"/>
    public static Tensor concat(IList<Tensor> tensors, long dim = 0) => cat(tensors, dim);

    /// <summary>Tensors of one shape, along a new dimension.</summary>
    public static Tensor stack(IEnumerable<Tensor> tensors, long dim = 0)
    {
        var list = tensors.ToArray();
        if (list.Length == 0) throw new ArgumentException("stack: there are no tensors; at least one is needed");
        foreach (var tensor in list)
        {
            if (!Shape.Same(tensor.sizes, list[0].sizes))
                throw new ArgumentException(
                    $"stack: tensors must be of one shape, {Shape.Text(tensor.sizes)} is not {Shape.Text(list[0].sizes)}");
        }
        var d = Shape.Dim(dim, list[0].sizes.Length + 1, "stack");
        return Tensor.Cat(Array.ConvertAll(list, t => t.unsqueeze(d)), d, "StackBackward0");
    }

    /// <summary>Tensors side by side: along the first dimension of vectors, else the second.</summary>
    public static Tensor hstack(IList<Tensor> tensors) => cat(tensors, tensors.Count > 0 && tensors[0].ndim > 1 ? 1 : 0);

    /// <summary>Tensors one below the other; vectors become rows.</summary>
    public static Tensor vstack(IList<Tensor> tensors) => cat([.. tensors.Select(t => t.ndim == 1 ? t.unsqueeze(0) : t)], 0);

    public partial class Tensor
    {
        internal static Tensor Cat(Tensor[] tensors, long dim, string name = "CatBackward0")
        {
            if (tensors.Length == 0) throw new ArgumentException("cat: there are no tensors; at least one is needed");
            // PyTorch's old habit: an empty vector fits anything.
            var real = Array.FindAll(tensors, t => t.sizes.Length != 1 || t.sizes[0] != 0);
            if (real.Length == 0) real = [tensors[0]];
            var first = real[0];
            if (first.sizes.Length == 0)
                throw new ArgumentException("cat: 0-dimensional tensors have no dimension to join along; use stack");
            var d = Shape.Dim(dim, first.sizes.Length, "cat");
            var sizes = (long[])first.sizes.Clone();
            sizes[d] = 0;
            var type = first.type;
            foreach (var tensor in real)
            {
                CheckJoinable(first, tensor, d);
                sizes[d] += tensor.sizes[d];
                type = Promotion.Promote(type, tensor.type);
            }
            var y = Empty(sizes, type);
            var offsets = new long[real.Length];
            long at = 0;
            for (var i = 0; i < real.Length; i++)
            {
                offsets[i] = at;
                using var place = y.Alias(real[i].sizes, y.strides, at * y.strides[d]);
                Torch.Dispatch.Copy.Run(real[i], place);
                at += real[i].sizes[d];
            }
            if (!GradMode.Needs(tensors)) return y;
            return new CatBackward0(name, real, d, offsets, real.Length == tensors.Length ? [] : [.. tensors.Except(real)]).Attach(y);
        }

        private static void CheckJoinable(Tensor first, Tensor tensor, int d)
        {
            var fits = tensor.sizes.Length == first.sizes.Length;
            for (var i = 0; fits && i < tensor.sizes.Length; i++) fits = i == d || tensor.sizes[i] == first.sizes[i];
            if (!fits) throw new ArgumentException(
                $"cat: shapes {Shape.Text(first.sizes)} and {Shape.Text(tensor.sizes)} cannot be joined along dimension {d}; all other "
                    + "sizes must be equal");
        }

        // y = x₁, x₂, … one after the other;  ∂xᵢ = its part of g
        private sealed class CatBackward0(string name, Tensor[] tensors, int dim, long[] offsets, Tensor[] empty)
            : Node([.. tensors, .. empty])
        {
            private readonly long[] lengths = Array.ConvertAll(tensors, t => t.sizes[dim]);

            public override string Name => name;

            protected override Tensor Backward(int input, Tensor grad) =>
                input < lengths.Length ? grad.narrow(dim, offsets[input], lengths[input]) : zeros([0], grad.type);
        }

        /// <summary>Parts of so many elements of a dimension (the last may have fewer): views.</summary>
        [Function]
        public Tensor[] split(long size, long dim = 0)
        {
            var d = Shape.Dim(dim, sizes.Length, "split");
            if (sizes.Length == 0) throw new ArgumentException("split: a 0-dimensional tensor has no dimension to split");
            if (size <= 0) throw new ArgumentException($"split: parts of {size} elements; they must have at least 1");
            var parts = new Tensor[Math.Max(1, (sizes[d] + size - 1) / size)];
            for (var i = 0; i < parts.Length; i++) parts[i] = narrow(d, i * size, Math.Min(size, sizes[d] - (i * size)));
            return parts;
        }

        /// <summary>Parts of given <paramref name="sizes"/> of a dimension, which must add up to it: views.</summary>
        [Function("tensor", "split_size_or_sections")]
        public Tensor[] split(long[] sizes, long dim = 0)
        {
            var d = Shape.Dim(dim, this.sizes.Length, "split");
            if (sizes.Sum() != this.sizes[d])
                throw new ArgumentException(
                    $"split: sizes {Shape.Text(sizes)} add up to {sizes.Sum()}, dimension {d} of shape {Shape.Text(this.sizes)} has "
                        + $"{this.sizes[d]}");
            var parts = new Tensor[sizes.Length];
            long at = 0;
            for (var i = 0; i < parts.Length; i++)
            {
                parts[i] = narrow(d, at, sizes[i]);
                at += sizes[i];
            }
            return parts;
        }

        /// <summary>At most so many parts of equal size (but the last) of a dimension: views.</summary>
        [Function]
        public Tensor[] chunk(long chunks, long dim = 0L)
        {
            if (chunks <= 0) throw new ArgumentException($"chunk: {chunks} parts; there must be at least 1");
            var d = Shape.Dim(dim, sizes.Length, "chunk");
            if (sizes.Length == 0) throw new ArgumentException("chunk: a 0-dimensional tensor has no dimension to split");
            if (sizes[d] == 0) return [.. Enumerable.Range(0, (int)chunks).Select(_ => narrow(d, 0, 0))];
            return split(Math.Max(1, (sizes[d] + chunks - 1) / chunks), d);
        }

        /// <summary>Exactly so many parts of a dimension, the first ones one longer if need be: views.</summary>
        [Function("input", "indices_or_sections")]
        public Tensor[] tensor_split(long size, long dim = 0L)
        {
            var d = Shape.Dim(dim, sizes.Length, "tensor_split");
            if (sizes.Length == 0) throw new ArgumentException("tensor_split: a 0-dimensional tensor has no dimension to split");
            if (size <= 0) throw new ArgumentException($"tensor_split: {size} parts; there must be at least 1");
            var lengths = new long[size];
            for (long i = 0; i < size; i++) lengths[i] = (sizes[d] / size) + (i < sizes[d] % size ? 1 : 0);
            return split(lengths, d);
        }

        /// <summary>Each index of a <paramref name="dimension"/> by itself: views.</summary>
        [Function("input", "dim")]
        public Tensor[] unbind(long dimension = 0L)
        {
            var d = Shape.Dim(dimension, sizes.Length, "unbind");
            if (sizes.Length == 0) throw new InvalidOperationException("unbind: a 0-dimensional tensor has no dimension to take apart");
            var parts = new Tensor[sizes[d]];
            for (var i = 0; i < parts.Length; i++) parts[i] = select(d, i);
            return parts;
        }

        /// <summary>
        /// The whole repeated: so many times along each dimension, with new ones in front if there are more numbers than dimensions.
        /// </summary>
        [Function]
        public Tensor repeat(params long[] sizes)
        {
            var lead = sizes.Length - this.sizes.Length;
            if (lead < 0)
                throw new ArgumentException(
                    $"repeat: {Shape.Text(sizes)} has fewer numbers than shape {Shape.Text(this.sizes)} has dimensions");
            if (sizes.Length == 0) return clone();
            // Each dimension n becomes (times, n): expanded, then joined.
            var split = new List<long>();
            var expanded = new List<long>();
            var joined = new List<long>();
            for (var i = 0; i < sizes.Length; i++)
            {
                var n = i < lead ? 1 : this.sizes[i - lead];
                split.AddRange([1, n]);
                expanded.AddRange([sizes[i], n]);
                joined.Add(sizes[i] * n);
            }
            var y = reshape([.. split]).expand([.. expanded]).contiguous();
            return ReferenceEquals(y.storage, storage) ? y.clone().view([.. joined]) : y.view([.. joined]);
        }

        /// <summary>As <see cref="repeat"/>, with missing numbers taken as 1.</summary>
        [Function("input", "dims")]
        public Tensor tile(params long[] reps) => repeat([.. Enumerable.Repeat(1L, Math.Max(0, sizes.Length - reps.Length)), .. reps]);

        /// <summary>Each element repeated so many times, along a dimension or through all elements.</summary>
        [Function]
        public Tensor repeat_interleave(long repeats, long? dim = null)
        {
            if (dim is not { } d) return reshape(-1).repeat_interleave(repeats, 0);
            var at = Shape.Dim(d, sizes.Length, "repeat_interleave");
            var wide = unsqueeze(at + 1);
            var shape = (long[])wide.sizes.Clone();
            shape[at + 1] = repeats;
            return wide.expand(shape).flatten(at, at + 1);
        }

        /// <summary>Each element repeated its own number of times, along a dimension or through all elements.</summary>
        [Function]
        public Tensor repeat_interleave(Tensor repeats, long? dim = null)
        {
            if (dim is not { } d) return reshape(-1).repeat_interleave(repeats, 0);
            var at = Shape.Dim(d, sizes.Length, "repeat_interleave");
            var times = repeats.expand(sizes[at]).ToArray<long>();
            var indices = new List<long>();
            for (var i = 0; i < times.Length; i++)
            {
                for (long k = 0; k < times[i]; k++) indices.Add(i);
            }
            return index_select(at, tensor(indices));
        }
    }
}
