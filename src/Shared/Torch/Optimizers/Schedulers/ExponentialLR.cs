namespace Qiansi.Modules;

/// <summary>The rate times γ every epoch.</summary>
public sealed class ExponentialLR : optim.lr_scheduler.LRScheduler
{
    private readonly double _gamma;

    internal ExponentialLR(optim.Optimizer optimizer, double gamma, int last_epoch, bool verbose) : base(optimizer, last_epoch, verbose)
    {
        _gamma = gamma;
        step();
    }

    private protected override double Rate(int group, double rate) => Epoch == 0 ? rate : rate * _gamma;
}
