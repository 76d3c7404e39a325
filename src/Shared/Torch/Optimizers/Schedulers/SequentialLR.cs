namespace Qiansi.Modules;

/// <summary>Several schedules one after the other: a warm-up, then a decay.</summary>
public sealed class SequentialLR : optim.lr_scheduler.LRScheduler
{
    private readonly optim.lr_scheduler.LRScheduler[] _schedulers;
    private readonly int[] _milestones;

    internal SequentialLR(optim.Optimizer optimizer, IEnumerable<optim.lr_scheduler.LRScheduler> schedulers, IEnumerable<int> milestones,
        int last_epoch) : base(optimizer, 0, false)
    {
        (_schedulers, _milestones) = ([.. schedulers], [.. milestones]);
        if (_milestones.Length != _schedulers.Length - 1)
            throw new ArgumentException(
                $"SequentialLR: {_schedulers.Length} schedules need {_schedulers.Length - 1} milestones between them, not "
                    + $"{_milestones.Length}");
        Epoch = last_epoch + 1;

        // Each schedule has set its first rate when it was made; the first one's counts.
        _schedulers[0].Restart();
    }

    /// <inheritdoc />
    public override void step(int? epoch)
    {
        Epoch = epoch ?? Epoch + 1;
        var at = _milestones.Count(m => m <= Epoch);
        if (at > 0 && _milestones[at - 1] == Epoch) _schedulers[at].Restart();
        else _schedulers[at].step();
    }

    private protected override double Rate(int group, double rate) => rate;
}
