namespace Qiansi;

public static partial class torch
{
    /// <summary>Sums of products over pairs of dimensions of two tensors.</summary>
    public static Tensor tensordot(Tensor a, Tensor b, long[] dims1, long[] dims2) => a.tensordot(b, dims1, dims2);

    /// <summary>Sums of products over the last dimensions of this and the first of the other.</summary>
    public static Tensor tensordot(Tensor a, Tensor b, long dims = 2) => a.tensordot(b, dims);

    /// <summary>The product of two matrices: (n, m) by (m, p) gives (n, p).</summary>
    public static Tensor mm(Tensor input, Tensor target) => input.mm(target);

    /// <summary>The products of matrices in pairs: (b, n, m) by (b, m, p) gives (b, n, p).</summary>
    public static Tensor bmm(Tensor input, Tensor batch2) => input.bmm(batch2);

    /// <summary>The matrix product: of vectors, matrices, or batches of them, whose leading dimensions broadcast.</summary>
    public static Tensor matmul(Tensor input, Tensor target) => input.matmul(target);

    /// <summary>A matrix by a vector.</summary>
    public static Tensor mv(Tensor input, Tensor target) => input.mv(target);

    /// <summary>The sum of the products of two vectors' elements.</summary>
    public static Tensor dot(Tensor input, Tensor other) => input.dot(other);

    /// <summary>As <c>dot</c>.</summary>
    public static Tensor vdot(Tensor input, Tensor target) => input.vdot(target);

    /// <summary>The sums of products along the last dimensions.</summary>
    public static Tensor inner(Tensor input, Tensor vec2) => input.inner(vec2);

    /// <summary>Each element of a vector times each of another: a matrix.</summary>
    public static Tensor outer(Tensor input, Tensor vec2) => input.outer(vec2);

    /// <summary>beta · input + alpha · (mat1 by mat2); beta 0 leaves the input out, its NaN and ∞ with it.</summary>
    public static Tensor addmm(Tensor input, Tensor mat1, Tensor mat2, float beta = 1, float alpha = 1) => input.addmm(mat1, mat2, beta, alpha);

    /// <summary>beta · input + alpha · (batch1 by batch2); beta 0 leaves the input out, its NaN and ∞ with it.</summary>
    public static Tensor baddbmm(Tensor input, Tensor batch1, Tensor batch2, float beta = 1, float alpha = 1) => input.baddbmm(batch1, batch2, beta, alpha);

    /// <summary>beta · input + alpha · Σ (batch1 by batch2); beta 0 leaves the input out, its NaN and ∞ with it.</summary>
    public static Tensor addbmm(Tensor input, Tensor batch1, Tensor batch2, float beta = 1, float alpha = 1) => input.addbmm(batch1, batch2, beta, alpha);

    /// <summary>beta · input + alpha · (mat by vec); beta 0 leaves the input out, its NaN and ∞ with it.</summary>
    public static Tensor addmv(Tensor input, Tensor mat1, Tensor mat2, float beta = 1.0f, float alpha = 1.0f) => input.addmv(mat1, mat2, beta, alpha);

    /// <summary>beta · input + alpha · vec1 ⊗ vec2; beta 0 leaves the input out, its NaN and ∞ with it.</summary>
    public static Tensor addr(Tensor input, Tensor vec1, Tensor vec2, float beta = 1.0f, float alpha = 1.0f) => input.addr(vec1, vec2, beta, alpha);

    /// <summary>this + value · tensor1 · tensor2.</summary>
    public static Tensor addcmul(Tensor input, Tensor tensor1, Tensor tensor2, Scalar value) => input.addcmul(tensor1, tensor2, value);

    /// <summary>this + value · tensor1 / tensor2.</summary>
    public static Tensor addcdiv(Tensor input, Tensor tensor1, Tensor tensor2, Scalar value) => input.addcdiv(tensor1, tensor2, value);

    /// <summary>this + weight · (end − this).</summary>
    public static Tensor lerp(Tensor input, Tensor end, Tensor weight) => input.lerp(end, weight);

    /// <summary>this + weight · (end − this).</summary>
    public static Tensor lerp(Tensor input, Tensor end, Scalar weight) => input.lerp(end, weight);
}
