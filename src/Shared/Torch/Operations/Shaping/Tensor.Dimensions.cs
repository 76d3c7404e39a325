namespace Qiansi;

public static partial class torch
{
    public partial class Tensor
    {
        /// <summary>Without the dimensions of size 1, or without the one named if it is.</summary>
        [Function]
        public Tensor squeeze(long? dim = null)
        {
            var only = dim is { } d ? Shape.Dim(d, sizes.Length, "squeeze") : -1;
            var newSizes = new List<long>(sizes.Length);
            var newStrides = new List<long>(sizes.Length);
            for (var i = 0; i < sizes.Length; i++)
            {
                if (sizes[i] == 1 && (only < 0 || only == i)) continue;
                newSizes.Add(sizes[i]);
                newStrides.Add(strides[i]);
            }
            return Viewed([.. newSizes], [.. newStrides], only < 0 ? "SqueezeBackward0" : "SqueezeBackward1");
        }

        /// <summary>With a dimension of size 1 put in.</summary>
        [Function]
        public Tensor unsqueeze(long dim)
        {
            var d = Shape.Dim(dim, sizes.Length + 1, "unsqueeze");
            var stride = d < sizes.Length ? strides[d] * sizes[d] : 1;
            return Viewed([.. sizes[..d], 1, .. sizes[d..]], [.. strides[..d], stride, .. strides[d..]], "UnsqueezeBackward0");
        }

        /// <summary>Dimensions of size 1 repeated to other sizes, without memory of their own: a view. −1 leaves a size as it is.</summary>
        [Function]
        public Tensor expand(ReadOnlySpan<long> sizes, bool isImplicit = false)
        {
            var lead = sizes.Length - this.sizes.Length;
            if (lead < 0)
                throw new ArgumentException($"expand: {Shape.Text(sizes)} has fewer dimensions than the tensor, {Shape.Text(this.sizes)}");
            var newSizes = sizes.ToArray();
            var newStrides = new long[sizes.Length];
            for (var i = 0; i < newSizes.Length; i++)
            {
                var old = i < lead ? 1 : this.sizes[i - lead];
                if (newSizes[i] == -1 && i >= lead) newSizes[i] = old;
                if (newSizes[i] < 0)
                    throw new ArgumentException(
                        $"expand: size {newSizes[i]} at dimension {i} of {Shape.Text(sizes)}; -1 stands for the size a dimension has, "
                            + "and a new dimension has none");
                if (newSizes[i] != old && old != 1)
                    throw new ArgumentException(
                        $"expand: size {newSizes[i]} asked for dimension {i} does not fit size {old} of shape {Shape.Text(this.sizes)}; "
                            + $"only sizes of 1 can be repeated (asked: {Shape.Text(sizes)})");
                newStrides[i] = i < lead || (old == 1 && newSizes[i] != 1) ? 0 : strides[i - lead];
            }
            return Viewed(newSizes, newStrides);

            Tensor Viewed(long[] expanded, long[] expandedStrides)
            {
                var y = ViewOf(expanded, expandedStrides, offset);
                return GradMode.Needs(this) ? new ExpandBackward0(this).Attach(y) : y;
            }
        }

        // y = x repeated;  ∂x = g summed over the repetitions
        private sealed class ExpandBackward0(Tensor x) : Node(x)
        {
            private readonly long[] shape = x.sizes;

            protected override Tensor Backward(int input, Tensor grad) => grad.SumTo(shape);
        }

        /// <summary>Dimensions of size 1 repeated: a view.</summary>
        [Function]
        public Tensor expand(params long[] sizes) => expand(sizes.AsSpan());

        /// <summary>Expanded to the shape of another tensor.</summary>
        [Function]
        public Tensor expand_as(Tensor other) => expand(other.sizes);

        /// <inheritdoc cref="expand(long[])"/>
        [Function]
        public Tensor broadcast_to(params long[] shape) => expand(shape);

        /// <summary>A stretch of a dimension: a view.</summary>
        [Function]
        public Tensor narrow(long dim, long start, long length)
        {
            var d = Shape.Dim(dim, sizes.Length, "narrow");
            if (sizes.Length == 0) throw new InvalidOperationException("narrow: a 0-dimensional tensor has no dimension to cut");
            if (start < 0) start += sizes[d];
            if (start < 0 || length < 0 || start + length > sizes[d])
                throw new ArgumentOutOfRangeException(nameof(start),
                    $"narrow: {length} from {start} on is outside dimension {d} of shape {Shape.Text(sizes)}");
            return slice(d, start, start + length, 1);
        }

        /// <summary>
        /// Every step-th element of a dimension from start to before finish: a view. Negative ones count from the end; what is outside is
        /// cut off.
        /// </summary>
        [Function]
        public Tensor slice(long dim, long start, long finish, long step)
        {
            var d = Shape.Dim(dim, sizes.Length, "slice");
            if (sizes.Length == 0) throw new InvalidOperationException("slice: a 0-dimensional tensor has no dimension to cut");
            if (step <= 0) throw new ArgumentException($"slice: step {step}; it must be positive (flip turns a dimension round)");
            var n = sizes[d];
            start = Math.Clamp(start < 0 ? start + n : start, 0, n);
            finish = Math.Clamp(finish < 0 ? finish + n : finish, start, n);
            var newSizes = (long[])sizes.Clone();
            var newStrides = (long[])strides.Clone();
            newSizes[d] = (finish - start + step - 1) / step;
            newStrides[d] = strides[d] * step;
            var y = ViewOf(newSizes, newStrides, offset + (start * strides[d]));
            return GradMode.Needs(this) ? new SliceBackward0(this, d, start, step).Attach(y) : y;
        }

        // y = x[start:finish:step];  ∂x = g there, 0 elsewhere
        private sealed class SliceBackward0(Tensor x, int dim, long start, long step) : Node(x)
        {
            private readonly long[] shape = x.sizes;

            protected override Tensor Backward(int input, Tensor grad)
            {
                var end = grad.sizes[dim] == 0 ? start : start + ((grad.sizes[dim] - 1) * step) + 1;
                return grad.Placed(shape, whole => whole.slice(dim, start, end, step), g => g.slice(dim, start, end, step));
            }
        }

        /// <summary>One index of a dimension, which goes: a view.</summary>
        [Function]
        public Tensor select(long dim, long index)
        {
            if (sizes.Length == 0)
                throw new InvalidOperationException("select: a 0-dimensional tensor has no dimension to index; use item()");
            var d = Shape.Dim(dim, sizes.Length, "select");
            if (index < -sizes[d] || index >= sizes[d])
                throw new IndexOutOfRangeException(
                    $"select: index {index} is out of range for dimension {d} with size {sizes[d]} (shape {Shape.Text(sizes)})");
            if (index < 0) index += sizes[d];
            var y = ViewOf([.. sizes[..d], .. sizes[(d + 1)..]], [.. strides[..d], .. strides[(d + 1)..]], offset + (index * strides[d]));
            return GradMode.Needs(this) ? new SelectBackward0(this, d, index).Attach(y) : y;
        }

        // y = x[index];  ∂x = g there, 0 elsewhere
        private sealed class SelectBackward0(Tensor x, int dim, long index) : Node(x)
        {
            private readonly long[] shape = x.sizes;

            protected override Tensor Backward(int input, Tensor grad) =>
                grad.Placed(shape, whole => whole.select(dim, index), g => g.select(dim, index));
        }

        /// <summary>Zeros of a shape, with this tensor in the place that <paramref name="window"/> shows.</summary>
        private Tensor Placed(long[] shape, Func<Tensor, Tensor> window, Func<Tensor, Tensor> backward)
        {
            var y = zeros(shape, type);
            using (no_grad()) Torch.Dispatch.Copy.Run(this, window(y));
            return GradMode.Needs(this) ? new PlacedBackward(this, backward).Attach(y) : y;
        }

        private sealed class PlacedBackward(Tensor part, Func<Tensor, Tensor> window) : Node(part)
        {
            protected override Tensor Backward(int input, Tensor grad) => window(grad);
        }

        /// <summary>A diagonal of each matrix of two dimensions, put last: a view.</summary>
        [Function]
        public Tensor diagonal(long offset = 0L, long dim1 = 0L, long dim2 = 1L)
        {
            var a = Shape.Dim(dim1, sizes.Length, "diagonal");
            var b = Shape.Dim(dim2, sizes.Length, "diagonal");
            if (a == b || sizes.Length < 2)
                throw new ArgumentException($"diagonal: dim1 {dim1} and dim2 {dim2} must be two dimensions of shape {Shape.Text(sizes)}");
            var (down, right) = offset >= 0 ? (0L, offset) : (-offset, 0L);
            var length = Math.Max(0, Math.Min(sizes[a] - down, sizes[b] - right));
            var newSizes = new List<long>();
            var newStrides = new List<long>();
            for (var i = 0; i < sizes.Length; i++)
            {
                if (i == a || i == b) continue;
                newSizes.Add(sizes[i]);
                newStrides.Add(strides[i]);
            }
            var start = length == 0 ? this.offset : this.offset + (down * strides[a]) + (right * strides[b]);
            var y = ViewOf([.. newSizes, length], [.. newStrides, strides[a] + strides[b]], start);
            return GradMode.Needs(this) ? new DiagonalBackward0(this, offset, a, b).Attach(y) : y;
        }

        // y = diag x;  ∂x = g on the diagonal, 0 elsewhere
        private sealed class DiagonalBackward0(Tensor x, long offset, int a, int b) : Node(x)
        {
            private readonly long[] shape = x.sizes;

            protected override Tensor Backward(int input, Tensor grad) =>
                grad.Placed(shape, whole => whole.diagonal(offset, a, b), g => g.diagonal(offset, a, b));
        }

        /// <summary>Windows of a dimension, size long and step apart, as a new last dimension: a view.</summary>
        [Function]
        public Tensor unfold(long dimension, long size, long step)
        {
            var d = Shape.Dim(dimension, sizes.Length, "unfold");
            var n = sizes.Length == 0 ? 1 : sizes[d];
            if (size < 0 || size > n || step <= 0)
                throw new ArgumentException(
                    $"unfold: windows of {size} with step {step} do not fit dimension {d} of shape {Shape.Text(sizes)}");
            if (sizes.Length == 0) return unsqueeze(0).unfold(0, size, step).select(0, 0);
            var newSizes = (long[])sizes.Clone();
            var newStrides = (long[])strides.Clone();
            newSizes[d] = ((n - size) / step) + 1;
            newStrides[d] = strides[d] * step;
            var y = ViewOf([.. newSizes, size], [.. newStrides, strides[d]], offset);
            return GradMode.Needs(this) ? new UnfoldBackward0(this, d, size, step).Attach(y) : y;
        }

        // y = windows of x;  ∂x: each element sums the gradients of the windows it is in
        private sealed class UnfoldBackward0(Tensor x, int dim, long size, long step) : Node(x)
        {
            private readonly long[] shape = x.sizes;

            protected override Tensor Backward(int input, Tensor grad)
            {
                var where = arange(shape[dim]).unfold(0, size, step).reshape(-1);
                var parts = grad.movedim([dim, -1], [-2, -1]).flatten(-2);
                return zeros(shape, grad.type).movedim([dim], [-1]).index_add(-1, where, parts, 1).movedim([-1], [dim]);
            }
        }
    }
}
