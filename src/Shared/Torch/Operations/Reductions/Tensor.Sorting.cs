using Qiansi.Torch.Dispatch;

namespace Qiansi;

public static partial class torch
{
    public partial class Tensor
    {
        /// <summary>Elements in order along a dimension, and where they were; equal ones keep their order, NaN counts as largest.</summary>
        [Function]
        public (Tensor Values, Tensor Indices) sort(long dim = -1, bool descending = false, bool stable = false)
        {
            var d = Shape.Dim(dim, sizes.Length, "sort");
            if (sizes.Length == 0) return (clone(), zeros([], ScalarType.Int64));
            var indices = Order(d, descending);
            return (gather(d, indices), indices);
        }

        /// <summary>The indices that put a dimension in order.</summary>
        [Function]
        public Tensor argsort(long dim = -1, bool descending = false) =>
            sizes.Length == 0 ? zeros([], ScalarType.Int64) : Order(Shape.Dim(dim, sizes.Length, "argsort"), descending);

        /// <summary>Rows in order, each column by itself.</summary>
        [Function("tensor")]
        public Tensor msort() => sort(0).Values;

        /// <summary>Where the first elements in order are, all unless a number is given.</summary>
        private Tensor Order(int d, bool descending, long? take = null)
        {
            using var mode = no_grad();
            var rows = Rows.Last(type.IsHalf() ? Cast(ScalarType.Float32) : this, d);
            var indices = Empty([.. rows.sizes[..^1], take ?? rows.sizes[^1]], ScalarType.Int64);
            if (indices.count > 0) Sorting.Order(rows, indices, (int)indices.sizes[^1], descending);
            return d == sizes.Length - 1 ? indices : indices.transpose(d, -1).Contiguous();
        }

        /// <summary>The k largest (or smallest) elements along a dimension, in order, and where they are.</summary>
        [Function("tensor")]
        public (Tensor values, Tensor indexes) topk(int k, int dim = -1, bool largest = true, bool sorted = true)
        {
            var d = Shape.Dim(dim, sizes.Length, "topk");
            if (sizes.Length == 0)
                return k is 0 or 1
                    ? unsqueeze(0).topk(k, 0) is var (v, i) && k == 1 ? (v.view(), i.view()) : (v, i)
                    : throw new ArgumentException($"topk: {k} elements of a 0-dimensional tensor are asked for; it has 1");
            if (k < 0 || k > sizes[d])
                throw new ArgumentException(
                    $"topk: {k} elements of dimension {d} are asked for; it has {sizes[d]} (shape {Shape.Text(sizes)})");
            var indices = Order(d, largest, k).detach();
            return (gather(d, indices), indices);
        }

        /// <summary>The k-th smallest element along a dimension, counted from 1, and where it is.</summary>
        [Function]
        public (Tensor values, Tensor indices) kthvalue(long k, long? dim = null, bool keepdim = false)
        {
            var d = Shape.Dim(dim ?? -1, sizes.Length, "kthvalue");
            if (sizes.Length == 0)
                return k == 1
                    ? (clone(), zeros([], ScalarType.Int64))
                    : throw new ArgumentException($"kthvalue: k is {k}; a 0-dimensional tensor has one element");
            if (k < 1 || k > sizes[d])
                throw new ArgumentException(
                    $"kthvalue: k is {k}; for dimension {d} of shape {Shape.Text(sizes)} it can be 1 to {sizes[d]}");
            var indices = Order(d, false, k).narrow(d, k - 1, 1).Contiguous();
            var values = gather(d, indices);
            return keepdim ? (values, indices) : (values.squeeze(d), indices.squeeze(d));
        }

        /// <summary>The median of all elements; the lower one of two. NaN when there is one. The gradient is shared by equals.</summary>
        [Function]
        public Tensor median()
        {
            if (count == 0)
                return type.IsFloating()
                    ? sum() + double.NaN
                    : throw new InvalidOperationException(
                        $"median: shape {Shape.Text(sizes)} has no elements, and {type.TorchName()} no NaN");
            Tensor y;
            using (no_grad())
            {
                var isMissing = type.IsFloating() && isnan().any().item<bool>();
                y = isMissing ? full([], double.NaN, type) : reshape(-1).kthvalue((count + 1) / 2, 0).values;
            }
            if (!GradMode.Needs(this)) return y;
            return new ExtremeBackward("MedianBackward0", this, y, Shape.DimMask([], sizes.Length, "median"), false).Attach(y);
        }

        /// <summary>The medians along a dimension, the lower one of two, and where they are; the first NaN, where there is one.</summary>
        [Function]
        public (Tensor values, Tensor indices) median(long dim, bool keepdim = false)
        {
            var d = Shape.Dim(dim, sizes.Length, "median");
            if (sizes.Length == 0) return (clone(), zeros([], ScalarType.Int64));
            if (sizes[d] == 0)
                throw new InvalidOperationException($"median: dimension {d} of shape {Shape.Text(sizes)} has no elements to choose from");
            Tensor indices;
            using (no_grad())
            {
                indices = kthvalue((sizes[d] + 1) / 2, d, keepdim: true).indices;
                if (type.IsFloating() && isnan() is var missing)
                    indices = torch.where(missing.any(d, true), missing.argmax(d, true), indices);
            }
            var values = gather(d, indices);
            return keepdim ? (values, indices) : (values.squeeze(d), indices.squeeze(d));
        }

        /// <summary>The different elements in order; where each element's value stands among them; how often each occurs.</summary>
        /// <param name="sorted">Not looked at: they are always in order.</param>
        /// <param name="return_inverse">Gives the second result.</param>
        /// <param name="return_counts">Gives the third result.</param>
        /// <param name="dim">Compares whole slices of this dimension instead of elements.</param>
        [Function]
        public (Tensor output, Tensor? inverse_indices, Tensor? counts) unique(bool sorted = true, bool return_inverse = false,
            bool return_counts = false, int? dim = null)
        {
            using var mode = no_grad();
            if (dim is { } along) return UniqueSlices(along, return_inverse, return_counts, inOrder: true);
            var (values, order) = reshape(-1).sort(0);
            var (output, inverse, counts) = values.unique_consecutive(true, return_counts);
            if (!return_inverse) return (output, null, counts);
            return (output, zeros([count], ScalarType.Int64).scatter(0, order, inverse!).reshape(sizes), counts);
        }

        /// <summary>
        /// Elements without repetitions of the one before; where each element's value stands among them; how often in a row each occurs.
        /// </summary>
        /// <param name="return_inverse">Gives the second result.</param>
        /// <param name="return_counts">Gives the third result.</param>
        /// <param name="dim">Compares whole slices of this dimension instead of elements.</param>
        [Function]
        public (Tensor output, Tensor? inverse_indices, Tensor? counts) unique_consecutive(bool return_inverse = false,
            bool return_counts = false, int? dim = null)
        {
            using var mode = no_grad();
            if (dim is { } along) return UniqueSlices(along, return_inverse, return_counts, inOrder: false);
            var flat = reshape(-1);
            if (count == 0)
                return (flat.clone(), return_inverse ? zeros(sizes, ScalarType.Int64) : null,
                    return_counts ? zeros([0], ScalarType.Int64) : null);
            var first = torch.cat([ones([1], ScalarType.Bool), flat.narrow(0, 1, count - 1).ne(flat.narrow(0, 0, count - 1))]);
            var starts = first.nonzero().reshape(-1);
            var ends = torch.cat([starts.narrow(0, 1, starts.count - 1), tensor(new[] { count })]);
            return (flat.index_select(0, starts), return_inverse ? (first.cumsum(0) - 1).reshape(sizes) : null,
                return_counts ? ends - starts : null);
        }

        /// <summary>How often each number from 0 on occurs, or the sum of the weights there.</summary>
        [Function]
        public Tensor bincount(Tensor? weights = null, long minlength = 0)
        {
            if (type.IsFloating() || sizes.Length != 1)
                throw new ArgumentException($"bincount: {type.TorchName()} of shape {Shape.Text(sizes)}; a vector of integers is needed");
            var numbers = to_type(ScalarType.Int64);
            if (count > 0 && numbers.min().item<long>() < 0)
                throw new ArgumentException($"bincount: {numbers.min().item<long>()} is negative; only numbers from 0 on are counted");
            var n = Math.Max(minlength, count == 0 ? 0 : numbers.max().item<long>() + 1);
            return weights is null
                ? zeros([n], ScalarType.Int64).index_add(0, numbers, ones([count], ScalarType.Int64), 1)
                : zeros([n], weights.type.IsFloating() ? weights.type : ScalarType.Float64)
                    .index_add(0, numbers, weights.type.IsFloating() ? weights : weights.to_type(ScalarType.Float64), 1);
        }

        /// <summary>The largest elements so far along a dimension.</summary>
        [Function]
        public (Tensor values, Tensor indexes) cummax(long dim) => Best(dim, largest: true);

        /// <summary>The smallest elements so far along a dimension.</summary>
        [Function]
        public (Tensor values, Tensor indexes) cummin(long dim) => Best(dim, largest: false);

        private (Tensor, Tensor) Best(long dim, bool largest)
        {
            var d = Shape.Dim(dim, sizes.Length, largest ? "cummax" : "cummin");
            if (sizes.Length == 0 || count == 0) return (clone(), zeros(sizes, ScalarType.Int64));
            Tensor back;
            using (no_grad())
            {
                var last = detach().transpose(d, -1).to_type(ScalarType.Float64).contiguous();
                var indices = Empty(last.sizes, ScalarType.Int64);
                Best(last.Span<double>(), indices.Span<long>(), (int)last.sizes[^1], largest);
                GC.KeepAlive(last);
                back = indices.transpose(d, -1).contiguous();
            }
            return (gather(d, back), back);
        }

        private static void Best(ReadOnlySpan<double> x, Span<long> y, int n, bool largest)
        {
            for (var i = 0; i < x.Length; i++)
            {
                var start = i - (i % n);
                var best = i == start ? i : start + (int)y[i - 1];
                var better = double.IsNaN(x[i]) || (!double.IsNaN(x[best]) && (largest ? x[i] >= x[best] : x[i] <= x[best]));
                y[i] = (better ? i : best) - start;
            }
        }
    }
}
