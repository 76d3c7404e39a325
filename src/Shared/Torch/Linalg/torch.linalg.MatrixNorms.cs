namespace Qiansi;

public static partial class torch
{
    public static partial class linalg
    {
        /// <summary>The norm of matrices: "fro" (the root of the squares' sum) or "nuc" (the sum of the singular values).</summary>
        public static Tensor matrix_norm(Tensor input, string ord = "fro", long[]? dims = null, bool keepdim = false)
        {
            var (rows, columns) = MatrixDims(input, dims);
            return ord switch
            {
                "fro" => vector_norm(input, 2, [rows, columns], keepdim),
                "nuc" => Kept(svdvals(input.movedim([rows, columns], [-2, -1])).sum(-1), rows, columns, keepdim),
                _ => throw new ArgumentException(
                    $"linalg.matrix_norm: ord \"{ord}\"; \"fro\", \"nuc\" and the numbers 1, -1, 2, -2, ∞ and -∞ are possible"),
            };
        }

        /// <summary>The norm of matrices: 1 and −1 the largest and smallest column sum, ±∞ row sum, ±2 singular value.</summary>
        public static Tensor matrix_norm(Tensor input, double ord, long[]? dims = null, bool keepdim = false)
        {
            var (rows, columns) = MatrixDims(input, dims);
            var x = input.movedim([rows, columns], [-2, -1]);
            var y = Math.Abs(ord) switch
            {
                1 => Best(x.abs().sum(-2), ord),
                2 => Best(svdvals(x), ord),
                double.PositiveInfinity => Best(x.abs().sum(-1), ord),
                _ => throw new ArgumentException(
                    $"linalg.matrix_norm: ord {ord}; 1, -1, 2, -2, ∞ and -∞, \"fro\" and \"nuc\" are possible"),
            };
            return Kept(y, rows, columns, keepdim);
        }

        private static Tensor Best(Tensor x, double sign) => sign > 0 ? x.amax([-1], false) : x.amin([-1], false);

        private static Tensor Kept(Tensor y, long rows, long columns, bool keepdim) =>
            keepdim ? y.unsqueeze(Math.Min(rows, columns)).unsqueeze(Math.Max(rows, columns)) : y;

        private static (long Rows, long Columns) MatrixDims(Tensor input, long[]? dims)
        {
            if (dims is null && input.sizes.Length < 2)
                throw new ArgumentException(
                    $"linalg.matrix_norm: shape {Shape.Text(input.sizes)} is no matrix; at least two dimensions are needed");
            if (dims is not (null or { Length: 2 }))
                throw new ArgumentException($"linalg.matrix_norm: dims {Shape.Text(dims!)}; two are needed");
            return (Shape.Dim(dims?[0] ?? -2, input.sizes.Length, "linalg.matrix_norm"),
                Shape.Dim(dims?[1] ?? -1, input.sizes.Length, "linalg.matrix_norm"));
        }
    }
}
