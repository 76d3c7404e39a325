using static Qiansi.torch;

namespace Qiansi.Modules;

/// <summary>Squared differences where they are below delta, differences elsewhere (Huber 1964).</summary>
public sealed class HuberLoss : Loss<Tensor, Tensor, Tensor>
{
    /// <summary>A loss with these settings.</summary>
    public HuberLoss(double delta = 1, nn.Reduction reduction = nn.Reduction.Mean) : base(reduction) => this.delta = delta;

    /// <summary>Where squares end.</summary>
    public double delta { get; }

    /// <summary>The loss of an output.</summary>
    public override Tensor forward(Tensor input, Tensor target) => nn.functional.huber_loss(input, target, delta, reduction);
}
