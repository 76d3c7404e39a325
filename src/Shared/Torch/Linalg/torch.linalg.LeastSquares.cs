using Qiansi.Torch.Linalg;

namespace Qiansi;

public static partial class torch
{
    public static partial class linalg
    {
        /// <summary>The pseudoinverse (Moore, Penrose): singular values not above max(atol, rtol · the largest) count as 0.</summary>
        /// <param name="input">(…, m, n).</param>
        /// <param name="atol">0 when null.</param>
        /// <param name="rtol">max(m, n) · ε when neither is given.</param>
        /// <param name="hermitian">Not looked at: it would allow a faster way.</param>
        public static Tensor pinv(Tensor input, double? atol = null, double? rtol = null, bool hermitian = false)
        {
            var (u, s, vh) = svd(input, false);
            if (s.count == 0) return input.mT * 1;
            var inverse = torch.where(s.detach() > Cut(input, s, atol, rtol), s.reciprocal(), 0.0);
            return vh.mT.matmul(inverse.unsqueeze(-1) * u.mT);
        }

        /// <summary>X with the least ‖A·X − B‖, the sums of squares that are left, A's rank and its singular values.</summary>
        /// <returns>Residuals are empty unless A has more rows than columns and full rank, as PyTorch's.</returns>
        public static (Tensor Solution, Tensor Residuals, Tensor Rank, Tensor SingularValues) lstsq(Tensor input, Tensor other) =>
            LeastSquares(input, other, null);

        /// <summary>X with the least ‖A·X − B‖; singular values not above rcond times the largest count as 0.</summary>
        public static (Tensor Solution, Tensor Residuals, Tensor Rank, Tensor SingularValues) lstsq(Tensor input, Tensor other,
            double rcond) => LeastSquares(input, other, rcond);

        private static (Tensor, Tensor, Tensor, Tensor) LeastSquares(Tensor a, Tensor b, double? rcond)
        {
            Matrices.CheckMatrix(a, "linalg.lstsq");
            if (b.sizes.Length < 2 || b.sizes[^2] != a.sizes[^2])
                throw new ArgumentException(
                    $"linalg.lstsq: A of shape {Shape.Text(a.sizes)} and B of shape {Shape.Text(b.sizes)}; B must be a matrix with as "
                        + "many rows as A");
            var x = pinv(a, rtol: rcond).matmul(b);
            var (m, n) = (a.sizes[^2], a.sizes[^1]);
            var rank = matrix_rank(a, rtol: rcond);
            var full = m > n && (rank == n).all().item<bool>();
            return (x, full ? (a.matmul(x) - b).square().sum(-2) : empty([0], a.type), rank, svdvals(a.detach()));
        }

        /// <summary>How many singular values are above max(atol, rtol · the largest).</summary>
        /// <param name="input">(…, m, n).</param>
        /// <param name="atol">0 when null.</param>
        /// <param name="rtol">max(m, n) · ε when neither is given.</param>
        /// <param name="hermitian">Not looked at: it would allow a faster way.</param>
        public static Tensor matrix_rank(Tensor input, double? atol = null, double? rtol = null, bool hermitian = false)
        {
            var s = svdvals(input.detach());
            return s.count == 0 ? zeros(s.sizes[..^1], ScalarType.Int64) : s.gt(Cut(input, s, atol, rtol)).sum(-1);
        }

        private static Tensor Cut(Tensor input, Tensor s, double? atol, double? rtol)
        {
            var eps = input.type == ScalarType.Float64 ? Math.Pow(2, -52) : Math.Pow(2, -23);
            var relative = rtol ?? (atol is > 0 ? 0 : eps * Math.Max(input.sizes[^1], input.sizes[^2]));
            return (s.detach().amax([-1], true) * relative).clamp_min(atol ?? 0);
        }

        /// <summary>X of A·X = B (or X·A = B) for triangular A; the other triangle is not looked at.</summary>
        /// <param name="A">(…, n, n).</param>
        /// <param name="B">(…, n, k), or (…, k, n) when not left.</param>
        /// <param name="upper">Whether A is the upper triangle.</param>
        /// <param name="left">Whether A stands on the left.</param>
        /// <param name="unitriangular">Whether A's diagonal is taken as ones.</param>
        public static Tensor solve_triangular(Tensor A, Tensor B, bool upper, bool left = true, bool unitriangular = false)
        {
            Matrices.CheckSquare(A, "linalg.solve_triangular");
            if (unitriangular) A = (upper ? A.triu(1) : A.tril(-1)) + eye(A.sizes[^1], dtype: A.type);
            else A = upper ? A.triu() : A.tril();
            return solve(A, B, left);
        }

        /// <summary>The ratio of the largest singular value to the smallest, or of the p-norms of A and its inverse.</summary>
        public static Tensor cond(Tensor input)
        {
            var s = svdvals(input);
            if (s.sizes[^1] == 0) return s.sum(-1);
            return s.select(-1, 0) / s.select(-1, -1);
        }

        /// <summary>The product of the p-norms of A and its inverse: 1, −1, 2, −2, ∞ or −∞.</summary>
        public static Tensor cond(Tensor input, double p)
        {
            if (p == 2) return cond(input);
            if (p == -2) return cond(input).reciprocal();
            return matrix_norm(input, p) * matrix_norm(inv(input), p);
        }

        /// <summary>The product of the p-norms of A and its inverse.</summary>
        public static Tensor cond(Tensor input, int p) => cond(input, (double)p);

        /// <summary>The product of the norms of A and its inverse: "fro" or "nuc".</summary>
        public static Tensor cond(Tensor input, string p) => matrix_norm(input, p) * matrix_norm(inv(input), p);
    }
}
