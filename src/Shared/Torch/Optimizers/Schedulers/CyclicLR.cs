namespace Qiansi.Modules;

/// <summary>The rate goes up and down between two bounds, the momentum the other way (Smith, "Cyclical learning rates for training neural
/// networks", 2017). Step it after every batch.</summary>
public sealed class CyclicLR : optim.lr_scheduler.LRScheduler
{
    private readonly IReadOnlyList<double> _low, _high, _lowMomentum, _highMomentum;
    private readonly double _length, _rise;
    private readonly Func<double, double> _scale;
    private readonly bool _byIteration, _cyclesMomentum;
    private readonly IReadOnlyList<object> _controlled;

    internal CyclicLR(
        optim.Optimizer optimizer, IReadOnlyList<double> base_lr, IReadOnlyList<double> max_lr, int step_size_up, int step_size_down,
        Mode mode, double gamma,
        Func<double, double>? scale_fn, ScaleMode scale_mode, bool cycle_momentum, IReadOnlyList<double> base_momentum,
        IReadOnlyList<double> max_momentum,
        int last_epoch, bool verbose) : base(optimizer, last_epoch, verbose)
    {
        if (step_size_up < 1) throw new ArgumentException($"CyclicLR: step_size_up is {step_size_up}; the rate rises for 1 step or more");
        (string, IReadOnlyList<double>)[] given =
        [
            ("base_lr", base_lr), ("max_lr", max_lr), ("base_momentum", base_momentum), ("max_momentum", max_momentum),
        ];
        foreach (var (name, values) in given)
        {
            if (values.Count != Groups.Count)
                throw new ArgumentException($"CyclicLR: {name} has {values.Count} numbers for {Groups.Count} groups of parameters");
        }

        (_low, _high, _lowMomentum, _highMomentum) = (base_lr, max_lr, base_momentum, max_momentum);
        _length = step_size_up + (step_size_down > 0 ? step_size_down : step_size_up);
        _rise = step_size_up / _length;
        _byIteration = scale_fn is null ? mode == Mode.ExpRange : scale_mode == ScaleMode.Iterations;
        _scale = scale_fn ?? mode switch
        {
            Mode.Triangular2 => cycle => Math.Pow(2, 1 - cycle),
            Mode.ExpRange => iteration => Math.Pow(gamma, iteration),
            _ => _ => 1,
        };
        _controlled = [.. optimizer.Groups.Select(g => (object)g.Options)];
        _cyclesMomentum = cycle_momentum;
        if (cycle_momentum && !_controlled.All(o => o is optim.IMomentum or optim.IBetas))
            throw new ArgumentException("CyclicLR: this optimizer has no momentum to cycle; pass cycle_momentum: false");
        if (last_epoch == -1)
        {
            for (var i = 0; i < Groups.Count; i++) Groups[i].InitialLearningRate = base_lr[i];
        }

        step();
    }

    private protected override double Rate(int group, double rate)
    {
        var cycle = Math.Floor(1 + (Epoch / _length));
        var place = 1 + (Epoch / _length) - cycle;
        var height = (place <= _rise ? place / _rise : (place - 1) / (_rise - 1)) * _scale(_byIteration ? Epoch : cycle);
        if (_cyclesMomentum) SetMomentum(group, _highMomentum[group] - ((_highMomentum[group] - _lowMomentum[group]) * height));
        return _low[group] + ((_high[group] - _low[group]) * height);
    }

    private void SetMomentum(int group, double value)
    {
        if (_controlled[group] is optim.IMomentum momentum) momentum.Momentum = value;
        else if (_controlled[group] is optim.IBetas betas) betas.Betas = (value, betas.Betas.Item2);
    }

    /// <summary>How the height of cycles changes.</summary>
    public enum Mode
    {
        /// <summary>All are of one height.</summary>
        Triangular,

        /// <summary>Each is half as high as the one before.</summary>
        Triangular2,

        /// <summary>The height is multiplied by gamma at every step.</summary>
        ExpRange,
    }

    /// <summary>What a scale function of one's own is given.</summary>
    public enum ScaleMode
    {
        /// <summary>The number of the cycle, from 1.</summary>
        Cycle,

        /// <summary>The number of the step, from 0.</summary>
        Iterations,
    }
}
