namespace Qiansi.Modules;

/// <summary>The rate falls along half a cosine (Loshchilov and Hutter, 2017): η = η_min + (η₀ − η_min)(1 + cos(πt/T)) / 2.</summary>
public sealed class CosineAnnealingLR : optim.lr_scheduler.LRScheduler
{
    private readonly double _period;
    private readonly double _least;

    internal CosineAnnealingLR(optim.Optimizer optimizer, double T_max, double eta_min, int last_epoch, bool verbose)
        : base(optimizer, last_epoch, verbose)
    {
        if (T_max <= 0)
            throw new ArgumentOutOfRangeException(nameof(T_max), T_max, "CosineAnnealingLR: the cosine takes T_max > 0 epochs to fall");
        (_period, _least) = (T_max, eta_min);
        step();
    }

    // Written from the rate before, as PyTorch does, so that it can be chained with other schedules.
    private protected override double Rate(int group, double rate)
    {
        if (Epoch == 0) return rate;
        if ((Epoch - 1 - _period) % (2 * _period) == 0) return rate + ((BaseRates[group] - _least) * (1 - Math.Cos(Math.PI / _period)) / 2);
        return ((1 + Math.Cos(Math.PI * Epoch / _period)) / (1 + Math.Cos(Math.PI * (Epoch - 1) / _period)) * (rate - _least)) + _least;
    }
}
