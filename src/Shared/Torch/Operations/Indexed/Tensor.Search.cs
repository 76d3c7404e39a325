using Qiansi.Torch.Tensors;

namespace Qiansi;

public static partial class torch
{
    public partial class Tensor
    {
        /// <summary>Where elements are among others.</summary>
        /// <param name="test_elements">What is looked for.</param>
        /// <param name="assumeUnique">Not looked at: it would allow a faster way.</param>
        /// <param name="invert">Where they are not.</param>
        [Function("tensor")]
        public Tensor isin(Tensor test_elements, bool assumeUnique = false, bool invert = false)
        {
            using var mode = no_grad();
            var type = Promotion.Of(this, test_elements);
            var sought = test_elements.to_type(type).reshape(-1).sort(0).Values;
            var x = to_type(type);
            if (sought.count == 0) return full(sizes, invert, ScalarType.Bool);
            var place = sought.detach().BucketOf(x, right: false).clamp_max(sought.count - 1);
            var found = sought.take(place) == x;
            return invert ? found.logical_not() : found;
        }

        /// <summary>For each element the number of boundaries below it (right: or equal to it).</summary>
        /// <param name="boundaries">A rising vector.</param>
        /// <param name="outInt32">Gives int32 instead of int64.</param>
        /// <param name="right">Whether boundaries equal to the element count.</param>
        [Function]
        public Tensor bucketize(Tensor boundaries, bool outInt32 = false, bool right = false)
        {
            if (boundaries.sizes.Length != 1)
                throw new ArgumentException($"bucketize: boundaries of shape {Shape.Text(boundaries.sizes)}; a vector is needed");
            return searchsorted(boundaries, this, outInt32, right);
        }

        /// <summary>
        /// For each value the number of elements of this rising vector, or rising rows, that are below it (right: or equal).
        /// </summary>
        internal Tensor BucketOf(Tensor values, bool right)
        {
            using var mode = no_grad();
            var type = Promotion.Of(this, values);
            var rows = to_type(type.IsFloating() || type == ScalarType.Int64 ? type : ScalarType.Int64).Contiguous();
            var x = values.detach().to_type(rows.type).Contiguous();
            var y = Empty(x.sizes, ScalarType.Int64);
            if (rows.type.IsHalf()) (rows, x) = (rows.Cast(ScalarType.Float32), x.Cast(ScalarType.Float32));
            var n = (int)rows.sizes[^1];
            var each = rows.sizes.Length == 1 ? x.count : x.sizes[^1];
            if (rows.type == ScalarType.Float32)
                Torch.Dispatch.Search.Run(rows.Span<float>(), n, x.Span<float>(), each, y.Span<long>(), right);
            else if (rows.type == ScalarType.Float64)
                Torch.Dispatch.Search.Run(rows.Span<double>(), n, x.Span<double>(), each, y.Span<long>(), right);
            else Torch.Dispatch.Search.Run(rows.Span<long>(), n, x.Span<long>(), each, y.Span<long>(), right);
            GC.KeepAlive(rows);
            GC.KeepAlive(x);
            return y;
        }
    }
}
