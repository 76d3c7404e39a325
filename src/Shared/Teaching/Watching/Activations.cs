
namespace Qiansi.Teaching.Watching;

/// <summary>What came out of the layers of a net in the last forward pass.</summary>
/// <remarks>
/// Measured are the functions between layers that are modules (<c>nn.ReLU()</c>, or a reader's own without parameters), as the next layer
/// sees them; a net that calls functions instead has the outputs of its layers measured.
/// </remarks>
internal sealed class Activations : IDisposable
{
    // A module of a recurrent net is called at every step of time; the first sixteen tell the story.
    private const int MostCalls = 16;

    private static readonly HashSet<Type> Functions =
    [
        typeof(ReLU), typeof(ReLU6), typeof(LeakyReLU), typeof(PReLU), typeof(ELU), typeof(CELU), typeof(SELU), typeof(GELU),
        typeof(SiLU), typeof(Mish), typeof(Sigmoid), typeof(Tanh), typeof(Hardtanh), typeof(Hardsigmoid), typeof(Hardswish),
        typeof(Softplus), typeof(Softsign), typeof(LogSigmoid), typeof(Threshold),
    ];

    private readonly List<Action> _removals = [];
    private readonly Dictionary<nn.Module, int> _calls = new(ReferenceEqualityComparer.Instance);
    private readonly List<ActivationReading> _readings = [];
    private readonly Func<bool> _isWanted;
    private bool _isAfterLinear;

    /// <param name="net">The net.</param>
    /// <param name="isWanted">Whether the pass that runs is to be measured.</param>
    public Activations(nn.Module net, Func<bool> isWanted)
    {
        _isWanted = isWanted;
        if (net is nn.Module<Tensor, Tensor> root) _removals.Add(root.register_forward_pre_hook(_ => StartPass()).remove);
        var leaves = LayerName.All(net).Where(m => m.Module is nn.Module<Tensor, Tensor> && !m.Module.children().Any())
            .Select(m => (m.Name, Module: (nn.Module<Tensor, Tensor>)m.Module)).ToArray();
        var hasFunctions = leaves.Any(l => IsFunction(l.Module));
        foreach (var (name, module) in leaves)
        {
            var isMeasured = hasFunctions ? IsFunction(module) : module.parameters().Any();
            _removals.Add(module.register_forward_hook((_, _, output) => See(name, module, output, isMeasured)).remove);
        }
    }

    /// <summary>The readings of the last pass, in the order of the calls.</summary>
    public ActivationReading[] Readings => [.. _readings];

    /// <summary>Forgets the last pass.</summary>
    public void StartPass()
    {
        if (!_isWanted()) return;
        _calls.Clear();
        _readings.Clear();
    }

    public void Dispose()
    {
        foreach (var remove in _removals) remove();
    }

    private static bool IsFunction(nn.Module module) => Functions.Contains(module.GetType())
        || (module.GetType().Assembly != typeof(nn.Module).Assembly && !module.parameters().Any());

    private Tensor See(string name, nn.Module module, Tensor output, bool isMeasured)
    {
        if (!_isWanted()) return output;
        if (module.parameters(recurse: false).Any(p => p.dim() > 1)) _isAfterLinear = module is Linear;
        if (!isMeasured || !output.is_floating_point() || output.numel() == 0) return output;
        var call = _calls[module] = _calls.GetValueOrDefault(module) + 1;
        if (call > MostCalls) return output;
        var values = ElementSample.Of(output).Values;
        var mean = values.Average();
        var deviation = Math.Sqrt(values.Average(v => (v - mean) * (v - mean)));
        _readings.Add(new(call == 1 ? name : $"{name} ({call})", mean, deviation, Stuck(module, output, values)));
        return output;
    }

    private double? Stuck(nn.Module module, Tensor output, double[] values) => module switch
    {
        ReLU or ReLU6 => Dead(output),
        Tanh => values.Average(v => Math.Abs(v) > 0.97 ? 1.0 : 0),
        Sigmoid => values.Average(v => v is < 0.015 or > 0.985 ? 1.0 : 0),
        _ => null,
    };

    /// <summary>Share of units that are 0 throughout; units are channels (N, C, …), behind a linear layer the last dimension.</summary>
    private double Dead(Tensor output)
    {
        using var quiet = no_grad();
        using var scope = NewDisposeScope();
        var unit = output.dim() < 2 ? 0 : _isAfterLinear ? output.dim() - 1 : 1;
        long[] others = [.. Enumerable.Range(0, (int)output.dim()).Where(d => d != unit).Select(d => (long)d)];
        var highest = others.Length == 0 ? output.detach() : output.detach().amax(others);
        return (highest <= 0).to(float64).mean().ToDouble();
    }
}
