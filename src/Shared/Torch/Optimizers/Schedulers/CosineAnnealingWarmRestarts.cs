namespace Qiansi.Modules;

/// <summary>The rate falls along half a cosine and starts over, each time for longer (SGDR; Loshchilov and Hutter, 2017).</summary>
public sealed class CosineAnnealingWarmRestarts : optim.lr_scheduler.LRScheduler
{
    private readonly int _first;
    private readonly int _growth;
    private readonly double _least;

    internal CosineAnnealingWarmRestarts(optim.Optimizer optimizer, int T_0, int T_mult, double eta_min, int last_epoch, bool verbose)
        : base(optimizer, last_epoch, verbose)
    {
        if (T_0 < 1)
            throw new ArgumentOutOfRangeException(nameof(T_0), T_0, "CosineAnnealingWarmRestarts: the first fall takes T_0 ≥ 1 epochs");
        if (T_mult < 1)
            throw new ArgumentOutOfRangeException(nameof(T_mult), T_mult,
                "CosineAnnealingWarmRestarts: each fall takes T_mult ≥ 1 times as long as the one before");
        (_first, _growth, _least) = (T_0, T_mult, eta_min);
        step();
    }

    private protected override double Rate(int group, double rate)
    {
        var (at, length) = (Epoch, _first);
        while (at >= length)
        {
            at -= length;
            length *= _growth;
        }

        return _least + ((BaseRates[group] - _least) * (1 + Math.Cos(Math.PI * at / length)) / 2);
    }
}
