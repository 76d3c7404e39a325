namespace Qiansi.Modules;

/// <summary>The rate times γ at given epochs.</summary>
public sealed class MultiStepLR : optim.lr_scheduler.LRScheduler
{
    private readonly IList<int> _milestones;
    private readonly double _gamma;

    internal MultiStepLR(optim.Optimizer optimizer, IList<int> milestones, double gamma, int last_epoch, bool verbose)
        : base(optimizer, last_epoch, verbose)
    {
        (_milestones, _gamma) = (milestones, gamma);
        step();
    }

    private protected override double Rate(int group, double rate) => rate * Math.Pow(_gamma, _milestones.Count(m => m == Epoch));
}
