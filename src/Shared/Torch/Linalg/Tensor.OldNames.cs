namespace Qiansi;

public static partial class torch
{
    public partial class Tensor
    {
        /// <summary>As <c>linalg.cholesky</c>; upper: its transpose.</summary>
        public Tensor cholesky(bool upper = false) => torch.cholesky(this, upper);

        /// <summary>As <c>linalg.matrix_power</c>.</summary>
        public Tensor matrix_power(int n) => linalg.matrix_power(this, n);

        /// <summary>As <c>linalg.matrix_exp</c>.</summary>
        public Tensor matrix_exp() => linalg.matrix_exp(this);

        /// <summary>The pseudoinverse: singular values not above rcond times the largest count as 0.</summary>
        public Tensor pinverse(double rcond = 1e-15, bool hermitian = false) => torch.pinverse(this, rcond, hermitian);
    }
}
