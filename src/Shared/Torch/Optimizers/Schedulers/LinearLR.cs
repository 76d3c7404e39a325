namespace Qiansi.Modules;

/// <summary>The rate times a factor that goes in a straight line from one value to another: a warm-up.</summary>
public sealed class LinearLR : optim.lr_scheduler.LRScheduler
{
    private readonly double _start;
    private readonly double _end;
    private readonly int _epochs;

    internal LinearLR(optim.Optimizer optimizer, double start_factor, double end_factor, int total_iters, int last_epoch, bool verbose)
        : base(optimizer, last_epoch, verbose)
    {
        if (start_factor is <= 0 or > 1)
            throw new ArgumentOutOfRangeException(nameof(start_factor), start_factor,
                "LinearLR: the first factor lies above 0 and is at most 1");
        if (end_factor is < 0 or > 1)
            throw new ArgumentOutOfRangeException(nameof(end_factor), end_factor, "LinearLR: the last factor is from 0 to 1");
        (_start, _end, _epochs) = (start_factor, end_factor, total_iters);
        step();
    }

    private protected override double Rate(int group, double rate)
    {
        if (Epoch == 0) return rate * _start;
        if (Epoch > _epochs) return rate;
        return rate * (1 + ((_end - _start) / ((_epochs * _start) + ((Epoch - 1) * (_end - _start)))));
    }
}
