namespace Qiansi;

public static partial class torch
{
    public static partial class nn
    {
        public static partial class functional
        {
            /// <summary>A draw of one of several outcomes through which gradients flow: softmax((logits + g)/τ) with Gumbel numbers g
            /// (Jang, Gu and Poole 2017).</summary>
            /// <param name="logits">Unnormalized logarithms of probabilities.</param>
            /// <param name="tau">τ: the smaller, the nearer to a vector of zeros with one 1.</param>
            /// <param name="hard">Whether the result is such a vector, with the gradient of the soft one.</param>
            /// <param name="dim">The dimension of the outcomes.</param>
            /// <param name="generator">The source; the default one when null.</param>
            public static Tensor gumbel_softmax(Tensor logits, double tau = 1, bool hard = false, long dim = -1,
                Generator? generator = null)
            {
                if (!(tau > 0)) throw new ArgumentException($"gumbel_softmax: tau is {tau}; it has to be above 0");
                Tensor gumbel;
                using (no_grad()) gumbel = empty_like(logits).exponential_(1, generator).log().neg();
                var soft = ((logits + gumbel) / tau).softmax(dim);
                if (!hard) return soft;
                var one = zeros_like(logits).scatter(dim, soft.detach().argmax(dim, true), 1.0);
                return one - soft.detach() + soft;
            }
        }
    }
}
