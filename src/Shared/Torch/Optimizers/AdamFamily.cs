using Qiansi.Torch.Kernels;

namespace Qiansi.Modules;

/// <summary>What <see cref="Adam"/> and <see cref="AdamW"/> share: they differ in where the weights' decay goes.</summary>
/// <remarks>m ← β₁m + (1 − β₁)g; v ← β₂v + (1 − β₂)g²; p ← p − η/(1 − β₁ᵗ) · m / (√v / √(1 − β₂ᵗ) + ε).</remarks>
public abstract class AdamFamily<TOptions> : OptimizerHelper<TOptions>, optim.IBetas where TOptions : AdamOptions, new()
{
    private readonly bool _decoupled;

    private protected AdamFamily(IEnumerable<ParamGroup> groups, TOptions defaults, bool decoupled) : base(groups, defaults)
    {
        _decoupled = decoupled;
        Require(defaults.beta1 is >= 0 and < 1, "beta1", defaults.beta1);
        Require(defaults.beta2 is >= 0 and < 1, "beta2", defaults.beta2);
        Require(defaults.eps is >= 0, "eps", defaults.eps);
        Require(defaults.weight_decay is >= 0, "weight_decay", defaults.weight_decay);
    }

    /// <summary>The decay rates of the first group; setting them sets all.</summary>
    public (double, double) Betas
    {
        get => ((optim.IBetas)Groups[0].Options).Betas;
        set
        {
            foreach (var group in Groups) ((optim.IBetas)group.Options).Betas = value;
        }
    }

    private protected override unsafe void Update(Parameter parameter, Tensor gradient, TOptions options, OptimizerState state)
    {
        var (rate, beta1, beta2, eps, decay) = (options.LearningRate!.Value, options.beta1!.Value, options.beta2!.Value, options.eps!.Value,
            options.weight_decay!.Value);
        var mean = state.Get("exp_avg", parameter);
        var square = state.Get("exp_avg_sq", parameter);
        var largest = options.amsgrad!.Value ? state.Get("max_exp_avg_sq", parameter) : null;
        var size = rate / (1 - Math.Pow(beta1, state.step));
        var root = Math.Sqrt(1 - Math.Pow(beta2, state.step));
        if (!options.maximize!.Value && CanFuse(parameter, gradient, mean, square, largest))
        {
            if (parameter.type == ScalarType.Float32)
            {
                OptimizerStep.Adam((float*)parameter.Data, (float*)gradient.Data, (float*)mean.Data, (float*)square.Data,
                    largest is null ? null : (float*)largest.Data,
                    parameter.count, rate, size, root, beta1, beta2, eps, decay, _decoupled);
            }
            else
            {
                OptimizerStep.Adam((double*)parameter.Data, (double*)gradient.Data, (double*)mean.Data, (double*)square.Data,
                    largest is null ? null : (double*)largest.Data,
                    parameter.count, rate, size, root, beta1, beta2, eps, decay, _decoupled);
            }

            parameter.Written();
            GC.KeepAlive(gradient);
            return;
        }

        if (_decoupled) parameter.mul_(1 - (rate * decay));
        gradient = Descent(gradient, parameter, options.maximize.Value, _decoupled ? 0 : decay);
        mean.mul_(beta1).add_(gradient, 1 - beta1);
        square.mul_(beta2).addcmul_(gradient, gradient, 1 - beta2);
        if (largest is not null) square = largest.copy_(largest.maximum(square));
        parameter.addcdiv_(mean, square.sqrt().div_(root).add_(eps), -size);
    }
}
