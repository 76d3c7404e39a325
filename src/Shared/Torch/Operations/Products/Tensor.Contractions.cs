namespace Qiansi;

public static partial class torch
{
    /// <summary>Sums of products by Einstein's convention: <c>einsum("bij,bjk-&gt;bik", a, b)</c>.</summary>
    /// <param name="equation">
    /// Letters for the dimensions of each operand, commas between, and after -&gt; those of the result; "..." stands for any others.
    /// </param>
    /// <param name="tensors">The operands.</param>
    /// <exception cref="ArgumentException">Letters and dimensions do not fit.</exception>
    public static Tensor einsum(string equation, params Tensor[] tensors) => Qiansi.Torch.Operations.Einsum.Run(equation, tensors);

    public partial class Tensor
    {
        /// <summary>Sums of products over pairs of dimensions of two tensors.</summary>
        [Function("a")]
        public Tensor tensordot(Tensor b, long[] dims1, long[] dims2)
        {
            if (dims1.Length != dims2.Length)
                throw new ArgumentException($"tensordot: {Shape.Text(dims1)} and {Shape.Text(dims2)} must be of one length");
            var first = Array.ConvertAll(dims1, d => (long)Shape.Dim(d, sizes.Length, "tensordot"));
            var second = Array.ConvertAll(dims2, d => (long)Shape.Dim(d, b.sizes.Length, "tensordot"));
            for (var i = 0; i < first.Length; i++)
            {
                if (sizes[first[i]] != b.sizes[second[i]])
                    throw new ArgumentException(
                        $"tensordot: dimension {first[i]} of {Shape.Text(sizes)} and dimension {second[i]} of {Shape.Text(b.sizes)} are "
                            + "to be summed together; their sizes differ");
            }
            var free1 = Enumerable.Range(0, sizes.Length).Select(i => (long)i).Except(first).ToArray();
            var free2 = Enumerable.Range(0, b.sizes.Length).Select(i => (long)i).Except(second).ToArray();
            var shared = first.Aggregate(1L, (n, d) => n * sizes[d]);
            var left = permute([.. free1, .. first]).reshape(Shape.Count([.. free1.Select(d => sizes[d])]), shared);
            var right = b.permute([.. second, .. free2]).reshape(shared, Shape.Count([.. free2.Select(d => b.sizes[d])]));
            return left.mm(right).reshape([.. free1.Select(d => sizes[d]), .. free2.Select(d => b.sizes[d])]);
        }

        /// <summary>Sums of products over pairs of dimensions of two tensors.</summary>
        public Tensor tensordot(Tensor b, (long, long)[] dims) =>
            tensordot(b, Array.ConvertAll(dims, d => d.Item1), Array.ConvertAll(dims, d => d.Item2));

        /// <summary>Sums of products over the last dimensions of this and the first of the other.</summary>
        [Function("a")]
        public Tensor tensordot(Tensor b, long dims = 2) =>
            tensordot(b, [.. Enumerable.Range(0, (int)dims).Select(i => (long)(sizes.Length - dims + i))],
                [.. Enumerable.Range(0, (int)dims).Select(i => (long)i)]);
    }
}
