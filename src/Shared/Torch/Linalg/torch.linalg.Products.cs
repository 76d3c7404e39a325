using Qiansi.Torch.Linalg;

namespace Qiansi;

public static partial class torch
{
    public static partial class linalg
    {
        /// <summary>The cross products of vectors of three elements along a dimension.</summary>
        public static Tensor cross(Tensor input, Tensor other, long dim = -1L)
        {
            var shape = Shape.Broadcast(input.sizes, other.sizes, "linalg.cross");
            var d = Shape.Dim(dim, shape.Length, "linalg.cross");
            if (shape.Length == 0 || shape[d] != 3)
                throw new ArgumentException(
                    $"linalg.cross: shapes {Shape.Text(input.sizes)} and {Shape.Text(other.sizes)}; dimension {dim} must have 3 elements");
            var (a, b) = (input.expand(shape), other.expand(shape));
            return (a.roll(-1, d) * b.roll(-2, d)) - (a.roll(-2, d) * b.roll(-1, d));
        }

        /// <summary>A diagonal of each matrix of the last two dimensions, put last: a view.</summary>
        public static Tensor diagonal(Tensor input, int offset = 0, int dim1 = -2, int dim2 = -1) => input.diagonal(offset, dim1, dim2);

        /// <summary>The products of two vectors' elements, summed along a dimension.</summary>
        public static Tensor vecdot(Tensor x, Tensor y, long dim = -1) => (x * y).sum(dim);

        /// <summary>Powers of each vector's elements as columns: 1 … xᴺ⁻¹.</summary>
        public static Tensor vander(Tensor input, long? N = null)
        {
            input = input.atleast_1d();
            var n = N ?? input.sizes[^1];
            return torch.cat([ones_like(input).unsqueeze(-1), input.unsqueeze(-1).expand([.. input.sizes, n - 1])], -1).cumprod(-1);
        }

        /// <summary>eᴬ for square matrices: Taylor's series for A/2ˢ, squared s times.</summary>
        public static Tensor matrix_exp(Tensor input)
        {
            Matrices.CheckSquare(input, "linalg.matrix_exp");
            if (input.count == 0) return input.clone();
            var norm = matrix_norm(input.detach(), 1).max().ToDouble();
            if (!double.IsFinite(norm)) throw new ArgumentException("linalg.matrix_exp: the matrix has elements that are not finite");
            var squarings = norm <= 0.5 ? 0 : (int)Math.Ceiling(Math.Log2(norm / 0.5));
            var x = input / Math.Pow(2, squarings);
            var unit = eye(input.sizes[^1], dtype: input.type);
            var y = unit + (x / 14);
            for (var k = 13; k > 0; k--) y = unit + (x.matmul(y) / k);
            for (var i = 0; i < squarings; i++) y = y.matmul(y);
            return y.expand(input.sizes);
        }

        /// <summary>The inverse for tensordot over the first ind dimensions, whose sizes' product equals the others'.</summary>
        public static Tensor tensorinv(Tensor input, long ind = 2)
        {
            var (first, rest) = (input.sizes[..(int)ind], input.sizes[(int)ind..]);
            if (ind <= 0 || Shape.Count(first) != Shape.Count(rest))
                throw new ArgumentException(
                    $"linalg.tensorinv: shape {Shape.Text(input.sizes)}, ind {ind}; the product of the first {ind} sizes must equal that "
                        + "of the others");
            return inv(input.reshape(Shape.Count(first), -1)).reshape([.. rest, .. first]);
        }

        /// <summary>X with tensordot(A, X, as many dimensions as X has) = B.</summary>
        public static Tensor tensorsolve(Tensor A, Tensor B, long[]? dims = null)
        {
            if (dims is not null) A = A.movedim(dims, [.. Enumerable.Range((int)A.ndim - dims.Length, dims.Length).Select(i => (long)i)]);
            var shape = A.sizes[B.sizes.Length..];
            if (Shape.Count(shape) != B.count)
                throw new ArgumentException(
                    $"linalg.tensorsolve: A of shape {Shape.Text(A.sizes)} and B of shape {Shape.Text(B.sizes)}; the sizes of A behind "
                        + $"B's must have the product {B.count}");
            return solve(A.reshape(B.count, -1), B.reshape(-1)).reshape(shape);
        }
    }
}
