namespace Qiansi;

public static partial class torch
{
    public partial class Tensor
    {
        /// <summary>The same elements in another shape, on the same memory; one size may be −1.</summary>
        /// <exception cref="InvalidOperationException">Elements do not lie so that a view can show them; use reshape.</exception>
        [Function]
        public Tensor view(params long[] shape)
        {
            var to = Shape.Infer(shape, count, "view", sizes);
            var newStrides = Shape.ViewStrides(sizes, strides, to)
                ?? throw new InvalidOperationException(
                    $"view: elements of shape {Shape.Text(sizes)} with strides {Shape.Text(strides)} cannot be shown as {Shape.Text(to)} "
                        + "without a copy; use reshape, or contiguous() first");
            return Viewed(to, newStrides, "ViewBackward0");
        }

        /// <summary>The same elements in another shape: a view where possible, else a copy; one size may be −1.</summary>
        [Function]
        public Tensor reshape(params long[] shape)
        {
            var to = Shape.Infer(shape, count, "reshape", sizes);
            return Shape.ViewStrides(sizes, strides, to) is { } newStrides
                ? Viewed(to, newStrides, "ReshapeAliasBackward0") : contiguous().Viewed(to, Shape.RowMajor(to), "UnsafeViewBackward0");
        }

        private Tensor Viewed(long[] newSizes, long[] newStrides, string name)
        {
            var y = ViewOf(newSizes, newStrides, offset);
            return GradMode.Needs(this) ? new ViewBackward0(this, name).Attach(y) : y;
        }

        // y = x in another shape;  ∂x = g in x's shape
        private sealed class ViewBackward0(Tensor x, string name) : Node(x)
        {
            private readonly long[] shape = x.sizes;

            public override string Name => name;

            protected override Tensor Backward(int input, Tensor grad) => grad.reshape(shape);
        }

        /// <summary>A second tensor on the same memory, with the same history.</summary>
        public Tensor alias() => Viewed(sizes, strides, "AliasBackward0");

        /// <summary>A view in the shape of another tensor.</summary>
        [Function]
        public Tensor view_as(Tensor other) => view(other.sizes);

        /// <summary>The elements in the shape of another tensor, which has as many; a view where one is possible.</summary>
        [Function]
        public Tensor reshape_as(Tensor other) => reshape(other.sizes);

        /// <summary>Dimensions start_dim to end_dim, both included, as one; a view where one is possible.</summary>
        [Function]
        public Tensor flatten(long start_dim = 0, long end_dim = -1)
        {
            var start = Shape.Dim(start_dim, sizes.Length, "flatten");
            var end = Shape.Dim(end_dim, sizes.Length, "flatten");
            if (sizes.Length == 0) return reshape(1);
            if (start > end) throw new ArgumentException($"flatten: start_dim {start_dim} comes after end_dim {end_dim}");
            if (start == end) return this;
            return reshape([.. sizes[..start], Shape.Count(sizes.AsSpan(start, end - start + 1)), .. sizes[(end + 1)..]]);
        }

        /// <summary>One dimension as several; one size may be −1.</summary>
        [Function]
        public Tensor unflatten(long dim, params long[] sizes)
        {
            var d = Shape.Dim(dim, this.sizes.Length, "unflatten");
            return view([.. this.sizes[..d], .. Shape.Infer(sizes, this.sizes[d], "unflatten", [this.sizes[d]]), .. this.sizes[(d + 1)..]]);
        }

        /// <summary>All elements in one dimension, in row-major order; a view where one is possible.</summary>
        [Function]
        public Tensor ravel() => reshape(-1);

        /// <summary>Dimensions in another order, each named once: a view.</summary>
        [Function]
        public Tensor permute(params long[] permutation)
        {
            if (permutation.Length != sizes.Length)
                throw new ArgumentException(
                    $"permute: {Shape.Text(permutation)} orders {permutation.Length} dimensions, the tensor of shape {Shape.Text(sizes)} "
                        + $"has {sizes.Length}");
            var order = new int[permutation.Length];
            var seen = new bool[permutation.Length];
            var newSizes = new long[order.Length];
            var newStrides = new long[order.Length];
            for (var i = 0; i < order.Length; i++)
            {
                var d = order[i] = Shape.Dim(permutation[i], sizes.Length, "permute");
                if (seen[d]) throw new ArgumentException($"permute: dimension {d} appears more than once in {Shape.Text(permutation)}");
                seen[d] = true;
                newSizes[i] = sizes[d];
                newStrides[i] = strides[d];
            }
            var y = ViewOf(newSizes, newStrides, offset);
            return GradMode.Needs(this) ? new PermuteBackward0(this, order).Attach(y) : y;
        }

        /// <summary>Dimensions in another order, each named once: a view.</summary>
        [Function]
        public Tensor permute(IEnumerable<long> permutation) => permute(permutation.ToArray());

        // y = x, dimensions reordered;  ∂x = g, dimensions ordered back
        private sealed class PermuteBackward0(Tensor x, int[] order) : Node(x)
        {
            protected override Tensor Backward(int input, Tensor grad)
            {
                var back = new long[order.Length];
                for (var i = 0; i < order.Length; i++) back[order[i]] = i;
                return grad.permute(back);
            }
        }

        /// <summary>Two dimensions exchanged, of a matrix rows and columns: a view.</summary>
        [Function]
        public Tensor transpose(long dim0, long dim1) => Transposed(dim0, dim1, "TransposeBackward0");

        private Tensor Transposed(long dim0, long dim1, string name)
        {
            var a = Shape.Dim(dim0, sizes.Length, "transpose");
            var b = Shape.Dim(dim1, sizes.Length, "transpose");
            if (sizes.Length == 0) return Viewed(sizes, strides, "AliasBackward0");
            var newSizes = (long[])sizes.Clone();
            var newStrides = (long[])strides.Clone();
            (newSizes[a], newSizes[b]) = (sizes[b], sizes[a]);
            (newStrides[a], newStrides[b]) = (strides[b], strides[a]);
            var y = ViewOf(newSizes, newStrides, offset);
            return GradMode.Needs(this) ? new TransposeBackward0(name, this, a, b).Attach(y) : y;
        }

        // y = xᵀ;  ∂x = gᵀ
        private sealed class TransposeBackward0(string name, Tensor x, int a, int b) : Node(x)
        {
            public override string Name => name;

            protected override Tensor Backward(int input, Tensor grad) => grad.transpose(a, b);
        }

        /// <inheritdoc cref="transpose"/>
        [Function("input", "axis0", "axis1")]
        public Tensor swapaxes(long dim0, long dim1) => transpose(dim0, dim1);

        /// <inheritdoc cref="transpose"/>
        [Function]
        public Tensor swapdims(long dim0, long dim1) => transpose(dim0, dim1);

        /// <summary>The transpose of a matrix; a vector stays as it is.</summary>
        [Function]
        public Tensor t() => sizes.Length switch
        {
            < 2 => Viewed(sizes, strides, "AliasBackward0"),
            2 => Transposed(0, 1, "TBackward0"),
            _ => throw new InvalidOperationException(
                $"t: the tensor has {sizes.Length} dimensions, shape {Shape.Text(sizes)}; t() is for matrices, use transpose or mT"),
        };

        /// <summary>All dimensions in the opposite order, of a matrix its transpose: a view.</summary>
        public Tensor T => permute(Enumerable.Range(0, sizes.Length).Select(i => (long)(sizes.Length - 1 - i)).ToArray());

        /// <summary>The transposes of a batch of matrices.</summary>
        public Tensor mT => sizes.Length < 2
            ? throw new InvalidOperationException($"mT: the tensor has {sizes.Length} dimensions; matrices have two or more")
            : transpose(-2, -1);

        /// <summary>Dimensions moved to other places, the others keeping their order.</summary>
        [Function]
        public Tensor movedim(long[] source, long[] destination)
        {
            if (source.Length != destination.Length)
                throw new ArgumentException($"movedim: {Shape.Text(source)} and {Shape.Text(destination)} must be of one length");
            var order = new long[sizes.Length];
            Array.Fill(order, -1);
            var moved = source.Select(d => Shape.Dim(d, sizes.Length, "movedim")).ToArray();
            for (var i = 0; i < moved.Length; i++) order[Shape.Dim(destination[i], sizes.Length, "movedim")] = moved[i];
            var rest = new Queue<int>(Enumerable.Range(0, sizes.Length).Where(d => !moved.Contains(d)));
            for (var i = 0; i < order.Length; i++)
            {
                if (order[i] < 0) order[i] = rest.Dequeue();
            }
            return permute(order);
        }

        /// <inheritdoc cref="movedim"/>
        [Function]
        public Tensor moveaxis(long[] source, long[] destination) => movedim(source, destination);
    }
}
