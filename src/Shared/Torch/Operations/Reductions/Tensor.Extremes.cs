using Qiansi.Torch.Dispatch;

namespace Qiansi;

public static partial class torch
{
    public partial class Tensor
    {
        /// <summary>The largest element; NaN when there is one.</summary>
        /// <exception cref="InvalidOperationException">There are no elements.</exception>
        [Function]
        public Tensor max() => Extreme<Largest>("MaxBackward1", Shape.DimMask([], sizes.Length, "max"), false);

        /// <summary>The smallest element; NaN when there is one.</summary>
        /// <exception cref="InvalidOperationException">There are no elements.</exception>
        [Function]
        public Tensor min() => Extreme<Smallest>("MinBackward1", Shape.DimMask([], sizes.Length, "min"), false);

        /// <summary>The largest elements over dimensions; the gradient is shared by equals.</summary>
        [Function]
        public Tensor amax(long[] dims, bool keepdim = false) =>
            Extreme<Largest>("AmaxBackward0", Shape.DimMask(dims, sizes.Length, "amax"), keepdim);

        /// <summary>The smallest elements over dimensions; the gradient is shared by equals.</summary>
        [Function]
        public Tensor amin(long[] dims, bool keepdim = false) =>
            Extreme<Smallest>("AminBackward0", Shape.DimMask(dims, sizes.Length, "amin"), keepdim);

        /// <summary>The largest elements over dimensions, which are gone from the shape; NaN where there is one.</summary>
        /// <exception cref="InvalidOperationException">A dimension has no elements.</exception>
        [Function]
        public Tensor amax(params long[] dims) => amax(dims, false);

        /// <summary>The smallest elements over dimensions, which are gone from the shape; NaN where there is one.</summary>
        /// <exception cref="InvalidOperationException">A dimension has no elements.</exception>
        [Function]
        public Tensor amin(params long[] dims) => amin(dims, false);

        /// <summary>The smallest and the largest elements, over one dimension or all.</summary>
        [Function]
        public (Tensor min, Tensor max) aminmax(long? dim = null, bool keepdim = false) =>
            (amin(dim is { } d ? [d] : [], keepdim), amax(dim is { } e ? [e] : [], keepdim));

        private Tensor Extreme<TOp>(string name, bool[] mask, bool keepdim) where TOp : struct, IReduction
        {
            for (var i = 0; i < sizes.Length; i++)
            {
                if (mask[i] && sizes[i] == 0)
                    throw new InvalidOperationException(
                        $"{(typeof(TOp) == typeof(Largest) ? "max" : "min")}: dimension {i} of shape {Shape.Text(sizes)} has no elements "
                            + "to choose from");
            }
            var y = Reduce.Apply<TOp>(this, mask, keepdim);
            return GradMode.Needs(this) ? new ExtremeBackward(name, this, y, mask, keepdim).Attach(y) : y;
        }

        // y = max x;  ∂x = g at the largest (or the NaN), in equal parts where several are
        private sealed class ExtremeBackward(string name, Tensor x, Tensor y, bool[] mask, bool keepdim) : Node(x)
        {
            private Saved x = new(x), y = new(y);

            public override string Name => name;

            protected override Tensor Backward(int input, Tensor grad)
            {
                Tensor share;
                using (no_grad())
                {
                    var best = y.Value.Spread(x.Value.sizes, mask, keepdim);
                    var chosen = (x.Value == best).logical_or(x.Value.isnan().logical_and(best.isnan())).to_type(grad.type);
                    share = chosen / chosen.SumOver(mask, keepdim, null).Spread(x.Value.sizes, mask, keepdim);
                }
                return grad.Spread(x.Value.sizes, mask, keepdim) * share;
            }

            protected internal override void Release() => Saved.Release(ref x, ref y);
        }

        /// <summary>The largest elements along a dimension, and where they are (the first, of equals).</summary>
        [Function]
        public (Tensor values, Tensor indexes) max(long dim, bool keepdim = false) => ExtremeAlong(dim, keepdim, true, "max");

        /// <summary>The smallest elements along a dimension, and where they are (the first, of equals).</summary>
        [Function]
        public (Tensor values, Tensor indexes) min(long dim, bool keepdim = false) => ExtremeAlong(dim, keepdim, false, "min");

        private (Tensor, Tensor) ExtremeAlong(long dim, bool keepdim, bool largest, string operation)
        {
            var d = Shape.Dim(dim, sizes.Length, operation);
            var (values, indices) = Chosen(d, largest, operation);
            if (values is null || GradMode.Needs(this)) values = sizes.Length == 0 ? view() : gather(d, indices);
            if (sizes.Length == 0) return (values, indices.reshape());
            return keepdim ? (values, indices) : (values.squeeze(d), indices.squeeze(d));
        }

        /// <summary>Where the largest element is, counted through all elements in row-major order: an int64 of no dimensions.</summary>
        /// <exception cref="InvalidOperationException">There are no elements.</exception>
        [Function]
        public Tensor argmax() => reshape(-1).ArgExtreme(0, false, true, "argmax");

        /// <summary>Where the largest element along a dimension is; the first, of equals.</summary>
        [Function]
        public Tensor argmax(long dim, bool keepdim = false) => ArgExtreme(Shape.Dim(dim, sizes.Length, "argmax"), keepdim, true, "argmax");

        /// <summary>Where the smallest element is, counted through all elements in row-major order: an int64 of no dimensions.</summary>
        /// <exception cref="InvalidOperationException">There are no elements.</exception>
        [Function]
        public Tensor argmin() => reshape(-1).ArgExtreme(0, false, false, "argmin");

        /// <summary>Where the smallest element along a dimension is; the first, of equals.</summary>
        [Function]
        public Tensor argmin(long dim, bool keepdim = false) =>
            ArgExtreme(Shape.Dim(dim, sizes.Length, "argmin"), keepdim, false, "argmin");

        private Tensor ArgExtreme(int d, bool keepdim, bool largest, string operation)
        {
            if (sizes.Length == 0) return zeros(keepdim ? [1] : [], ScalarType.Int64);
            var indices = Chosen(d, largest, operation).Indices;
            return keepdim ? indices : indices.squeeze(d).detach();
        }

        /// <summary>
        /// The extremes along a dimension, which is kept with size 1, outside the graph, when they come with the search, and where they
        /// are.
        /// </summary>
        private (Tensor? Values, Tensor Indices) Chosen(int d, bool largest, string operation)
        {
            if (sizes.Length == 0) return (null, zeros([1], ScalarType.Int64));
            if (sizes[d] == 0)
                throw new InvalidOperationException(
                    $"{operation}: dimension {d} of shape {Shape.Text(sizes)} has no elements to choose from");
            using var mode = no_grad();
            if (type is ScalarType.Float32 or ScalarType.Float64) return Rows.Extreme(this, d, largest);
            var rows = Rows.Last(type.IsHalf() ? Cast(ScalarType.Float32) : this, d);
            var y = Empty([.. rows.sizes[..^1]], ScalarType.Int64);
            Rows.ArgExtreme(rows, y, largest);
            var kept = y.unsqueeze(-1);
            return (null, (sizes.Length == 1 ? kept : kept.transpose(d, -1)).Contiguous());
        }
    }
}
