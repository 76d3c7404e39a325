using Qiansi.Torch.Tensors;

namespace Qiansi;

public static partial class torch
{
    public partial class Tensor
    {
        /// <summary>The sum of the elements that are numbers; NaN counts as 0.</summary>
        [Function]
        public Tensor nansum() => type.IsFloating() ? masked_fill(isnan(), 0).sum() : sum();

        /// <summary>The mean of the elements that are numbers, over all or one dimension; NaN of none.</summary>
        [Function]
        public Tensor nanmean(int? dim = null, bool keepdim = false, ScalarType? dtype = null)
        {
            var x = dtype is { } type ? to_type(type) : this;
            if (!x.type.IsFloating())
                throw new InvalidOperationException(
                    $"nanmean: of {x.type.TorchName()} is not an integer; convert first: .to(torch.float32)");
            long[] dims = dim is { } d ? [d] : [];
            var missing = x.isnan();
            return x.masked_fill(missing, 0).sum(dims, keepdim) / missing.logical_not().sum(dims, keepdim);
        }

        /// <summary>The median of the elements that are numbers; the lower one of two.</summary>
        [Function]
        public Tensor nanmedian()
        {
            var numbers = type.IsFloating() ? masked_select(isnan().logical_not()) : this;
            return numbers.median();
        }

        /// <summary>
        /// The most frequent elements along a dimension (the smallest, of equally frequent ones), and where the last of each is.
        /// </summary>
        public (Tensor values, Tensor indices) mode(long dim = -1, bool keepdim = false)
        {
            var d = Shape.Dim(dim, sizes.Length, "mode");
            if (sizes.Length == 0) return (clone(), zeros([], ScalarType.Int64));
            if (sizes[d] == 0)
                throw new InvalidOperationException($"mode: dimension {d} of shape {Shape.Text(sizes)} has no elements to choose from");
            Tensor indices;
            using (no_grad())
            {
                var (values, order) = detach().sort(d, stable: true);
                var equal = (values.unsqueeze(d + 1) == values.unsqueeze(d)).sum(d + 1);
                indices = order.gather(d,
                    ((equal * sizes[d]) - arange(sizes[d])
                        .view([sizes[d], .. Enumerable.Repeat(1L, sizes.Length - d - 1)])).argmax(d, true));
                indices = torch.where(this == gather(d, indices),
                    arange(sizes[d]).view([sizes[d], .. Enumerable.Repeat(1L, sizes.Length - d - 1)]), tensor(-1L)).amax([d], true);
            }
            var y = gather(d, indices);
            return keepdim ? (y, indices) : (y.squeeze(d), indices.squeeze(d));
        }

        /// <summary>Quantiles of all elements, or along a dimension, linear between neighbours; NaN where there is one.</summary>
        /// <param name="q">One number of [0, 1], or several: then they are the first dimension of the result.</param>
        /// <param name="dim">The dimension; without it all elements count.</param>
        /// <param name="keepdim">Keeps what is reduced with size 1.</param>
        [Function]
        public Tensor quantile(Tensor q, long? dim = null, bool keepdim = false) => Quantile(q, dim, keepdim, "quantile");

        /// <summary>Quantiles of all elements that are numbers, or of those along a dimension.</summary>
        [Function]
        public Tensor nanquantile(Tensor q, long? dim = null, bool keepdim = false) => Quantile(q, dim, keepdim, "nanquantile");

        private Tensor Quantile(Tensor q, long? dim, bool keepdim, string operation)
        {
            if (!type.IsFloating() || q.type != type)
                throw new ArgumentException(
                    $"{operation}: {type.TorchName()}, with q of {q.type.TorchName()}; both must be of one floating-point type");
            if (q.sizes.Length > 1)
                throw new ArgumentException($"{operation}: q of shape {Shape.Text(q.sizes)}; one number or a vector is needed");
            if (q.Outside(0, 1)) throw new ArgumentException($"{operation}: q has numbers outside [0, 1]");
            if (count == 0) throw new InvalidOperationException($"{operation}: shape {Shape.Text(sizes)} has no elements");
            if (dim is null)
            {
                var all = reshape(-1).Quantile(q, 0, false, operation);
                return keepdim ? all.reshape([.. q.sizes, .. Enumerable.Repeat(1L, sizes.Length)]) : all;
            }
            var d = Shape.Dim(dim.Value, sizes.Length, operation);
            if (sizes.Length == 0) return unsqueeze(0).Quantile(q, 0, false, operation);
            var last = transpose(d, -1);
            var sorted = last.sort(-1).Values;
            using var mode = GradMode.Enabled ? null : (IDisposable)no_grad();
            var missing = last.detach().isnan().sum(-1, true);
            // (…, n) at ranks (…, q), then q in front.
            var most = operation == "quantile"
                ? full(missing.sizes, sizes[d] - 1, type) : (sizes[d] - 1 - missing).clamp_min(0).to_type(type);
            var rank = q.reshape(-1) * most;
            if (operation == "quantile") rank = torch.where(missing > 0, full([], sizes[d] - 1, type), rank);
            var below = rank.detach().floor();
            var (low, high) = (sorted.gather(-1, below.to_type(ScalarType.Int64)),
                sorted.gather(-1, rank.detach().ceil().to_type(ScalarType.Int64)));
            var y = low.lerp(high, rank - below).movedim([-1], [0]);
            y = keepdim ? y.unsqueeze(-1).transpose(d + 1, -1) : y;
            return q.sizes.Length == 0 ? y.squeeze(0) : y;
        }

        private bool Outside(double low, double high)
        {
            using var mode = no_grad();
            return ((this >= low).logical_and(this <= high)).logical_not().any().item<bool>();
        }
    }

    /// <summary>
    /// The most frequent elements along a dimension (the smallest, of equally frequent ones), and where the last of each is.
    /// </summary>
    public static (Tensor, Tensor) mode(Tensor input, long dim = -1, bool keepdim = false) => input.mode(dim, keepdim);
}
