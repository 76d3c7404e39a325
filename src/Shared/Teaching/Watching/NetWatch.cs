using Qiansi.Teaching.Watching;

namespace Qiansi.Teaching;

/// <summary>The instruments of a net in training: gradients, update ratios and activations, layer by layer, at each update.</summary>
/// <remarks>
/// Activations are read in forward passes that train (the net in <c>train</c> mode, gradients recorded), gradients and weights at the
/// optimizer's <c>step</c>; evaluation in between changes nothing, and neither does watching change the training. A parameter that several
/// layers share counts for the first, one that is frozen for none. Of large tensors 4,096 elements are read, so that an update costs some
/// microseconds a layer. At most 512 readings are kept: then every second one is let go, and only every second update is measured.
/// </remarks>
public sealed class NetWatch : IDisposable
{
    private const int Most = 512;

    private readonly nn.Module _net;
    private readonly LayerLengths _lengths;
    private readonly Activations _activations;
    private readonly HookHandle[] _hooks;
    private readonly List<NetReading> _readings = [];
    private int _interval = 1;

    /// <summary>Begins to watch; ends when disposed.</summary>
    /// <param name="net">The net, or any part of it.</param>
    /// <param name="optimizer">What updates it.</param>
    /// <exception cref="ArgumentException">The net has no parameters, or the optimizer has none of them.</exception>
    public NetWatch(nn.Module net, optim.Optimizer optimizer)
    {
        var own = net.parameters().ToHashSet<Tensor>(ReferenceEqualityComparer.Instance);
        if (own.Count == 0) throw new ArgumentException($"Watch: {net.GetType().Name} has no parameters: there is nothing to update");
        if (!optimizer.parameters().Any(own.Contains))
            throw new ArgumentException(
                $"Watch: the {optimizer.GetType().Name} updates none of the net's {own.Count} parameters; give the one that was made of "
                    + "net.parameters()");
        _net = net;
        _lengths = new(net);
        _activations = new(net, () => IsDue && is_grad_enabled() && net.training);
        _hooks = [optimizer.register_step_pre_hook(_ => Before()), optimizer.register_step_post_hook(_ => After())];
    }

    /// <summary>Called after each update that was measured, on the thread that trains.</summary>
    public event Action? Measured;

    /// <summary>Updates so far.</summary>
    public int Updates { get; private set; }

    /// <summary>The readings so far, at equal distances, the first update's first.</summary>
    public IReadOnlyList<NetReading> Readings
    {
        get
        {
            lock (_readings) return [.. _readings];
        }
    }

    /// <summary>The last reading.</summary>
    /// <exception cref="InvalidOperationException">There was no update yet.</exception>
    public NetReading Last
    {
        get
        {
            lock (_readings)
                return _readings.Count > 0 ? _readings[^1] : throw new InvalidOperationException(
                    $"The {_net.GetType().Name} was not updated yet: the optimizer it is watched with made no step.");
        }
    }

    private bool IsDue => Updates % _interval == 0;

    /// <summary>Takes all hooks away; the readings stay.</summary>
    public void Dispose()
    {
        foreach (var hook in _hooks) hook.Dispose();
        _activations.Dispose();
    }

    private void Before()
    {
        if (IsDue) _lengths.Before();
    }

    private void After()
    {
        var isDue = IsDue;
        if (isDue)
        {
            var reading = new NetReading(Updates + 1, [.. _lengths.After()], _activations.Readings);
            lock (_readings)
            {
                _readings.Add(reading);
                if (_readings.Count == Most) Thin();
            }
        }

        Updates++;
        _activations.StartPass();
        if (isDue) Measured?.Invoke();
    }

    private void Thin()
    {
        _interval *= 2;
        _readings.RemoveAll(r => (r.Update - 1) % _interval != 0);
    }
}
