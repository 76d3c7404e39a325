namespace Qiansi;

public static partial class torch
{
    /// <summary>The product of matrices in the given order.</summary>
    public static Tensor chain_matmul(params Tensor[] matrices) => linalg.multi_dot(matrices);

    /// <summary>As <see cref="linalg.cholesky"/>; upper: its transpose.</summary>
    public static Tensor cholesky(Tensor input, bool upper = false) => upper ? linalg.cholesky(input).mT : linalg.cholesky(input);

    /// <summary>As <see cref="linalg.slogdet"/>.</summary>
    public static (Tensor res, Tensor logabsdet) slogdet(Tensor A) => linalg.slogdet(A);

    /// <summary>As <see cref="linalg.matrix_power"/>.</summary>
    public static Tensor matrix_power(Tensor input, int n) => linalg.matrix_power(input, n);

    /// <summary>As <see cref="linalg.matrix_exp"/>.</summary>
    public static Tensor matrix_exp(Tensor input) => linalg.matrix_exp(input);

    /// <summary>The pseudoinverse: singular values not above rcond times the largest count as 0.</summary>
    public static Tensor pinverse(Tensor input, double rcond = 1e-15, bool hermitian = false) => linalg.pinv(input, rtol: rcond, hermitian: hermitian);

    /// <summary>How many singular values are above tol.</summary>
    public static Tensor matrix_rank(Tensor input, float? tol = null, bool symmetric = false) => linalg.matrix_rank(input, atol: tol, hermitian: symmetric);
}
