using Qiansi.Torch.Tensors;

namespace Qiansi;

public static partial class torch
{
    public partial class Tensor
    {
        /// <summary>The covariances of variables, which are rows, over observations, which are columns.</summary>
        /// <param name="correction">What is taken from the number of observations before dividing.</param>
        /// <param name="fweights">How often each observation was made: integers.</param>
        /// <param name="aweights">How much each observation weighs.</param>
        [Function]
        public Tensor cov(long correction = 1, Tensor? fweights = null, Tensor? aweights = null)
        {
            if (sizes.Length > 2)
                throw new ArgumentException(
                    $"cov: shape {Shape.Text(sizes)}; at most two dimensions are possible: variables and observations");
            if (type == ScalarType.Bool)
                throw new ArgumentException("cov: truth values have no covariance; convert first: .to(torch.float32)");
            var x = (type.IsFloating() ? this : to_type(Promotion.DefaultFloat)).reshape(sizes.Length == 2 ? sizes : [1, count]);
            Tensor? weights = null;
            foreach (var w in (Tensor?[])[fweights, aweights])
            {
                if (w is null) continue;
                if (w.sizes.Length != 1 || w.count != x.sizes[1])
                    throw new ArgumentException(
                        $"cov: weights of shape {Shape.Text(w.sizes)} for {x.sizes[1]} observations; one for each is needed");
                weights = weights is null ? w.to_type(x.type) : weights * w.to_type(x.type);
            }
            var sum = weights is null ? full([], x.sizes[1], x.type) : weights.sum();
            var mean = (weights is null ? x : x * weights).sum(1, true) / sum;
            var norm = aweights is null || correction == 0
                ? sum - correction : sum - (correction * (weights! * aweights.to_type(x.type)).sum() / sum);
            var centred = x - mean;
            var y = centred.mm((weights is null ? centred : centred * weights).t()) / norm.clamp_min(0);
            // PyTorch's: of one variable a number, also when it is a row.
            return y.squeeze();
        }

        /// <summary>The correlation coefficients of variables, which are rows; 1 of a variable by itself.</summary>
        [Function]
        public Tensor corrcoef()
        {
            var c = cov();
            if (c.sizes.Length == 0) return c / c;
            var deviation = c.diagonal().sqrt();
            return (c / deviation.unsqueeze(1) / deviation.unsqueeze(0)).clamp(-1, 1);
        }

        /// <summary>
        /// How many elements fall into each of so many parts of [min, max]; of the smallest to the largest element when both are 0. Others
        /// are not counted.
        /// </summary>
        [Function]
        public Tensor histc(long bins = 100, long min = 0, long max = 0)
        {
            if (!type.IsFloating())
                throw new InvalidOperationException($"histc: of {type.TorchName()} is not counted; convert first: .to(torch.float32)");
            if (bins <= 0) throw new ArgumentException($"histc: {bins} bins; there must be at least 1");
            if (max < min) throw new ArgumentException($"histc: max {max} is below min {min}");
            using var mode = no_grad();
            var (low, high) = ((double)min, (double)max);
            if (low == high && count > 0) (low, high) = (this.min().ToDouble(), this.max().ToDouble());
            if (!double.IsFinite(low) || !double.IsFinite(high))
                throw new ArgumentException(
                    $"histc: the range [{low}, {high}] is not finite; give min and max, or take NaN and infinite elements out first");
            if (low == high) (low, high) = (low - 1, high + 1);
            var inside = masked_select((this >= low).logical_and(this <= high));
            var bin = ((inside - low) / (high - low) * bins).to_type(ScalarType.Int64).clamp(0, bins - 1);
            return zeros([bins], type).index_add(0, bin, torch.ones_like(inside), 1);
        }

        /// <summary>ln of the sums of eˣ so far, along a dimension, without overflow.</summary>
        [Function]
        public Tensor logcumsumexp(long dim)
        {
            if (!type.IsFloating())
                throw new InvalidOperationException($"logcumsumexp: of {type.TorchName()} is not made; convert first: .to(torch.float32)");
            var d = Shape.Dim(dim, sizes.Length, "logcumsumexp");
            if (sizes.Length == 0 || count == 0) return clone();
            // Each sum in the scale of the largest element so far: a matrix of the terms of each.
            var last = transpose(d, -1);
            var n = sizes[d];
            var terms = last.unsqueeze(-2).expand([.. last.sizes[..^1], n, n])
                .masked_fill(ones(n, n, ScalarType.Bool).tril().logical_not(), double.NegativeInfinity);
            return terms.logsumexp(-1).transpose(d, -1);
        }

        /// <summary>The area under the points along a dimension, dx apart, by trapezoids.</summary>
        [Function("y")]
        public Tensor trapezoid(double dx = 1, long dim = -1) => Trapezoids(null, dim, "trapezoid").sum(dim) * dx;

        /// <summary>The area under the points along a dimension, at places x, by trapezoids.</summary>
        [Function("y")]
        public Tensor trapezoid(Tensor x, long dim = -1) => Trapezoids(x, dim, "trapezoid").sum(dim);

        /// <summary>The areas so far under the points along a dimension, dx apart.</summary>
        [Function("y")]
        public Tensor cumulative_trapezoid(double dx = 1, long dim = -1) => Trapezoids(null, dim, "cumulative_trapezoid").cumsum(dim) * dx;

        /// <summary>The areas so far under the points along a dimension, at places x.</summary>
        [Function("y")]
        public Tensor cumulative_trapezoid(Tensor x, long dim = -1) => Trapezoids(x, dim, "cumulative_trapezoid").cumsum(dim);

        private Tensor Trapezoids(Tensor? x, long dim, string operation)
        {
            var d = Shape.Dim(dim, sizes.Length, operation);
            if (sizes.Length == 0)
                throw new ArgumentException($"{operation}: a 0-dimensional tensor is one point; a dimension of points is needed");
            var n = Math.Max(0, sizes[d] - 1);
            var heights = (narrow(d, sizes[d] - n, n) + narrow(d, 0, n)) / 2;
            if (x is null) return heights;
            if (x.sizes.Length == 1 && x.count == sizes[d])
                return heights * x.diff().view([n, .. Enumerable.Repeat(1L, sizes.Length - d - 1)]);
            return heights * x.diff(dim: x.sizes.Length - sizes.Length + d);
        }

        /// <summary>Each slice along a dimension whose p-norm is above maxnorm scaled down to it.</summary>
        [Function]
        public Tensor renorm(float p, long dim, float maxnorm)
        {
            var d = Shape.Dim(dim, sizes.Length, "renorm");
            if (sizes.Length < 2) throw new ArgumentException($"renorm: shape {Shape.Text(sizes)}; at least two dimensions are needed");
            var norm = linalg.vector_norm(this, p, [.. Enumerable.Range(0, sizes.Length).Where(i => i != d).Select(i => (long)i)], true);
            return this * torch.where(norm > maxnorm, maxnorm / (norm + 1e-7), 1.0);
        }
    }

    /// <inheritdoc cref="Tensor.trapezoid(double, long)"/>
    public static Tensor trapz(Tensor y, double dx = 1, long dim = -1) => y.trapezoid(dx, dim);

    /// <inheritdoc cref="Tensor.trapezoid(Tensor, long)"/>
    public static Tensor trapz(Tensor y, Tensor x, long dim = -1) => y.trapezoid(x, dim);
}
