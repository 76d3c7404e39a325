namespace Qiansi.Modules;

/// <summary>The rate times a factor for the first epochs, then whole.</summary>
public sealed class ConstantLR : optim.lr_scheduler.LRScheduler
{
    private readonly double _factor;
    private readonly int _epochs;

    internal ConstantLR(optim.Optimizer optimizer, double factor, int total_iters, int last_epoch, bool verbose)
        : base(optimizer, last_epoch, verbose)
    {
        if (factor is <= 0 or > 1)
            throw new ArgumentOutOfRangeException(nameof(factor), factor, "ConstantLR: the factor lies above 0 and is at most 1");
        (_factor, _epochs) = (factor, total_iters);
        step();
    }

    private protected override double Rate(int group, double rate) =>
        Epoch == 0 ? rate * _factor : Epoch == _epochs ? rate / _factor : rate;
}
