namespace Qiansi.Modules;

/// <summary>The first rate times a function of the epoch.</summary>
public sealed class LambdaLR : optim.lr_scheduler.LRScheduler
{
    private readonly Func<int, double> _factor;

    internal LambdaLR(optim.Optimizer optimizer, Func<int, double> lr_lambda, int last_epoch, bool verbose)
        : base(optimizer, last_epoch, verbose)
    {
        _factor = lr_lambda;
        step();
    }

    private protected override double Rate(int group, double rate) => BaseRates[group] * _factor(Epoch);
}
