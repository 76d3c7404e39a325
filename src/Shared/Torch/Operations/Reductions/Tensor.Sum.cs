using Qiansi.Torch.Dispatch;

namespace Qiansi;

public static partial class torch
{
    public partial class Tensor
    {
        /// <summary>The sum of all elements, a tensor of no dimensions; of integers and truth values an int64.</summary>
        /// <param name="type">The type to sum in, and of the result.</param>
        [Function]
        public Tensor sum(ScalarType? type = null) => SumOver(Shape.DimMask([], sizes.Length, "sum"), false, type);

        /// <summary>The sum over dimensions; none named means all.</summary>
        /// <param name="dim">The dimensions to sum over.</param>
        /// <param name="keepdim">Keeps them with size 1.</param>
        /// <param name="type">The type to sum in.</param>
        [Function]
        public Tensor sum(ReadOnlySpan<long> dim, bool keepdim = false, ScalarType? type = null) =>
            SumOver(Shape.DimMask(dim, sizes.Length, "sum"), keepdim, type);

        /// <summary>The sum over dimensions; none named means all. Of integers and truth values an int64.</summary>
        /// <param name="dim">The dimensions to sum over; negative ones count from the last.</param>
        /// <param name="keepdim">Keeps what is reduced with size 1; else it is gone from the shape.</param>
        /// <param name="type">The type to sum in, and of the result.</param>
        [Function]
        public Tensor sum(long[] dim, bool keepdim = false, ScalarType? type = null) => sum(dim.AsSpan(), keepdim, type);

        /// <summary>The sum over one dimension: of (n, m) over 0 it is (m), with keepdim (1, m). Of integers an int64.</summary>
        /// <param name="dim">The dimension; a negative one counts from the last.</param>
        /// <param name="keepdim">Keeps what is reduced with size 1; else it is gone from the shape.</param>
        /// <param name="type">The type to sum in, and of the result.</param>
        [Function]
        public Tensor sum(long dim, bool keepdim = false, ScalarType? type = null) => sum([dim], keepdim, type);

        /// <summary>The sum over one dimension. With an int: else a literal 0 would mean a ScalarType.</summary>
        [Function]
        public Tensor sum(int dim, bool keepdim = false, ScalarType? type = null) => sum([dim], keepdim, type);

        /// <summary>The sum over two dimensions; the others stay. Of integers an int64.</summary>
        /// <param name="keepdim">Keeps what is reduced with size 1; else it is gone from the shape.</param>
        [Function]
        public Tensor sum(long dim0, long dim1, bool keepdim = false, ScalarType? type = null) => sum([dim0, dim1], keepdim, type);

        /// <summary>The sum over three dimensions; the others stay. Of integers an int64.</summary>
        /// <param name="keepdim">Keeps what is reduced with size 1; else it is gone from the shape.</param>
        [Function]
        public Tensor sum(long dim0, long dim1, long dim2, bool keepdim = false, ScalarType? type = null) =>
            sum([dim0, dim1, dim2], keepdim, type);

        private Tensor SumOver(bool[] mask, bool keepdim, ScalarType? to)
        {
            var target = to ?? (type.IsFloating() ? type : ScalarType.Int64);
            if (target != type) return to_type(target).SumOver(mask, keepdim, target);
            var y = Reduce.Apply<Sum>(this, mask, keepdim);
            return GradMode.Needs(this) ? new SumBackward1(this, mask, keepdim).Attach(y) : y;
        }

        // y = Σ x;  ∂x = g, repeated
        private sealed class SumBackward1(Tensor x, bool[] mask, bool keepdim) : Node(x)
        {
            private readonly long[] shape = x.sizes;

            public override string Name => keepdim || Array.IndexOf(mask, false) >= 0 ? "SumBackward1" : "SumBackward0";

            protected override Tensor Backward(int input, Tensor grad) => grad.Spread(shape, mask, keepdim);
        }

        /// <summary>A reduced tensor repeated along the reduced dimensions: a view.</summary>
        internal Tensor Spread(long[] shape, bool[] mask, bool keepdim)
        {
            var kept = this;
            if (!keepdim && shape.Length > 0)
            {
                var ones = new long[shape.Length];
                for (var i = 0; i < shape.Length; i++) ones[i] = mask[i] ? 1 : shape[i];
                kept = reshape(ones);
            }
            return kept.expand(shape);
        }

        /// <summary>The mean of all elements, a tensor of no dimensions; of none it is NaN.</summary>
        /// <exception cref="InvalidOperationException">The elements are integers or truth values.</exception>
        [Function]
        public Tensor mean() => MeanOver(Shape.DimMask([], sizes.Length, "mean"), false, null);

        /// <summary>The mean over dimensions; none named means all.</summary>
        /// <param name="dimensions">The dimensions to average over; negative ones count from the last.</param>
        /// <param name="keepdim">Keeps what is reduced with size 1; else it is gone from the shape.</param>
        /// <param name="type">The type to average in, and of the result.</param>
        /// <exception cref="InvalidOperationException">The elements are integers or truth values, and no type is given.</exception>
        [Function]
        public Tensor mean(long[] dimensions, bool keepdim = false, ScalarType? type = null) =>
            MeanOver(Shape.DimMask(dimensions, sizes.Length, "mean"), keepdim, type);

        /// <summary>The mean over one dimension: of (n, m) over 0 it is (m), with keepdim (1, m).</summary>
        /// <param name="dim">The dimension; a negative one counts from the last.</param>
        /// <param name="keepdim">Keeps what is reduced with size 1; else it is gone from the shape.</param>
        /// <param name="type">The type to average in, and of the result.</param>
        /// <exception cref="InvalidOperationException">The elements are integers or truth values, and no type is given.</exception>
        [Function]
        public Tensor mean(long dim, bool keepdim = false, ScalarType? type = null) => mean([dim], keepdim, type);

        private Tensor MeanOver(bool[] mask, bool keepdim, ScalarType? to)
        {
            if (to is { } target && target != type) return to_type(target).MeanOver(mask, keepdim, null);
            if (!type.IsFloating())
                throw new InvalidOperationException(
                    $"mean: the mean of {type.TorchName()} is not an integer; convert first: .to(torch.float32)");
            var y = Reduce.Apply<Sum>(this, mask, keepdim);
            var n = CountOver(mask);
            Binary.Run<Divide>(y, n, y);
            return GradMode.Needs(this) ? new MeanBackward1(this, mask, keepdim, n).Attach(y) : y;
        }

        // y = Σ x / n;  ∂x = g/n, repeated
        private sealed class MeanBackward1(Tensor x, bool[] mask, bool keepdim, long n) : Node(x)
        {
            private readonly long[] shape = x.sizes;

            public override string Name => keepdim || Array.IndexOf(mask, false) >= 0 ? "MeanBackward1" : "MeanBackward0";

            protected override Tensor Backward(int input, Tensor grad) => (grad / n).Spread(shape, mask, keepdim);
        }

        private long CountOver(bool[] mask)
        {
            long n = 1;
            for (var i = 0; i < sizes.Length; i++)
            {
                if (mask[i]) n *= sizes[i];
            }
            return n;
        }

        /// <summary>The product of all elements, a tensor of no dimensions; of none it is 1. Of integers an int64.</summary>
        /// <param name="type">The type to multiply in, and of the result.</param>
        [Function]
        public Tensor prod(ScalarType? type = null) => ProdOver(Shape.DimMask([], sizes.Length, "prod"), false, type);

        /// <summary>The product over one dimension: of (n, m) over 0 it is (m). Of integers an int64.</summary>
        /// <param name="dim">The dimension; a negative one counts from the last.</param>
        /// <param name="keepdim">Keeps what is reduced with size 1; else it is gone from the shape.</param>
        /// <param name="type">The type to multiply in, and of the result.</param>
        [Function]
        public Tensor prod(long dim, bool keepdim = false, ScalarType? type = null) =>
            ProdOver(Shape.DimMask([dim], sizes.Length, "prod"), keepdim, type);

        /// <summary>The product over one dimension. With an int: else a literal 0 would mean a ScalarType.</summary>
        [Function]
        public Tensor prod(int dim, bool keepdim = false, ScalarType? type = null) => prod((long)dim, keepdim, type);

        private Tensor ProdOver(bool[] mask, bool keepdim, ScalarType? to)
        {
            var target = to ?? (type.IsFloating() ? type : ScalarType.Int64);
            if (target != type) return to_type(target).ProdOver(mask, keepdim, target);
            var y = Reduce.Apply<Product>(this, mask, keepdim);
            return GradMode.Needs(this) ? new ProdBackward0(this, y, mask, keepdim).Attach(y) : y;
        }

        // y = Π x;  ∂xᵢ = g · the product of the others: y/xᵢ, or by leaving each out where there are zeros
        private sealed class ProdBackward0(Tensor x, Tensor y, bool[] mask, bool keepdim) : Node(x)
        {
            private Saved x = new(x), y = new(y);

            protected override Tensor Backward(int input, Tensor grad)
            {
                var spread = grad.Spread(x.Value.sizes, mask, keepdim);
                bool zero;
                using (no_grad()) zero = (x.Value == 0).any().item<bool>();
                if (!zero) return spread * (y.Value.Spread(x.Value.sizes, mask, keepdim) / x.Value);
                return spread * Others(x.Value);
            }

            // The product of what is before and what is after each element, one reduced dimension after the other.
            private Tensor Others(Tensor x)
            {
                var kept = new List<long>();
                var reduced = new List<long>();
                for (var i = 0; i < x.sizes.Length; i++) (mask[i] ? reduced : kept).Add(i);
                long[] order = [.. kept, .. reduced];
                var flat = x.permute(order);
                var shape = flat.sizes;
                flat = flat.reshape([.. shape[..kept.Count], -1]);
                var n = flat.sizes[^1];
                var one = ones([.. flat.sizes[..^1], 1], x.type);
                var before = torch.cat([one, flat.narrow(-1, 0, n - 1)], -1).cumprod(-1);
                var after = torch.cat([one, flat.narrow(-1, 1, n - 1).flip(-1)], -1).cumprod(-1).flip(-1);
                var inverse = new long[order.Length];
                for (var i = 0; i < order.Length; i++) inverse[order[i]] = i;
                return (before * after).reshape(shape).permute(inverse);
            }

            protected internal override void Release() => Saved.Release(ref x, ref y);
        }

        /// <summary>Whether no element is zero: a truth value, true where there are no elements.</summary>
        [Function]
        public Tensor all() => Truths().Cast(ScalarType.Byte).Flags<Smallest>(Shape.DimMask([], sizes.Length, "all"), false);

        /// <summary>Whether all elements along a dimension are not zero.</summary>
        [Function]
        public Tensor all(long dim, bool keepdim = false) =>
            Truths().Cast(ScalarType.Byte).Flags<Smallest>(Shape.DimMask([dim], sizes.Length, "all"), keepdim);

        /// <summary>Whether at least one element is not zero: a truth value, false where there are no elements.</summary>
        [Function]
        public Tensor any() => Truths().Cast(ScalarType.Byte).Flags<Largest>(Shape.DimMask([], sizes.Length, "any"), false);

        /// <summary>Whether any element along a dimension is not zero.</summary>
        [Function]
        public Tensor any(long dim, bool keepdim = false) =>
            Truths().Cast(ScalarType.Byte).Flags<Largest>(Shape.DimMask([dim], sizes.Length, "any"), keepdim);

        private Tensor Truths() => type == ScalarType.Bool ? this : ne(0);

        private Tensor Flags<TOp>(bool[] mask, bool keepdim) where TOp : struct, IReduction
        {
            if (CountOver(mask) == 0) return full(Reduce.Sizes(sizes, mask, keepdim), typeof(TOp) == typeof(Smallest), ScalarType.Bool);
            if (rowMajor && !keepdim && Array.IndexOf(mask, false) < 0)
                return full([], typeof(TOp) == typeof(Smallest) ? !Indexed.Contains(this, 0) : !Indexed.IsAll(this, 0), ScalarType.Bool);
            return Reduce.Apply<TOp>(this, mask, keepdim).Cast(ScalarType.Bool);
        }

        /// <summary>How many elements are not zero, over all or some dimensions.</summary>
        [Function]
        public Tensor count_nonzero(long[]? dims = null) => ne(0).sum(dims ?? []);
    }
}
