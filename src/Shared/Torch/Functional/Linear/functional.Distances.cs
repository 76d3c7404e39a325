namespace Qiansi;

public static partial class torch
{
    public static partial class nn
    {
        public static partial class functional
        {
            /// <summary>The cosine of the angle between vectors along a dimension.</summary>
            public static Tensor cosine_similarity(Tensor x1, Tensor x2, long dim = 1L, double eps = 1e-8)
            {
                var product = (x1 * x2).sum(dim);
                var lengths = (x1.square().sum(dim) * x2.square().sum(dim)).clamp_min(eps * eps).sqrt();
                return product / lengths;
            }

            /// <summary>The p-norm of the difference of two sets of vectors (of the last dimension).</summary>
            public static Tensor pairwise_distance(Tensor input1, Tensor input2, double p = 2.0, double eps = 1e-6, bool keepdim = false) =>
                linalg.vector_norm(input1 - input2 + eps, p, [-1], keepdim);

            /// <summary>Vectors along a dimension scaled to p-norm 1.</summary>
            public static Tensor normalize(Tensor input, double p = 2.0, long dim = 1, double eps = 1e-12) =>
                input / linalg.vector_norm(input, p, [dim], true).clamp_min(eps).expand_as(input);
        }
    }
}
