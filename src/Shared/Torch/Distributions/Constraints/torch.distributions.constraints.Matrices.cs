namespace Qiansi;

public static partial class torch
{
    public static partial class distributions
    {
        public static partial class constraints
        {
            /// <summary>Square matrices.</summary>
            public static Constraint square { get; } = new(
                "a square matrix", x => full(x.shape[..^2], x.shape[^1] == x.shape[^2], ScalarType.Bool), event_dim: 2);

            /// <summary>Symmetric matrices (within 1e-6).</summary>
            public static Constraint symmetric { get; } = new(
                "a symmetric matrix", x => x.shape[^1] == x.shape[^2] ? Every((x - x.mT).abs() < 1e-6) : square.check(x), event_dim: 2);

            /// <summary>Square matrices with zeros above the diagonal.</summary>
            public static Constraint lower_triangular { get; } =
                new("a lower triangular matrix", x => Every(x.tril() == x), event_dim: 2);

            /// <summary>Lower triangular matrices with a positive diagonal.</summary>
            public static Constraint lower_cholesky { get; } = new(
                "a lower triangular matrix with a positive diagonal",
                x => lower_triangular.check(x).logical_and((x.diagonal(0, -2, -1) > 0).all(-1)), event_dim: 2);

            /// <summary>Symmetric matrices whose eigenvalues are 0 or above.</summary>
            public static Constraint positive_semidefinite { get; } = new(
                "a symmetric matrix with eigenvalues of 0 or above",
                x => symmetric.check(x).logical_and((linalg.eigvalsh(x) >= 0).all(-1)), event_dim: 2);

            /// <summary>Symmetric matrices whose eigenvalues are above 0.</summary>
            public static Constraint positive_definite { get; } = new(
                "a symmetric matrix with eigenvalues above 0",
                x => symmetric.check(x).logical_and((linalg.eigvalsh(x) > 0).all(-1)), event_dim: 2);

            private static Tensor Every(Tensor truths) => truths.flatten(-2).all(-1);
        }
    }
}
