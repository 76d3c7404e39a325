namespace Qiansi.Modules;

/// <summary>The rate times γ every so many epochs.</summary>
public sealed class StepLR : optim.lr_scheduler.LRScheduler
{
    private readonly int _size;
    private readonly double _gamma;

    internal StepLR(optim.Optimizer optimizer, int step_size, double gamma, int last_epoch, bool verbose)
        : base(optimizer, last_epoch, verbose)
    {
        if (step_size < 1)
            throw new ArgumentOutOfRangeException(nameof(step_size), step_size, "StepLR: the rate changes every step_size ≥ 1 epochs");
        (_size, _gamma) = (step_size, gamma);
        step();
    }

    private protected override double Rate(int group, double rate) => Epoch > 0 && Epoch % _size == 0 ? rate * _gamma : rate;
}
