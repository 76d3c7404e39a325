using Qiansi.Torch.Dispatch;

namespace Qiansi;

public static partial class torch
{
    public partial class Tensor
    {
        /// <summary>The variance of all elements, a tensor of no dimensions; of one element, unbiased, it is NaN.</summary>
        /// <param name="unbiased">Divides by n − 1 instead of n.</param>
        [Function]
        public Tensor var(bool unbiased = true) => Variance([], unbiased, false, false);

        /// <summary>The variance over dimensions, about the mean over the same; none named means all.</summary>
        /// <param name="dimensions">The dimensions that are reduced; negative ones count from the last.</param>
        /// <param name="unbiased">Divides by n − 1 instead of n.</param>
        /// <param name="keepdim">Keeps what is reduced with size 1; else it is gone from the shape.</param>
        [Function]
        public Tensor var(long[] dimensions, bool unbiased = true, bool keepdim = false, ScalarType? type = null) =>
            (type is { } t ? to_type(t) : this).Variance(dimensions, unbiased, keepdim, false);

        /// <summary>The variance over one dimension: of (n, m) over 0 it is (m), with keepdim (1, m).</summary>
        /// <param name="dim">The dimension; a negative one counts from the last.</param>
        /// <param name="unbiased">Divides by n − 1 instead of n.</param>
        /// <param name="keepdim">Keeps what is reduced with size 1; else it is gone from the shape.</param>
        [Function("input", "dimensions")]
        public Tensor var(long dim, bool unbiased = true, bool keepdim = false, ScalarType? type = null) =>
            var([dim], unbiased, keepdim, type);

        /// <summary>The standard deviation of all elements: the root of their variance.</summary>
        /// <param name="unbiased">Divides by n − 1 instead of n.</param>
        /// <exception cref="InvalidOperationException">The elements are integers or truth values.</exception>
        [Function]
        public Tensor std(bool unbiased = true) => Variance([], unbiased, false, true);

        /// <summary>The standard deviation over dimensions, about the mean over the same; none named means all.</summary>
        /// <param name="dimensions">The dimensions that are reduced; negative ones count from the last.</param>
        /// <param name="unbiased">Divides by n − 1 instead of n.</param>
        /// <param name="keepdim">Keeps what is reduced with size 1; else it is gone from the shape.</param>
        [Function]
        public Tensor std(long[] dimensions, bool unbiased = true, bool keepdim = false, ScalarType? type = null) =>
            (type is { } t ? to_type(t) : this).Variance(dimensions, unbiased, keepdim, true);

        /// <summary>The standard deviation over one dimension: of (n, m) over 0 it is (m), with keepdim (1, m).</summary>
        /// <param name="dim">The dimension; a negative one counts from the last.</param>
        /// <param name="unbiased">Divides by n − 1 instead of n.</param>
        /// <param name="keepdim">Keeps what is reduced with size 1; else it is gone from the shape.</param>
        [Function("input", "dimensions")]
        public Tensor std(long dim, bool unbiased = true, bool keepdim = false, ScalarType? type = null) =>
            std([dim], unbiased, keepdim, type);

        /// <summary>The standard deviation and the mean of all elements.</summary>
        [Function]
        public (Tensor std, Tensor mean) std_mean(bool unbiased = true) => (std(unbiased), mean());

        /// <summary>The variance and the mean of all elements.</summary>
        [Function]
        public (Tensor @var, Tensor mean) var_mean(bool unbiased = true) => (this.var(unbiased), mean());

        /// <summary>The standard deviation and the mean over dimensions.</summary>
        [Function]
        public (Tensor std, Tensor mean) std_mean(long[] dimensions, bool unbiased = true, bool keepdim = false, ScalarType? type = null) =>
            (this.std(dimensions, unbiased, keepdim, type), mean(dimensions, keepdim, type));

        /// <summary>The standard deviation and the mean over one dimension.</summary>
        [Function("input", "dimensions")]
        public (Tensor std, Tensor mean) std_mean(long dim, bool unbiased = true, bool keepdim = false, ScalarType? type = null) =>
            std_mean([dim], unbiased, keepdim, type);

        /// <summary>The variance and the mean over dimensions.</summary>
        [Function]
        public (Tensor @var, Tensor mean) var_mean(long[] dimensions, bool unbiased = true, bool keepdim = false,
            ScalarType? type = null) => (this.var(dimensions, unbiased, keepdim, type), mean(dimensions, keepdim, type));

        /// <summary>The variance and the mean over one dimension.</summary>
        [Function("input", "dimensions")]
        public (Tensor @var, Tensor mean) var_mean(long dim, bool unbiased = true, bool keepdim = false, ScalarType? type = null) =>
            var_mean([dim], unbiased, keepdim, type);

        private Tensor Variance(long[] dims, bool unbiased, bool keepdim, bool root)
        {
            var name = root ? "std" : "var";
            if (!type.IsFloating())
                throw new InvalidOperationException($"{name}: of {type.TorchName()} is not an integer; convert first: .to(torch.float32)");
            var mask = Shape.DimMask(dims, sizes.Length, name);
            var n = CountOver(mask) - (unbiased ? 1 : 0);
            Tensor y, centred;
            using (no_grad())
            {
                centred = this - MeanOver(mask, true, null).Spread(sizes, mask, true);
                y = centred.square().SumOver(mask, keepdim, null) / Math.Max(0, n);
                if (root) y = y.sqrt();
            }
            if (!GradMode.Needs(this)) return y;
            return root ? new StdBackward0(this, y, mask, keepdim, n).Attach(y) : new VarBackward0(this, mask, keepdim, n).Attach(y);
        }

        // y = Σ (x − m)² / n;  ∂x = 2g(x − m)/n, for the mean's share sums to nothing
        private sealed class VarBackward0(Tensor x, bool[] mask, bool keepdim, long n) : UnaryNode(x, x)
        {
            protected override Tensor Backward(Tensor grad, Tensor x)
            {
                var centred = x - x.MeanOver(mask, true, null);
                return grad.Spread(x.sizes, mask, keepdim) * centred * (2.0 / n);
            }
        }

        // y = √v;  ∂x = g(x − m)/(n·y), 0 where y is 0
        private sealed class StdBackward0(Tensor x, Tensor y, bool[] mask, bool keepdim, long n) : Node(x)
        {
            private Saved x = new(x), y = new(y);

            protected override Tensor Backward(int input, Tensor grad)
            {
                var centred = x.Value - x.Value.MeanOver(mask, true, null);
                var scale = (grad / (y.Value * n)).masked_fill(y.Value == 0, 0);
                return scale.Spread(x.Value.sizes, mask, keepdim) * centred;
            }

            protected internal override void Release() => Saved.Release(ref x, ref y);
        }

        /// <summary>ln Σ eˣ over one dimension, without overflow.</summary>
        [Function]
        public Tensor logsumexp(long dim, bool keepdim = false) => logsumexp([dim], keepdim);

        /// <summary>ln Σ eˣ over dimensions, without overflow.</summary>
        [Function]
        public Tensor logsumexp(long[] dims, bool keepdim = false)
        {
            var mask = Shape.DimMask(dims, sizes.Length, "logsumexp");
            Tensor y;
            using (no_grad())
            {
                if (count == 0) y = SumOver(mask, keepdim, null).log();
                else
                {
                    var top = Reduce.Apply<Largest>(this, mask, true);
                    top = top.masked_fill(top.abs() == double.PositiveInfinity, 0);
                    y = (this - top).exp().SumOver(mask, keepdim, null)
                        .log() + (keepdim ? top : top.reshape(Reduce.Sizes(sizes, mask, false)));
                }
            }
            return GradMode.Needs(this) ? new LogsumexpBackward0(this, y, mask, keepdim).Attach(y) : y;
        }

        // y = ln Σ eˣ;  ∂x = g·e^(x − y), divided by its sum, 1, which the rounding of a large y spoils
        private sealed class LogsumexpBackward0(Tensor x, Tensor y, bool[] mask, bool keepdim) : Node(x)
        {
            private Saved x = new(x), y = new(y);

            protected override Tensor Backward(int input, Tensor grad)
            {
                var shape = x.Value.sizes;
                var shares = (x.Value - y.Value.Spread(shape, mask, keepdim)).exp();
                return grad.Spread(shape, mask, keepdim) * (shares / shares.SumOver(mask, true, null));
            }

            protected internal override void Release() => Saved.Release(ref x, ref y);
        }

        /// <summary>The p-norm of all elements, (Σ|x|ᵖ)^(1/p).</summary>
        /// <param name="p">
        /// With a point or an f: <c>norm(1f)</c>. An integer names a dimension, as in TorchSharp:
        /// <c>norm(1)</c> is the 2-norm along dimension 1.
        /// </param>
        [Function]
        public Tensor norm(float p = 2.0f) => linalg.vector_norm(this, p);

        /// <summary>
        /// The p-norm along a dimension: <c>norm(1)</c> is the 2-norm of a matrix's rows, where PyTorch's is the 1-norm of all elements,
        /// here <c>norm(1f)</c>.
        /// </summary>
        [Function("input", "dimension")]
        public Tensor norm(int dim, bool keepdim = false, float p = 2.0f) => linalg.vector_norm(this, p, [dim], keepdim);

        /// <summary>The p-norm of the difference of two tensors, (Σ|x − y|ᵖ)^(1/p); shapes broadcast.</summary>
        [Function]
        public Tensor dist(Tensor other, float p = 2.0f) => (this - other).norm(p);
    }
}
