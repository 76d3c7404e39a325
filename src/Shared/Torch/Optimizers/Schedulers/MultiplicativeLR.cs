namespace Qiansi.Modules;

/// <summary>The rate times a function of the epoch, every epoch.</summary>
public sealed class MultiplicativeLR : optim.lr_scheduler.LRScheduler
{
    private readonly Func<int, double> _factor;

    internal MultiplicativeLR(optim.Optimizer optimizer, Func<int, double> lr_lambda, int last_epoch, bool verbose)
        : base(optimizer, last_epoch, verbose)
    {
        _factor = lr_lambda;
        step();
    }

    private protected override double Rate(int group, double rate) => Epoch > 0 ? rate * _factor(Epoch) : rate;
}
