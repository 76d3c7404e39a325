using Qiansi.Torch.Linalg;

namespace Qiansi;

public static partial class torch
{
    public static partial class linalg
    {
        /// <summary>The inverses of square matrices.</summary>
        /// <exception cref="InvalidOperationException">A matrix is singular.</exception>
        public static Tensor inv(Tensor input) => Tensor.Inverse(input);

        /// <summary>X of A·X = B, for batches of square A; B may be a vector for each.</summary>
        /// <exception cref="InvalidOperationException">A matrix is singular.</exception>
        /// <param name="A">(…, n, n).</param>
        /// <param name="B">(…, n) or (…, n, k).</param>
        /// <param name="left">Whether A stands on the left; else X of X·A = B.</param>
        public static Tensor solve(Tensor A, Tensor B, bool left = true) =>
            left ? Tensor.SolveLinear(A, B) : B.ndim < 2
                ? throw new ArgumentException($"linalg.solve: B of shape {Shape.Text(B.sizes)}; with left: false a matrix is needed")
                : Tensor.SolveLinear(A.mT, B.mT).mT;

        /// <summary>The determinants of square matrices (…, n, n), as (…), by their LU decompositions.</summary>
        public static Tensor det(Tensor input) => Tensor.Determinant(input);

        /// <summary>The sign of the determinants and the logarithm of their absolute values.</summary>
        public static (Tensor res, Tensor logabsdet) slogdet(Tensor input) => Tensor.SignLogDeterminant(input);

        /// <summary>The product of matrices in the given order.</summary>
        public static Tensor multi_dot(IList<Tensor> tensors) => tensors.Aggregate((a, b) => a.matmul(b));

        /// <summary>A square matrix multiplied by itself n times; negative n: the inverse.</summary>
        public static Tensor matrix_power(Tensor input, int n)
        {
            Matrices.CheckSquare(input, "matrix_power");
            if (n < 0) return matrix_power(inv(input), -n);
            var result = eye(input.sizes[^1], dtype: input.type).expand(input.sizes);
            for (var square = input; n > 0; n >>= 1, square = square.matmul(square))
            {
                if ((n & 1) != 0) result = result.matmul(square);
            }
            return result.clone();
        }
    }

    public partial class Tensor
    {
        /// <summary>The inverse of a square matrix (…, n, n), of the same shape.</summary>
        [Function]
        public Tensor inverse() => Inverse(this);

        /// <summary>The determinant of a square matrix, (…, n, n) to (…), by its LU decomposition.</summary>
        [Function]
        public Tensor det() => Determinant(this);

        /// <summary>The logarithm of the determinant; NaN when it is negative.</summary>
        [Function]
        public Tensor logdet()
        {
            var (sign, log) = SignLogDeterminant(this);
            return log + sign.detach().log();
        }

        internal static Tensor Inverse(Tensor a)
        {
            Matrices.CheckSquare(a, "linalg.inv");
            var y = SolvePlain(a, eye(a.sizes[^1], dtype: a.type).expand(a.sizes), "linalg.inv");
            return GradMode.Needs(a) ? new LinalgInvBackward(a, y).Attach(y) : y;
        }

        // Y = A⁻¹;  ∂A = −Yᵀ·G·Yᵀ
        private sealed class LinalgInvBackward(Tensor a, Tensor y) : UnaryNode(a, y)
        {
            public override string Name => "LinalgInvExBackward0";

            protected override Tensor Backward(Tensor grad, Tensor y) => y.mT.matmul(grad).matmul(y.mT).neg();
        }

        internal static Tensor SolveLinear(Tensor a, Tensor b)
        {
            Matrices.CheckSquare(a, "linalg.solve");
            if (b.sizes.Length == 0)
                throw new ArgumentException(
                    "linalg.solve: B has no dimension; it must be a vector or a matrix with as many rows as A, of shape "
                        + $"{Shape.Text(a.sizes)}");
            var vector = b.sizes.Length == 1
                || (b.sizes.Length == a.sizes.Length - 1 && Shape.Same(b.sizes, a.sizes.AsSpan(0, b.sizes.Length)));
            if (vector) return SolveLinear(a, b.unsqueeze(-1)).squeeze(-1);
            if (b.sizes[^2] != a.sizes[^1])
                throw new ArgumentException(
                    $"linalg.solve: A of shape {Shape.Text(a.sizes)} and B of shape {Shape.Text(b.sizes)}; B must have as many rows as A");
            var batch = Shape.Broadcast(a.sizes[..^2], b.sizes[..^2], "linalg.solve");
            var left = a.expand([.. batch, .. a.sizes[^2..]]);
            var right = b.expand([.. batch, .. b.sizes[^2..]]);
            var y = SolvePlain(left, right, "linalg.solve");
            return GradMode.Needs(left, right) ? new LinalgSolveBackward(left, right, y).Attach(y) : y;
        }

        // A·Y = B;  ∂B = A⁻ᵀ·G, ∂A = −∂B·Yᵀ
        private sealed class LinalgSolveBackward(Tensor a, Tensor b, Tensor y) : Node(a, b)
        {
            private Saved a = new(a), y = new(y);

            public override string Name => "LinalgSolveExBackward0";

            protected internal override void Backward(Tensor?[] grads, Tensor?[] result)
            {
                var right = SolveLinear(a.Value.mT, grads[0]!);
                if (Needs(0)) result[0] = right.matmul(y.Value.mT).neg();
                if (Needs(1)) result[1] = right;
            }

            protected internal override void Release() => Saved.Release(ref a, ref y);
        }

        private static Tensor SolvePlain(Tensor a, Tensor b, string operation)
        {
            using var mode = no_grad();
            var rights = Matrices.Take(b);
            var solutions = new List<Array>();
            foreach (var matrix in Matrices.Take(a))
            {
                var (order, _, singular) = Factorisations.Lu(matrix);
                if (singular)
                    throw new InvalidOperationException(
                        $"{operation}: matrix {solutions.Count} of {Shape.Text(a.sizes)} is singular, it has no inverse; linalg.pinv and "
                            + "linalg.lstsq exist for any matrix");
                if (rights.Count > solutions.Count) solutions.Add(Factorisations.Solve(matrix, order, rights[solutions.Count]));
            }
            return Matrices.Give(solutions, b.shape, a.type);
        }

        internal static (Tensor Sign, Tensor Log) SignLogDeterminant(Tensor a)
        {
            Matrices.CheckSquare(a, "linalg.slogdet");
            Tensor sign, log;
            using (no_grad())
            {
                var signs = new List<double>();
                var logs = new List<double>();
                foreach (var matrix in Matrices.Take(a))
                {
                    var (_, swaps, singular) = Factorisations.Lu(matrix);
                    double s = swaps, l = 0;
                    for (var i = 0; i < matrix.GetLength(0); i++)
                    {
                        s *= Math.Sign(matrix[i, i]);
                        l += Math.Log(Math.Abs(matrix[i, i]));
                    }
                    signs.Add(singular ? 0 : s);
                    logs.Add(singular ? double.NegativeInfinity : l);
                }
                sign = tensor(signs, a.sizes[..^2], a.type);
                log = tensor(logs, a.sizes[..^2], a.type);
            }
            return (sign, GradMode.Needs(a) ? new SlogdetBackward0(a).Attach(log) : log);
        }

        // y = ln|det A|;  ∂A = g·A⁻ᵀ
        private sealed class SlogdetBackward0(Tensor a) : UnaryNode(a, a)
        {
            protected override Tensor Backward(Tensor grad, Tensor a) => grad.unsqueeze(-1).unsqueeze(-1) * Inverse(a).mT;
        }

        internal static Tensor Determinant(Tensor a)
        {
            Matrices.CheckSquare(a, "linalg.det");
            Tensor y;
            using (no_grad())
            {
                var (sign, log) = SignLogDeterminant(a);
                y = sign * log.exp();
            }
            return GradMode.Needs(a) ? new LinalgDetBackward0(a, y).Attach(y) : y;
        }

        // y = det A;  ∂A = g·y·A⁻ᵀ, by cofactors where A is singular
        private sealed class LinalgDetBackward0(Tensor a, Tensor y) : Node(a)
        {
            private Saved a = new(a), y = new(y);

            protected override Tensor Backward(int input, Tensor grad)
            {
                var g = grad.unsqueeze(-1).unsqueeze(-1);
                bool singular;
                using (no_grad()) singular = (y.Value == 0).any().item<bool>();
                return singular ? g * Cofactors(a) : g * y.Value.unsqueeze(-1).unsqueeze(-1) * Inverse(a).mT;
            }

            private static Tensor Cofactors(Tensor a)
            {
                var n = a.sizes[^1];
                if (n == 1) return torch.ones_like(a);
                var rows = new List<Tensor>();
                for (long i = 0; i < n; i++)
                {
                    var row = new List<Tensor>();
                    for (long j = 0; j < n; j++)
                    {
                        var minor = torch.cat([a.narrow(-2, 0, i), a.narrow(-2, i + 1, n - i - 1)], -2);
                        minor = torch.cat([minor.narrow(-1, 0, j), minor.narrow(-1, j + 1, n - j - 1)], -1);
                        row.Add(Determinant(minor) * ((i + j) % 2 == 0 ? 1 : -1));
                    }
                    rows.Add(stack(row, -1));
                }
                return stack(rows, -2);
            }

            protected internal override void Release() => Saved.Release(ref a, ref y);
        }
    }
}
