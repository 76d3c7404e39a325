namespace Qiansi.Modules;

/// <summary>The rate times a factor when a measured value has stopped improving for a while.</summary>
public sealed class ReduceLROnPlateau : optim.lr_scheduler.LRScheduler
{
    private readonly bool _min;
    private readonly bool _relative;
    private readonly double _factor;
    private readonly int _patience;
    private readonly double _threshold;
    private readonly int _cooldown;
    private readonly IList<double>? _least;
    private readonly double _eps;
    private double _best;
    private int _bad;
    private int _resting;

    internal ReduceLROnPlateau(
        optim.Optimizer optimizer, string mode, double factor, int patience, double threshold, string threshold_mode, int cooldown,
        IList<double>? min_lr, double eps, bool verbose)
        : base(optimizer, -1, verbose)
    {
        if (factor >= 1) throw new ArgumentOutOfRangeException(nameof(factor), factor, "ReduceLROnPlateau: the factor is below 1");
        if (mode is not ("min" or "max")) throw new ArgumentException($"ReduceLROnPlateau: mode '{mode}' is neither \"min\" nor \"max\"");
        if (threshold_mode is not ("rel" or "abs"))
            throw new ArgumentException($"ReduceLROnPlateau: threshold_mode '{threshold_mode}' is neither \"rel\" nor \"abs\"");
        if (min_lr is not null && min_lr.Count != Groups.Count)
            throw new ArgumentException($"ReduceLROnPlateau: {min_lr.Count} smallest rates are given for {Groups.Count} groups");
        (_min, _relative, _factor, _patience, _threshold, _cooldown, _least, _eps) = (mode == "min", threshold_mode == "rel", factor,
            patience, threshold, cooldown, min_lr, eps);
        _best = _min ? double.PositiveInfinity : double.NegativeInfinity;
        Epoch = 0;
    }

    /// <summary>Not for this schedule.</summary>
    /// <exception cref="InvalidOperationException">Always: it needs the measured value.</exception>
    public override void step(int? epoch) =>
        throw new InvalidOperationException("ReduceLROnPlateau: pass the value that is watched: step(validationLoss)");

    /// <summary>Ends an epoch.</summary>
    /// <param name="current">The value that is watched; NaN counts as no improvement.</param>
    /// <param name="epoch">The epoch's number; the next when null.</param>
    public override void step(double current, int? epoch = null)
    {
        Epoch = epoch ?? Epoch + 1;
        if (IsBetter(current)) (_best, _bad) = (current, 0);
        else _bad++;
        if (_resting > 0)
        {
            _resting--;
            _bad = 0;
        }

        if (_bad <= _patience) return;
        Apply();
        (_resting, _bad) = (_cooldown, 0);
    }

    private protected override double Rate(int group, double rate)
    {
        var reduced = Math.Max(rate * _factor, _least?[group] ?? 0);
        return rate - reduced > _eps ? reduced : rate;
    }

    private bool IsBetter(double value) => (_min, _relative) switch
    {
        (true, true) => value < _best * (1 - _threshold),
        (true, false) => value < _best - _threshold,
        (false, true) => value > _best * (1 + _threshold),
        _ => value > _best + _threshold,
    };
}
