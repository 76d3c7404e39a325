namespace Qiansi.Modules;

/// <summary>
/// The rate rises to its peak and falls far below its start, the momentum the other way, once (Smith and Topin, 2018). Step it after every
/// batch.
/// </summary>
public sealed class OneCycleLR : optim.lr_scheduler.LRScheduler
{
    private readonly (double End, double RateFrom, double RateTo, bool MomentumFalls)[] _phases;
    private readonly IReadOnlyList<double> _peaks;
    private readonly AnnealStrategy _strategy;
    private readonly (double Base, double Max)? _momentum;
    private readonly double _divFactor;
    private readonly double _finalDivFactor;
    private readonly int _steps;
    private readonly IReadOnlyList<object> _controlled;

    internal OneCycleLR(
        optim.Optimizer optimizer, IReadOnlyList<double> max_lr, int total_steps, int epochs, int steps_per_epoch, double pct_start,
        AnnealStrategy anneal_strategy, bool cycle_momentum,
        double base_momentum, double max_momentum, double div_factor, double final_div_factor, bool three_phase, int last_epoch,
        bool verbose) : base(optimizer, last_epoch, verbose)
    {
        if (total_steps < 0 && (epochs < 1 || steps_per_epoch < 1))
            throw new ArgumentException("OneCycleLR: give total_steps, or both epochs and steps_per_epoch");
        if (pct_start is < 0 or > 1)
            throw new ArgumentOutOfRangeException(nameof(pct_start), pct_start,
                "OneCycleLR: the share of steps in which the rate rises is from 0 to 1");
        if (max_lr.Count != Groups.Count)
            throw new ArgumentException($"OneCycleLR: {max_lr.Count} peaks are given for {Groups.Count} groups");
        _steps = total_steps > 0 ? total_steps : epochs * steps_per_epoch;
        (_peaks, _strategy, _divFactor, _finalDivFactor) = (max_lr, anneal_strategy, div_factor, final_div_factor);
        _controlled = [.. optimizer.Groups.Select(g => (object)g.Options)];
        _momentum = cycle_momentum && _controlled.All(o => o is optim.IMomentum or optim.IBetas) ? (base_momentum, max_momentum) : null;
        if (cycle_momentum && _momentum is null)
            throw new ArgumentException("OneCycleLR: this optimizer has no momentum to cycle; pass cycle_momentum: false");

        // Of each phase: its last step, and the shares of the peak it goes between (start, peak, end).
        var rise = (pct_start * _steps) - 1;
        _phases = three_phase
            ? [(rise, 1 / div_factor, 1, true), ((2 * pct_start * _steps) - 2, 1, 1 / div_factor, false),
                (_steps - 1, 1 / div_factor, 1 / (div_factor * final_div_factor), false)]
            : [(rise, 1 / div_factor, 1, true), (_steps - 1, 1, 1 / (div_factor * final_div_factor), false)];
        if (last_epoch == -1)
        {
            for (var i = 0; i < Groups.Count; i++) Groups[i].InitialLearningRate = max_lr[i] / div_factor;
        }

        step();
    }

    private protected override double Rate(int group, double rate)
    {
        if (Epoch > _steps)
            throw new InvalidOperationException(
                $"OneCycleLR: step {Epoch} is past the end of the cycle of {_steps} steps; make a new schedule, or give more total_steps");
        double start = 0;
        for (var i = 0; ; i++)
        {
            var phase = _phases[i];
            if (Epoch <= phase.End || i == _phases.Length - 1)
            {
                var share = (Epoch - start) / (phase.End - start);
                if (_momentum is { } momentum) SetMomentum(group, MomentumAt(i, momentum, share));
                return Between(phase.RateFrom * _peaks[group], phase.RateTo * _peaks[group], share);
            }

            start = phase.End;
        }
    }

    // Falls while the rate rises, rises while it falls, and stays up in the third phase.
    private double MomentumAt(int phase, (double Base, double Max) momentum, double share) => phase switch
    {
        0 => Between(momentum.Max, momentum.Base, share),
        1 => Between(momentum.Base, momentum.Max, share),
        _ => momentum.Max,
    };

    private double Between(double from, double to, double share) =>
        _strategy == AnnealStrategy.Cos ? to + ((from - to) / 2 * (1 + Math.Cos(Math.PI * share))) : ((to - from) * share) + from;

    private void SetMomentum(int group, double value)
    {
        if (_controlled[group] is optim.IMomentum momentum) momentum.Momentum = value;
        else if (_controlled[group] is optim.IBetas betas) betas.Betas = (value, betas.Betas.Item2);
    }

    /// <summary>The shape of a rise or fall.</summary>
    public enum AnnealStrategy
    {
        /// <summary>Half a cosine.</summary>
        Cos,

        /// <summary>A straight line.</summary>
        Linear,
    }
}
