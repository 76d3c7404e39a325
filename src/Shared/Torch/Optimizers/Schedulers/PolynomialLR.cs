namespace Qiansi.Modules;

/// <summary>The rate falls to 0 as a power of the share of epochs that is left.</summary>
public sealed class PolynomialLR : optim.lr_scheduler.LRScheduler
{
    private readonly int _epochs;
    private readonly double _power;

    internal PolynomialLR(optim.Optimizer optimizer, int total_iters, double power, int last_epoch, bool verbose)
        : base(optimizer, last_epoch, verbose)
    {
        (_epochs, _power) = (total_iters, power);
        step();
    }

    private protected override double Rate(int group, double rate)
    {
        if (Epoch == 0 || Epoch > _epochs) return rate;
        return rate * Math.Pow((1.0 - ((double)Epoch / _epochs)) / (1.0 - ((double)(Epoch - 1) / _epochs)), _power);
    }
}
