namespace Qiansi.TorchBridge;

/// <summary>What TorchSharp 0.107 computes otherwise than PyTorch: a call in a cell goes to the method here whose name has the ending.</summary>
/// <remarks>docs/torchsharp.md lists them, with what they give without this.</remarks>
public static class Corrections
{
    extension(nn.init)
    {
        /// <inheritdoc cref="Initializers.trunc_normal_"/>
        public static Tensor trunc_normal__as_pytorch(Tensor tensor, double mean = 0, double std = 1, double a = -2, double b = 2,
            Generator? generator = null) => Initializers.trunc_normal_(tensor, mean, std, a, b, generator);

        /// <inheritdoc cref="Initializers.xavier_normal_"/>
        public static Tensor xavier_normal__as_pytorch(Tensor tensor, double gain = 1) => Initializers.xavier_normal_(tensor, gain);
    }

    extension(nn.functional)
    {
        /// <summary>Attention whose boolean mask hides where it is false.</summary>
        public static Tensor scaled_dot_product_attention_as_pytorch(Tensor query, Tensor key, Tensor value, Tensor? attn_mask = null,
            double p = 0, bool is_casual = false) =>
            nn.functional.scaled_dot_product_attention(query, key, value, Additive(attn_mask, query.dtype)!, p, is_casual);

        /// <summary>Cuts off at both ends.</summary>
        public static Tensor hardtanh_as_pytorch(Tensor x, double min_val = -1, double max_val = 1, bool inplace = false) =>
            inplace ? x.clamp_(min_val, max_val) : x.clamp(min_val, max_val);

        /// <inheritdoc cref="hardtanh_as_pytorch"/>
        public static Tensor Hardtanh_as_pytorch(Tensor x, double min_val = -1, double max_val = 1, bool inplace = false) =>
            inplace ? x.clamp_(min_val, max_val) : x.clamp(min_val, max_val);
    }

    extension(Tensor tensor)
    {
        /// <summary>The sum along a dimension: to C#, the number 0 is also a type of elements.</summary>
        public Tensor sum_as_pytorch(long dim, bool keepdim = false) => tensor.sum([dim], keepdim);

        /// <summary>The variance of all elements.</summary>
        public Tensor var_as_pytorch(bool unbiased = true) =>
            unbiased ? tensor.var() : (tensor - tensor.mean()).pow(2).mean();

        /// <summary>The variance along dimensions.</summary>
        public Tensor var_as_pytorch(long[] dimensions, bool unbiased = true, bool keepdim = false) =>
            unbiased ? tensor.var(dimensions, true, keepdim) : (tensor - tensor.mean(dimensions, true)).pow(2).mean(dimensions, keepdim);

        /// <summary>The variance along a dimension.</summary>
        public Tensor var_as_pytorch(long dim, bool unbiased = true, bool keepdim = false) => tensor.var_as_pytorch([dim], unbiased, keepdim);

        /// <summary>The standard deviation of all elements.</summary>
        public Tensor std_as_pytorch(bool unbiased = true) => tensor.var_as_pytorch(unbiased).sqrt();

        /// <summary>The standard deviation along dimensions.</summary>
        public Tensor std_as_pytorch(long[] dimensions, bool unbiased = true, bool keepdim = false) =>
            tensor.var_as_pytorch(dimensions, unbiased, keepdim).sqrt();

        /// <summary>The standard deviation along a dimension.</summary>
        public Tensor std_as_pytorch(long dim, bool unbiased = true, bool keepdim = false) =>
            tensor.var_as_pytorch([dim], unbiased, keepdim).sqrt();

        /// <summary>The quotient, rounded as asked.</summary>
        public Tensor div_as_pytorch(Tensor target, RoundingMode rounding_mode = RoundingMode.None) =>
            Rounded(tensor.true_divide(target), rounding_mode, tensor, target);

        /// <summary>input · beta + batch1 · batch2 · alpha, the receiver being the input.</summary>
        public Tensor baddbmm_as_pytorch(Tensor batch1, Tensor batch2, float beta = 1, float alpha = 1) =>
            tensor * beta + batch1.bmm(batch2) * alpha;
    }

    extension(optim.Optimizer optimizer)
    {
        /// <summary>A step, with the hooks that were registered for it.</summary>
        public Tensor? step_as_pytorch(Func<Tensor>? closure = null) => StepHooks.Step(optimizer, closure);
    }

    private static Tensor? Additive(Tensor? mask, ScalarType type) => mask is null || mask.dtype != ScalarType.Bool ? mask
        : zeros(mask.shape, type, mask.device).masked_fill(mask.logical_not(), double.NegativeInfinity);

    private static Tensor Rounded(Tensor quotient, RoundingMode mode, Tensor left, Tensor right)
    {
        if (mode == RoundingMode.None) return quotient;
        var rounded = mode == RoundingMode.floor ? quotient.floor() : quotient.trunc();
        return left.is_floating_point() || right.is_floating_point() ? rounded : rounded.to_type(left.dtype);
    }
}
