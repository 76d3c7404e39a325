namespace Qiansi.Modules;

/// <summary>Several schedules at once, one on top of the other.</summary>
public sealed class ChainedLR : optim.lr_scheduler.LRScheduler
{
    private readonly optim.lr_scheduler.LRScheduler[] _schedulers;

    internal ChainedLR(IEnumerable<optim.lr_scheduler.LRScheduler> schedulers) : base(null, 0, false) => _schedulers = [.. schedulers];

    /// <inheritdoc />
    public override void step(int? epoch)
    {
        Epoch = epoch ?? Epoch + 1;
        foreach (var scheduler in _schedulers) scheduler.step(epoch);
    }

    private protected override double Rate(int group, double rate) => rate;
}
