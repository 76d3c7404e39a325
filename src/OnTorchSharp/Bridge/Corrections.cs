namespace Qiansi.TorchBridge;

/// <summary>What TorchSharp 0.107 computes otherwise than PyTorch: a call in a cell goes to the method here of the longer name.</summary>
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
        /// <summary>Cuts off at both ends.</summary>
        public static Tensor hardtanh_as_pytorch(Tensor x, double min_val = -1, double max_val = 1, bool inplace = false) =>
            inplace ? x.clamp_(min_val, max_val) : x.clamp(min_val, max_val);
    }

    extension(Tensor tensor)
    {
        /// <summary>The sum along a dimension: to C#, the number 0 is also a type of elements.</summary>
        public Tensor sum_as_pytorch(long dim, bool keepdim = false) => tensor.sum([dim], keepdim);

        /// <summary>The product along a dimension: to C#, the number 0 is also a type of elements.</summary>
        public Tensor prod_as_pytorch(long dim, bool keepdim = false) => tensor.prod(dim, keepdim);

        /// <summary>The variance of all elements.</summary>
        public Tensor var_as_pytorch(bool unbiased = true) => unbiased ? tensor.var() : (tensor - tensor.mean()).pow(2).mean();

        /// <summary>input · beta + batch1 · batch2 · alpha, the receiver being the input.</summary>
        public Tensor baddbmm_as_pytorch(Tensor batch1, Tensor batch2, float beta = 1, float alpha = 1) =>
            tensor * beta + batch1.bmm(batch2) * alpha;
    }

    extension(optim.Optimizer optimizer)
    {
        /// <summary>A step, with the hooks that were registered for it.</summary>
        public Tensor? step_as_pytorch(Func<Tensor>? closure = null) => StepHooks.Step(optimizer, closure);
    }
}
