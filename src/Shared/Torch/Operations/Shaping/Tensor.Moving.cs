using Qiansi.Torch.Dispatch;

namespace Qiansi;

public static partial class torch
{
    public partial class Tensor
    {
        /// <summary>Dimensions turned round, the last element first, in a copy.</summary>
        [Function]
        public Tensor flip(params long[] dims)
        {
            var mask = dims.Length == 0 ? new bool[Math.Max(1, sizes.Length)] : Shape.DimMask(dims, sizes.Length, "flip");
            var y = Empty(sizes, type);
            if (count > 0)
            {
                var reversed = new long[sizes.Length];
                var start = offset;
                for (var i = 0; i < sizes.Length; i++)
                {
                    reversed[i] = mask[i] ? -strides[i] : strides[i];
                    if (mask[i]) start += (sizes[i] - 1) * strides[i];
                }
                using var turned = new Tensor(storage, sizes, reversed, start, type);
                storage.AddReference();
                Torch.Dispatch.Copy.Run(turned, y);
            }
            return GradMode.Needs(this) ? new FlipBackward0(this, dims).Attach(y) : y;
        }

        // y = x turned round;  ∂x = g turned round
        private sealed class FlipBackward0(Tensor x, long[] dims) : Node(x)
        {
            protected override Tensor Backward(int input, Tensor grad) => grad.flip(dims);
        }

        /// <summary>Columns turned round, the last one first, in a copy.</summary>
        [Function]
        public Tensor fliplr() => flip(1);

        /// <summary>Rows turned round, the last one first, in a copy.</summary>
        [Function]
        public Tensor flipud() => flip(0);

        /// <summary>Elements moved along a dimension (or through all elements), those that fall off coming in at the other end.</summary>
        [Function]
        public Tensor roll(long shifts, long? dims = null) =>
            dims is { } dim ? Rolled(shifts, dim) : reshape(-1).Rolled(shifts, 0).view(sizes);

        /// <summary>Elements moved along dimensions, those that fall off coming in at the other end.</summary>
        [Function]
        public Tensor roll(long[] shifts, long[] dims)
        {
            if (shifts.Length != dims.Length)
                throw new ArgumentException($"roll: {Shape.Text(shifts)} and {Shape.Text(dims)} must be of one length");
            var y = this;
            for (var i = 0; i < dims.Length; i++) y = y.Rolled(shifts[i], dims[i]);
            return y;
        }

        /// <summary>Elements moved along the first dimension, or all of them through each other.</summary>
        [Function]
        public Tensor roll(long[] shifts) => shifts.Length == 1
            ? roll(shifts[0]) : throw new ArgumentException($"roll: shifts {Shape.Text(shifts)} without dims; name a dimension for each");

        private Tensor Rolled(long shift, long dim)
        {
            if (count == 0) return clone();
            var d = Shape.Dim(dim, sizes.Length, "roll");
            var n = sizes[d];
            var cut = (((-shift) % n) + n) % n;
            return cut == 0 ? clone() : torch.cat([narrow(d, cut, n - cut), narrow(d, 0, cut)], d);
        }

        /// <summary>A quarter turn k times, from the first of two dimensions towards the second.</summary>
        [Function]
        public Tensor rot90(long k = 1, (long, long)? dims = null)
        {
            var (a, b) = dims ?? (0, 1);
            return (((k % 4) + 4) % 4) switch
            {
                0 => clone(),
                1 => flip(b).transpose(a, b),
                2 => flip(a, b),
                _ => flip(a).transpose(a, b),
            };
        }

        /// <summary>The lower triangle of each matrix, up to and including a diagonal; zeros above.</summary>
        [Function, InPlace]
        public Tensor tril(long diagonal = 0) => Triangle(diagonal, lower: true);

        /// <summary>The upper triangle of each matrix, from a diagonal on; zeros below.</summary>
        [Function, InPlace]
        public Tensor triu(long diagonal = 0) => Triangle(diagonal, lower: false);

        private Tensor Triangle(long diagonal, bool lower)
        {
            var name = lower ? "tril" : "triu";
            if (sizes.Length < 2)
                throw new ArgumentException($"{name}: shape {Shape.Text(sizes)} is no matrix; at least two dimensions are needed");
            Tensor y;
            using (no_grad())
            {
                var row = arange(sizes[^2]).unsqueeze(1);
                var column = arange(sizes[^1]).unsqueeze(0);
                var outside = lower ? column > row + diagonal : column < row + diagonal;
                y = detach().masked_fill(outside, 0);
            }
            return GradMode.Needs(this) ? new TriangleBackward(this, diagonal, lower).Attach(y) : y;
        }

        // y = a triangle of x;  ∂x = that triangle of g
        private sealed class TriangleBackward(Tensor x, long diagonal, bool lower) : Node(x)
        {
            public override string Name => lower ? "TrilBackward0" : "TriuBackward0";

            protected override Tensor Backward(int input, Tensor grad) => grad.Triangle(diagonal, lower);
        }

        /// <summary>The diagonal of a matrix, or a matrix with a vector as its diagonal.</summary>
        [Function]
        public Tensor diag(long diagonal = 0) => sizes.Length switch
        {
            1 => diag_embed(diagonal),
            2 => this.diagonal(diagonal).clone(),
            _ => throw new ArgumentException($"diag: shape {Shape.Text(sizes)}; a vector or a matrix is needed"),
        };

        /// <summary>Matrices with the last dimension as their diagonal.</summary>
        /// <param name="offset">Which diagonal: 0 the main one, above it positive, below it negative.</param>
        /// <param name="dim1">Where the rows are in the result.</param>
        /// <param name="dim2">Where the columns are in the result.</param>
        [Function]
        public Tensor diag_embed(long offset = 0L, long dim1 = -2L, long dim2 = -1L)
        {
            if (sizes.Length == 0) throw new ArgumentException("diag_embed: a 0-dimensional tensor has no dimension to put on a diagonal");
            var n = sizes[^1] + Math.Abs(offset);
            var (a, b) = (Shape.Dim(dim1, sizes.Length + 1, "diag_embed"), Shape.Dim(dim2, sizes.Length + 1, "diag_embed"));
            if (a == b) throw new ArgumentException($"diag_embed: dim1 {dim1} and dim2 {dim2} are one dimension");
            var shape = new List<long>(sizes[..^1]);
            shape.Insert(Math.Min(a, b), n);
            shape.Insert(Math.Max(a, b), n);
            return Placed([.. shape], whole => whole.diagonal(offset, a, b), g => g.diagonal(offset, a, b));
        }

        /// <summary>The sum of the diagonal of a matrix.</summary>
        [Function]
        public Tensor trace() => sizes.Length == 2
            ? diagonal().sum() : throw new ArgumentException($"trace: shape {Shape.Text(sizes)} is no matrix");
    }

    /// <summary>Dimensions moved to other places, the others keeping their order.</summary>
    public static Tensor movedim(Tensor input, long source, long destination) => input.movedim([source], [destination]);

    /// <summary>A dimension moved to another place: a view.</summary>
    public static Tensor moveaxis(Tensor input, long source, long destination) => input.movedim([source], [destination]);
}
