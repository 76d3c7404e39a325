namespace Qiansi;

public static partial class torch
{
    public partial class Tensor
    {
        /// <summary>A copy in which one index of a dimension is src.</summary>
        [Function]
        public Tensor select_scatter(Tensor src, long dim, long index) => Replaced(src, x => x.select(dim, index), "select_scatter");

        /// <summary>A copy in which every step-th element of a dimension, from start to before end, is src.</summary>
        [Function]
        public Tensor slice_scatter(Tensor src, long dim = 0, long? start = null, long? end = null, long step = 1) =>
            Replaced(src, x => x.slice(dim, start ?? 0, end ?? long.MaxValue, step), "slice_scatter");

        /// <summary>A copy in which a diagonal of two dimensions is src.</summary>
        [Function]
        public Tensor diagonal_scatter(Tensor src, long offset = 0L, long dim1 = 0L, long dim2 = 1L) =>
            Replaced(src, x => x.diagonal(offset, dim1, dim2), "diagonal_scatter");

        private Tensor Replaced(Tensor src, Func<Tensor, Tensor> window, string operation)
        {
            Tensor y;
            using (no_grad())
            {
                y = Copy();
                var place = window(y);
                if (!Shape.Same(place.sizes, src.sizes))
                    throw new ArgumentException(
                        $"{operation}: src has shape {Shape.Text(src.sizes)}, the place {Shape.Text(place.sizes)}; they must be equal");
                Torch.Dispatch.Copy.Run(src, place);
            }
            return GradMode.Needs(this, src) ? new ReplacedBackward(operation, this, src, window).Attach(y) : y;
        }

        // y = x with src in a place;  ∂x = g, 0 in that place, ∂src = g there
        private sealed class ReplacedBackward(string operation, Tensor x, Tensor src, Func<Tensor, Tensor> window) : Node(x, src)
        {
            private readonly long[] shape = src.sizes;

            public override string Name => $"{char.ToUpperInvariant(operation[0])}{operation[1..operation.IndexOf('_')]}ScatterBackward0";

            protected override Tensor Backward(int input, Tensor grad) =>
                input == 1 ? window(grad) : grad.Replaced(zeros(shape, grad.type), window, operation);
        }

        /// <summary>A vector (or the elements of any tensor) as the diagonal of a matrix of zeros.</summary>
        [Function]
        public Tensor diagflat(long offset = 0) => reshape(-1).diag_embed(offset);

        /// <summary>The Kronecker product: each element of this times the whole of the other.</summary>
        [Function]
        public Tensor kron(Tensor other)
        {
            var n = Math.Max(sizes.Length, other.sizes.Length);
            long[] a = [.. Enumerable.Repeat(1L, n - sizes.Length), .. sizes],
                b = [.. Enumerable.Repeat(1L, n - other.sizes.Length), .. other.sizes];
            var left = reshape([.. a.SelectMany(s => (long[])[s, 1])]);
            var right = other.reshape([.. b.SelectMany(s => (long[])[1, s])]);
            return (left * right).reshape([.. a.Zip(b, (s, t) => s * t)]);
        }

        /// <summary>The last two dimensions swapped: numbers are real here, so that nothing is conjugated.</summary>
        [Function]
        public Tensor adjoint() => sizes.Length == 0 ? this : mT;

        /// <summary>Powers of a vector's elements as columns: xᴺ⁻¹ … 1, or 1 … xᴺ⁻¹ when increasing.</summary>
        [Function("x")]
        public Tensor vander(long N = -1, bool increasing = false)
        {
            if (sizes.Length != 1) throw new ArgumentException($"vander: shape {Shape.Text(sizes)}; a vector is needed");
            var n = N < 0 ? count : N;
            if (n == 0) return zeros([count, 0], type);
            var powers = torch.cat([torch.ones_like(this).unsqueeze(1), unsqueeze(1).expand(count, n - 1)], 1).cumprod(1);
            return increasing ? powers : powers.flip(1);
        }
    }
}
