using MathNet.Numerics.LinearAlgebra;
using Qiansi.Torch.Linalg;

namespace Qiansi;

public static partial class torch
{
    public static partial class linalg
    {
        /// <summary>Lower triangular L with A = L·Lᵀ, for symmetric positive definite matrices.</summary>
        /// <exception cref="InvalidOperationException">A matrix is not positive definite.</exception>
        public static Tensor cholesky(Tensor input) => Tensor.Cholesky(input);

        /// <summary>Orthonormal Q and upper triangular R with A = Q·R, for matrices of m rows and n columns.</summary>
        /// <param name="input">(…, m, n).</param>
        /// <param name="reduced">Q of min(m, n) columns; else square.</param>
        public static (Tensor Q, Tensor R) qr(Tensor input, bool reduced) => Tensor.Qr(input, reduced);

        /// <summary>Orthonormal Q and upper triangular R with A = Q·R, for matrices of m rows and n columns.</summary>
        /// <param name="input">(…, m, n).</param>
        /// <param name="mode">Reduced: Q of min(m, n) columns; Complete: square; R: only R, Q is empty.</param>
        public static (Tensor Q, Tensor R) qr(Tensor input, QRMode mode = QRMode.Reduced)
        {
            if (mode == QRMode.R) return (empty([0], input.type), Tensor.Qr(input.detach(), true).R);
            return Tensor.Qr(input, mode == QRMode.Reduced);
        }

        /// <summary>U, S, Vᵀ with A = U·diag(S)·Vᵀ: orthonormal U and V, S falling.</summary>
        /// <param name="input">(…, m, n).</param>
        /// <param name="fullMatrices">U and V square; else of min(m, n) columns. Gradients need the latter.</param>
        public static (Tensor U, Tensor S, Tensor Vh) svd(Tensor input, bool fullMatrices = true) => Tensor.Svd(input, fullMatrices);

        /// <summary>The singular values of matrices (…, m, n), falling, as (…, min(m, n)).</summary>
        public static Tensor svdvals(Tensor input) => Tensor.Svd(input, false).S;

        /// <summary>The eigenvalues, rising, and the orthonormal eigenvectors, in columns, of symmetric matrices.</summary>
        /// <param name="input">(…, n, n).</param>
        /// <param name="UPLO">Which triangle is looked at: 'L' or 'U'.</param>
        public static (Tensor eigenvalues, Tensor eigenvectors) eigh(Tensor input, char UPLO = 'L') => UPLO switch
        {
            'L' => Tensor.Eigh(input),
            'U' => Tensor.Eigh(input.mT),
            _ => throw new ArgumentException($"linalg.eigh: UPLO is '{UPLO}'; 'L' (the lower triangle) and 'U' are possible"),
        };

        /// <summary>The eigenvalues of symmetric matrices (…, n, n), rising, as (…, n); one triangle of each is read.</summary>
        public static Tensor eigvalsh(Tensor input, char UPLO = 'L') => eigh(input, UPLO).eigenvalues;
    }

    public partial class Tensor
    {
        internal static Tensor Cholesky(Tensor a)
        {
            Matrices.CheckSquare(a, "linalg.cholesky");
            Tensor y;
            using (no_grad())
            {
                var parts = new List<Array>();
                foreach (var matrix in Matrices.Take(a))
                    parts.Add(Factorisations.Cholesky(matrix)
                        ?? throw new InvalidOperationException(
                            $"linalg.cholesky: matrix {parts.Count} of {Shape.Text(a.sizes)} is not positive definite; check that it is "
                                + "symmetric, or add a small multiple of eye"));
                y = Matrices.Give(parts, a.shape, a.type);
            }
            return GradMode.Needs(a) ? new LinalgCholeskyBackward(a, y).Attach(y) : y;
        }

        // A = L·Lᵀ;  ∂A = sym(L⁻ᵀ·Φ(Lᵀ·G)·L⁻¹), Φ: the lower triangle, half of the diagonal
        private sealed class LinalgCholeskyBackward(Tensor a, Tensor l) : UnaryNode(a, l)
        {
            public override string Name => "LinalgCholeskyExBackward0";

            protected override Tensor Backward(Tensor grad, Tensor l)
            {
                var inner = l.mT.matmul(grad).tril();
                inner = inner - (inner.diagonal(0, -2, -1).diag_embed() * 0.5);
                var inverse = Inverse(l);
                var s = inverse.mT.matmul(inner).matmul(inverse);
                return (s + s.mT) * 0.5;
            }
        }

        internal static (Tensor Q, Tensor R) Qr(Tensor a, bool reduced)
        {
            Matrices.CheckMatrix(a, "linalg.qr");
            var (m, n) = (a.sizes[^2], a.sizes[^1]);
            var k = reduced ? Math.Min(m, n) : m;
            Tensor q, r;
            using (no_grad())
            {
                var qs = new List<Array>();
                var rs = new List<Array>();
                foreach (var matrix in Matrices.Take(a))
                {
                    qs.Add(Factorisations.Qr(matrix, (int)k));
                    rs.Add(matrix);
                }
                q = Matrices.Give(qs, [.. a.sizes[..^2], m, k], a.type);
                r = Matrices.Give(rs, [.. a.sizes[..^2], m, n], a.type).narrow(-2, 0, k).triu().contiguous();
            }
            if (!GradMode.Needs(a)) return (q, r);
            new LinalgQrBackward0(a, q, r).Attach([q, r]);
            return (q, r);
        }

        // A = Q·R;  ∂A = (∂Q + Q·copyltu(M))·R⁻ᵀ, M = R·∂Rᵀ − ∂Qᵀ·Q (Seeger et al. 2017)
        private sealed class LinalgQrBackward0(Tensor a, Tensor q, Tensor r) : Node(a)
        {
            private Saved q = new(q), r = new(r);

            protected internal override void Backward(Tensor?[] grads, Tensor?[] result)
            {
                var (m, n, k) = (q.Value.sizes[^2], r.Value.sizes[^1], r.Value.sizes[^2]);
                if (k > n) throw new InvalidOperationException(
                    $"linalg.qr: the gradient for {m} rows and {n} columns with a square Q is not unique; use mode Reduced");
                var gq = grads[0] ?? torch.zeros_like(q);
                var gr = grads[1] ?? torch.zeros_like(r);
                if (m >= n)
                {
                    result[0] = Square(q, r, gq, gr);
                    return;
                }
                // [X | Y] = Q·[U | V], X square: V = Qᵀ·Y, so that ∂Y = Q·∂V, and Q takes Y·∂Vᵀ.
                var (u, v) = (r.Value.narrow(-1, 0, m), r.Value.narrow(-1, m, n - m));
                var gv = gr.narrow(-1, m, n - m);
                var left = Square(q, u, gq + q.Value.matmul(v.matmul(gv.mT)), gr.narrow(-1, 0, m));
                result[0] = torch.cat([left, q.Value.matmul(gv)], -1);
            }

            private static Tensor Square(Tensor q, Tensor r, Tensor gq, Tensor gr)
            {
                var inner = r.matmul(gr.mT) - gq.mT.matmul(q);
                var symmetric = inner.tril() + inner.tril(-1).mT;
                return SolveLinear(r, (gq + q.matmul(symmetric)).mT).mT;
            }

            protected internal override void Release() => Saved.Release(ref q, ref r);
        }

        internal static (Tensor U, Tensor S, Tensor Vh) Svd(Tensor a, bool full)
        {
            Matrices.CheckMatrix(a, "linalg.svd");
            var (m, n) = (a.sizes[^2], a.sizes[^1]);
            var k = Math.Min(m, n);
            Tensor u, s, vh;
            using (no_grad())
            {
                var batch = a.sizes[..^2];
                if (k == 0)
                {
                    (u, s, vh) = (eye(m, dtype: a.type).expand([.. batch, m, m]).contiguous(), zeros([.. batch, 0], a.type),
                        eye(n, dtype: a.type).expand([.. batch, n, n]).contiguous());
                }
                else
                {
                    var parts = Matrices.Take(a).ConvertAll(matrix => Matrix<double>.Build.DenseOfArray(matrix).Svd());
                    u = Matrices.Give(parts.Select(p => p.U.ToArray()), [.. batch, m, m], a.type);
                    s = Matrices.Give(parts.Select(p => p.S.ToArray()), [.. batch, k], a.type);
                    vh = Matrices.Give(parts.Select(p => p.VT.ToArray()), [.. batch, n, n], a.type);
                }
                if (!full) (u, vh) = (u.narrow(-1, 0, k).contiguous(), vh.narrow(-2, 0, k).contiguous());
            }
            if (!GradMode.Needs(a)) return (u, s, vh);
            new LinalgSvdBackward0(a, u, s, vh, full).Attach([u, s, vh]);
            return (u, s, vh);
        }

        // A = U·S·Vᵀ;  ∂A = U·((skew(Uᵀ∂U)/E)·S + S·(skew(Vᵀ∂V)/E) + ∂S)·Vᵀ + what leaves the spaces of U and V, E = S² differences
        private sealed class LinalgSvdBackward0(Tensor a, Tensor u, Tensor s, Tensor vh, bool full) : Node(a)
        {
            private Saved u = new(u), s = new(s), vh = new(vh);

            protected internal override void Backward(Tensor?[] grads, Tensor?[] result)
            {
                if (full && (grads[0] is not null || grads[2] is not null) && u.Value.sizes[^1] != vh.Value.sizes[^1])
                    throw new InvalidOperationException("linalg.svd: gradients of U and V are unique for fullMatrices: false only");
                var (m, n) = (u.Value.sizes[^2], vh.Value.sizes[^1]);
                var k = s.Value.sizes[^1];
                var (uk, vk) = (u.Value.narrow(-1, 0, k), vh.Value.narrow(-2, 0, k).mT);
                var diagonal = s.Value.unsqueeze(-2);
                var inner = grads[1] is { } gs ? gs.diag_embed() : zeros([.. s.Value.sizes, k], s.Value.type);
                var square = diagonal.square();
                var e = (square - square.mT) + eye(k, dtype: square.type);
                if (grads[0] is { } gu) inner = inner + (Skew(uk.mT.matmul(gu)) / e * diagonal);
                if (grads[2] is { } gvh) inner = inner + (diagonal.mT * (Skew(vk.mT.matmul(gvh.mT)) / e));
                var y = uk.matmul(inner).matmul(vk.mT);
                if (grads[0] is { } outer && m > k) y = y + ((outer - uk.matmul(uk.mT.matmul(outer))) / diagonal).matmul(vk.mT);
                if (grads[2] is { } right && n > k) y = y + uk.matmul((right - right.matmul(vk).matmul(vk.mT)) / diagonal.mT);
                result[0] = y;
            }

            private static Tensor Skew(Tensor x) => x - x.mT;

            protected internal override void Release() => Saved.Release(ref u, ref s, ref vh);
        }

        internal static (Tensor Values, Tensor Vectors) Eigh(Tensor a)
        {
            Matrices.CheckSquare(a, "linalg.eigh");
            Tensor values, vectors;
            using (no_grad())
            {
                var lower = a.tril() + a.tril(-1).mT;
                var parts = a.sizes[^1] == 0
                    ? [] : Matrices.Take(lower).ConvertAll(matrix => Matrix<double>.Build.DenseOfArray(matrix).Evd(Symmetricity.Symmetric));
                values = Matrices.Give(parts.Select(p => p.EigenValues.Select(v => v.Real).ToArray()), a.sizes[..^1], a.type);
                vectors = Matrices.Give(parts.Select(p => p.EigenVectors.ToArray()), a.shape, a.type);
            }
            if (!GradMode.Needs(a)) return (values, vectors);
            new LinalgEighBackward0(a, values, vectors).Attach([values, vectors]);
            return (values, vectors);
        }

        // A = V·diag(λ)·Vᵀ;  ∂A = V·(diag ∂λ + (Vᵀ∂V)/E)·Vᵀ, Eᵢⱼ = λⱼ − λᵢ
        private sealed class LinalgEighBackward0(Tensor a, Tensor values, Tensor vectors) : Node(a)
        {
            private Saved values = new(values), vectors = new(vectors);

            protected internal override void Backward(Tensor?[] grads, Tensor?[] result)
            {
                var l = values.Value;
                var v = vectors.Value;
                var n = l.sizes[^1];
                var inner = grads[0] is { } gl ? gl.diag_embed() : zeros([.. l.sizes, n], l.type);
                if (grads[1] is { } gv)
                {
                    var e = l.unsqueeze(-2) - l.unsqueeze(-1);
                    var off = v.mT.matmul(gv);
                    inner = inner + ((off - off.diagonal(0, -2, -1).diag_embed()) / (e + eye(n, dtype: l.type)));
                }
                result[0] = v.matmul(inner).matmul(v.mT);
            }

            protected internal override void Release() => Saved.Release(ref values, ref vectors);
        }
    }
}
