namespace Qiansi;

public static partial class torch
{
    /// <summary>The product of matrices in the given order.</summary>
    public static Tensor chain_matmul(params Tensor[] matrices) => linalg.multi_dot(matrices);

    /// <inheritdoc cref="linalg.slogdet"/>
    public static (Tensor res, Tensor logabsdet) slogdet(Tensor A) => linalg.slogdet(A);

    /// <summary>How many singular values are above tol.</summary>
    public static Tensor matrix_rank(Tensor input, float? tol = null, bool symmetric = false) =>
        linalg.matrix_rank(input, atol: tol, hermitian: symmetric);

    public partial class Tensor
    {
        /// <summary>As <see cref="linalg.cholesky"/>; upper: its transpose.</summary>
        [Function]
        public Tensor cholesky(bool upper = false) => upper ? linalg.cholesky(this).mT : linalg.cholesky(this);

        /// <inheritdoc cref="linalg.matrix_power"/>
        [Function]
        public Tensor matrix_power(int n) => linalg.matrix_power(this, n);

        /// <inheritdoc cref="linalg.matrix_exp"/>
        [Function]
        public Tensor matrix_exp() => linalg.matrix_exp(this);

        /// <summary>The pseudoinverse: singular values not above rcond times the largest count as 0.</summary>
        [Function]
        public Tensor pinverse(double rcond = 1e-15, bool hermitian = false) => linalg.pinv(this, rtol: rcond, hermitian: hermitian);
    }
}
