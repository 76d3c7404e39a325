using Qiansi.Torch.Dispatch;

namespace Qiansi;

public static partial class torch
{
    public partial class Tensor
    {
        /// <summary>The product of two matrices: (n, m) by (m, p) gives (n, p).</summary>
        /// <exception cref="ArgumentException">One is no matrix, or the inner sizes differ.</exception>
        [Function]
        public Tensor mm(Tensor target)
        {
            if (sizes.Length != 2 || target.sizes.Length != 2)
                throw new ArgumentException(
                    $"mm: shapes {Shape.Text(sizes)} and {Shape.Text(target.sizes)}; both must be matrices (matmul takes batches and "
                        + "vectors)");
            if (sizes[1] != target.sizes[0])
                throw new ArgumentException(
                    $"mm: shapes {Shape.Text(sizes)} and {Shape.Text(target.sizes)} cannot be multiplied: {sizes[1]} columns by "
                        + $"{target.sizes[0]} rows; transpose one (.T), or check the sizes of the layer");
            var (a, b, type) = Products.Common(this, target, "mm");
            var y = Products.Multiply(a, b, [sizes[0], target.sizes[1]]).To(type);
            return GradMode.Needs(this, target) ? new MmBackward0(this, target).Attach(y) : y;
        }

        // Y = A·B;  ∂A = G·Bᵀ, ∂B = Aᵀ·G
        private sealed class MmBackward0(Tensor a, Tensor b) : Node(a, b)
        {
            private Saved a = b.Tracked ? new Saved(a) : default;
            private Saved b = a.Tracked ? new Saved(b) : default;

            protected override Tensor Backward(int input, Tensor grad) => input == 0 ? grad.mm(b.Value.t()) : a.Value.t().mm(grad);

            protected internal override void Release() => Saved.Release(ref a, ref b);
        }

        /// <summary>The products of matrices in pairs: (b, n, m) by (b, m, p) gives (b, n, p).</summary>
        /// <exception cref="ArgumentException">One has not three dimensions, or the sizes do not fit.</exception>
        [Function]
        public Tensor bmm(Tensor batch2)
        {
            if (sizes.Length != 3 || batch2.sizes.Length != 3)
                throw new ArgumentException(
                    $"bmm: shapes {Shape.Text(sizes)} and {Shape.Text(batch2.sizes)}; both must have three dimensions (matmul broadcasts)");
            if (sizes[0] != batch2.sizes[0] || sizes[2] != batch2.sizes[1])
                throw new ArgumentException(
                    $"bmm: shapes {Shape.Text(sizes)} and {Shape.Text(batch2.sizes)} cannot be multiplied: batches must be equal, and "
                        + "the last size of the first the middle one of the second");
            var (a, b, type) = Products.Common(this, batch2, "bmm");
            var y = Products.Multiply(a, b, [sizes[0], sizes[1], batch2.sizes[2]]).To(type);
            return GradMode.Needs(this, batch2) ? new BmmBackward0(this, batch2).Attach(y) : y;
        }

        // Y = A·B for each of the batch;  ∂A = G·Bᵀ, ∂B = Aᵀ·G
        private sealed class BmmBackward0(Tensor a, Tensor b) : Node(a, b)
        {
            private Saved a = b.Tracked ? new Saved(a) : default;
            private Saved b = a.Tracked ? new Saved(b) : default;

            protected override Tensor Backward(int input, Tensor grad) =>
                input == 0 ? grad.bmm(b.Value.transpose(1, 2)) : a.Value.transpose(1, 2).bmm(grad);

            protected internal override void Release() => Saved.Release(ref a, ref b);
        }

        /// <summary>
        /// The matrix product: (n, m) by (m, p) gives (n, p), (m) by (m) a number, (n, m) by (m) gives (n); of batches (…, n, m) by (…, m,
        /// p) the leading dimensions broadcast.
        /// </summary>
        /// <exception cref="ArgumentException">The inner sizes differ, or a tensor has no dimension.</exception>
        [Function]
        public Tensor matmul(Tensor target)
        {
            var (n, m) = (sizes.Length, target.sizes.Length);
            if (n == 0 || m == 0)
                throw new ArgumentException(
                    $"matmul: shapes {Shape.Text(sizes)} and {Shape.Text(target.sizes)}; both need at least one dimension (use * for "
                        + "numbers)");
            if (sizes[^1] != target.sizes[m == 1 ? 0 : m - 2])
            {
                throw new ArgumentException(
                    $"matmul: shapes {Shape.Text(sizes)} and {Shape.Text(target.sizes)} cannot be multiplied: the last size of the "
                        + $"first, {sizes[^1]}, must equal {(m == 1 ? "the size" : "the last but one")} of the second, "
                        + $"{target.sizes[m == 1 ? 0 : m - 2]}; transpose one (.mT), or check the sizes of the layer");
            }
            if (n == 1 && m == 1) return dot(target);
            if (n == 2 && m == 2) return mm(target);
            if (n == 2 && m == 1) return mv(target);
            if (n == 1 && m == 2) return unsqueeze(0).mm(target).squeeze(0);
            // A batch of rows by one matrix is one tall matrix by it.
            if (m <= 2)
            {
                var rows = reshape(Shape.Count(sizes.AsSpan(..^1)), sizes[^1]);
                return m == 1 ? rows.mv(target).view(sizes[..^1]) : rows.mm(target).view([.. sizes[..^1], target.sizes[1]]);
            }
            var a = n == 1 ? unsqueeze(0) : this;
            var batch = Shape.Broadcast(a.sizes[..^2], target.sizes[..^2], "matmul");
            var pairs = Shape.Count(batch);
            var left = a.expand([.. batch, .. a.sizes[^2..]]).reshape(pairs, a.sizes[^2], a.sizes[^1]);
            var right = target.expand([.. batch, .. target.sizes[^2..]]).reshape(pairs, target.sizes[^2], target.sizes[^1]);
            var y = left.bmm(right).view([.. batch, a.sizes[^2], target.sizes[^1]]);
            return n == 1 ? y.squeeze(-2) : y;
        }

        /// <summary>A matrix (n, m) by a vector (m): a vector (n).</summary>
        /// <exception cref="ArgumentException">They are no matrix and vector, or the sizes differ.</exception>
        [Function]
        public Tensor mv(Tensor target)
        {
            if (sizes.Length != 2 || target.sizes.Length != 1)
                throw new ArgumentException(
                    $"mv: shapes {Shape.Text(sizes)} and {Shape.Text(target.sizes)}; a matrix and a vector are needed");
            return mm(target.unsqueeze(1)).squeeze(1);
        }

        /// <summary>The sum of the products of two vectors' elements: (n) and (n) give a number.</summary>
        /// <exception cref="ArgumentException">One is no vector, or the sizes differ.</exception>
        [Function("input", "other")]
        public Tensor dot(Tensor target)
        {
            if (sizes.Length != 1 || target.sizes.Length != 1)
                throw new ArgumentException($"dot: shapes {Shape.Text(sizes)} and {Shape.Text(target.sizes)}; both must be vectors");
            if (sizes[0] != target.sizes[0])
                throw new ArgumentException($"dot: vectors of {sizes[0]} and {target.sizes[0]} elements; they must be of one length");
            return unsqueeze(0).mm(target.unsqueeze(1)).view();
        }

        /// <inheritdoc cref="dot"/>
        [Function]
        public Tensor vdot(Tensor target) => dot(target);

        /// <summary>The sums of products along the last dimensions.</summary>
        [Function]
        public Tensor inner(Tensor vec2) => sizes.Length == 0 || vec2.sizes.Length == 0 ? this * vec2 : tensordot(vec2, [-1], [-1]);

        /// <summary>Each element of a vector times each of another: a matrix.</summary>
        [Function]
        public Tensor outer(Tensor vec2) => sizes.Length == 1 && vec2.sizes.Length == 1
            ? unsqueeze(1) * vec2
            : throw new ArgumentException($"outer: shapes {Shape.Text(sizes)} and {Shape.Text(vec2.sizes)}; both must be vectors");

        /// <summary>beta · this + alpha · (mat1 by mat2); beta 0 leaves this out, its NaN and ∞ with it.</summary>
        [Function, InPlace(Function = false)]
        public Tensor addmm(Tensor mat1, Tensor mat2, float beta = 1, float alpha = 1) => WithProduct(mat1.mm(mat2), beta, alpha);

        /// <summary>beta · this + alpha · (batch1 by batch2); beta 0 leaves this out, its NaN and ∞ with it.</summary>
        [Function]
        public Tensor baddbmm(Tensor batch1, Tensor batch2, float beta = 1, float alpha = 1) =>
            WithProduct(batch1.bmm(batch2), beta, alpha);

        /// <summary>beta · this + alpha · Σ (batch1 by batch2); beta 0 leaves this out, its NaN and ∞ with it.</summary>
        [Function, InPlace]
        public Tensor addbmm(Tensor batch1, Tensor batch2, float beta = 1, float alpha = 1) =>
            WithProduct(batch1.bmm(batch2).sum(0), beta, alpha);

        /// <summary>
        /// beta · this + alpha · (<paramref name="mat"/> by <paramref name="vec"/>); beta 0 leaves this out, its NaN and ∞ with it.
        /// </summary>
        [Function("input", "mat1", "mat2"), InPlace(Function = false)]
        public Tensor addmv(Tensor mat, Tensor vec, float beta = 1.0f, float alpha = 1.0f) => WithProduct(mat.mv(vec), beta, alpha);

        /// <summary>beta · this + alpha · vec1 ⊗ vec2; beta 0 leaves this out, its NaN and ∞ with it.</summary>
        [Function, InPlace]
        public Tensor addr(Tensor vec1, Tensor vec2, float beta = 1.0f, float alpha = 1.0f) => WithProduct(vec1.outer(vec2), beta, alpha);

        /// <summary>this + value · tensor1 · tensor2.</summary>
        [Function]
        public Tensor addcmul(Tensor tensor1, Tensor tensor2, Scalar value) => add(tensor1 * tensor2, value);

        /// <summary>this + value · tensor1 / tensor2.</summary>
        [Function]
        public Tensor addcdiv(Tensor tensor1, Tensor tensor2, Scalar value) => add(tensor1 / tensor2, value);

        /// <summary>this + tensor1 / tensor2, element by element; shapes broadcast.</summary>
        public Tensor addcdiv(Tensor tensor1, Tensor tensor2) => add(tensor1 / tensor2);

        /// <summary>Adds tensor1 / tensor2 in place, element by element; shapes broadcast.</summary>
        public Tensor addcdiv_(Tensor tensor1, Tensor tensor2) => add_(tensor1 / tensor2);

        /// <summary>Adds value · tensor1 · tensor2, in place.</summary>
        [Function]
        public Tensor addcmul_(Tensor tensor1, Tensor tensor2, Scalar value) => add_(tensor1 * tensor2, value);

        /// <summary>Adds value · tensor1 / tensor2, in place.</summary>
        [Function]
        public Tensor addcdiv_(Tensor tensor1, Tensor tensor2, Scalar value) => add_(tensor1 / tensor2, value);

        /// <summary>this + weight · (end − this), counted from the nearer end, so that weight 1 gives exactly the end.</summary>
        [Function, InPlace(Function = false)]
        public Tensor lerp(Tensor end, Tensor weight) =>
            torch.where(weight.abs() < 0.5, this + (weight * (end - this)), end - ((end - this) * (1 - weight)));

        /// <summary>this + weight · (end − this), counted from the nearer end, so that weight 1 gives exactly the end.</summary>
        [Function]
        public Tensor lerp(Tensor end, Scalar weight) =>
            Math.Abs(weight.ToDouble()) < 0.5 ? this + ((end - this) * weight) : end - ((end - this) * (1 - weight.ToDouble()));

        private Tensor WithProduct(Tensor product, float beta, float alpha) =>
            (beta == 0 ? masked_fill(ones([], ScalarType.Bool), 0) : Scaled(beta)) + product.Scaled(alpha);

        private Tensor Scaled(float factor) => factor == 1 ? this : this * factor;

        private Tensor To(ScalarType to) => Cast(to);
    }

    /// <summary>beta · input + alpha · (mat1 by mat2), in place; beta 0 leaves the input out, its NaN and ∞ with it.</summary>
    public static Tensor addmm_(Tensor input, Tensor mat1, Tensor mat2, float beta, float alpha) => input.addmm_(mat1, mat2, beta, alpha);

    /// <summary>
    /// beta · input + alpha · (mat1 by mat2), a matrix by a vector, in place; beta 0 leaves the input out, its NaN and ∞ with it.
    /// </summary>
    public static Tensor addmv_(Tensor input, Tensor mat1, Tensor mat2, float beta, float alpha) => input.addmv_(mat1, mat2, beta, alpha);
}
