using Qiansi.Torch.Kernels;
using Qiansi.Torch.Dispatch;

namespace Qiansi;

public static partial class torch
{
    /// <summary>Linear algebra.</summary>
    public static partial class linalg
    {
        /// <summary>
        /// The p-norm, (Σ|x|ᵖ)^(1/p), over dimensions or all elements; p may be infinite (the largest |x|) or 0 (how many are not zero).
        /// </summary>
        /// <param name="input">A tensor of real numbers.</param>
        /// <param name="ord">p.</param>
        /// <param name="dims">The dimensions; all when null.</param>
        /// <param name="keepdim">Keeps them with size 1.</param>
        public static Tensor vector_norm(Tensor input, double ord = 2, long[]? dims = null, bool keepdim = false) =>
            Tensor.Norm(input, ord, dims ?? [], keepdim);

        /// <summary>The Euclidean norm, over dimensions or all elements.</summary>
        public static Tensor norm(Tensor input, long[]? dims = null, bool keepdim = false) => Tensor.Norm(input, 2, dims ?? [], keepdim);

        /// <summary>
        /// The p-norm of vectors (one dimension, or a vector without), of matrices (two dimensions, or a matrix without).
        /// </summary>
        public static Tensor norm(Tensor input, double ord, long[]? dims = null, bool keepdim = false) =>
            (dims?.Length ?? input.sizes.Length) == 2
                ? matrix_norm(input, ord, dims, keepdim) : Tensor.Norm(input, ord, dims ?? [], keepdim);

        /// <summary>The p-norm of vectors or matrices, (Σ </summary>
        /// <exception cref="ArgumentException">x|ᵖ)^(1/p) over these dimensions; without them of all elements.</exception>
        public static Tensor norm(Tensor input, int ord, long[]? dims = null, bool keepdim = false) =>
            norm(input, (double)ord, dims, keepdim);

        /// <summary>The norm of matrices: "fro" or "nuc".</summary>
        public static Tensor norm(Tensor input, string ord, long[]? dims = null, bool keepdim = false) =>
            matrix_norm(input, ord, dims, keepdim);
    }

    public partial class Tensor
    {
        internal static Tensor Norm(Tensor x, double p, long[] dims, bool keepdim)
        {
            if (!x.type.IsFloating())
                throw new InvalidOperationException($"norm: of {x.type.TorchName()} is not an integer; convert first: .to(torch.float32)");
            var mask = Shape.DimMask(dims, x.sizes.Length, "norm");
            if (double.IsPositiveInfinity(p)) return x.abs().Extreme<Largest>("AmaxBackward0", mask, keepdim);
            if (double.IsNegativeInfinity(p)) return x.abs().Extreme<Smallest>("AminBackward0", mask, keepdim);
            Tensor y;
            using (no_grad())
            {
                y = p switch
                {
                    0 => x.ne(0).to_type(x.type).SumOver(mask, keepdim, null),
                    1 => x.abs().SumOver(mask, keepdim, null),
                    2 when x.rowMajor && !keepdim && x.type == ScalarType.Float32 && Array.IndexOf(mask, false) < 0 => Euclidean(x),
                    2 => x.square().SumOver(mask, keepdim, null).sqrt(),
                    _ => x.abs().pow(p).SumOver(mask, keepdim, null).pow(1 / p),
                };
            }
            return GradMode.Needs(x) ? new NormBackward(x, y, p, mask, keepdim).Attach(y) : y;
        }

        private static unsafe Tensor Euclidean(Tensor x)
        {
            var y = Empty([], ScalarType.Float32);
            *(float*)y.Data = MathF.Sqrt(ReduceDimension.SumOfSquares((float*)x.Data, x.count));
            GC.KeepAlive(x);
            return y;
        }

        // y = (Σ|x|ᵖ)^(1/p);  ∂x = g·sign(x)·(|x|/y)ᵖ⁻¹, 0 where y is 0
        private sealed class NormBackward(Tensor x, Tensor y, double p, bool[] mask, bool keepdim) : Node(x)
        {
            private Saved x = new(x), y = new(y);

            public override string Name => "LinalgVectorNormBackward0";

            protected override Tensor Backward(int input, Tensor grad)
            {
                var x = this.x.Value;
                var g = grad.Spread(x.sizes, mask, keepdim);
                if (p == 0) return torch.zeros_like(x);
                if (p == 1) return g * x.sign();
                var norm = y.Value.Spread(x.sizes, mask, keepdim);
                var share = p == 2 ? x / norm : x.sign() * (x.abs() / norm).pow(p - 1);
                return g * share.masked_fill(norm == 0, 0);
            }

            protected internal override void Release() => Saved.Release(ref x, ref y);
        }
    }
}
