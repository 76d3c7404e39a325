
namespace Qiansi.Teaching.Watching;

/// <summary>Lengths of gradients, weights and steps, layer by layer.</summary>
internal sealed class LayerLengths(nn.Module net)
{
    private readonly Dictionary<Parameter, double[]> _before = new(ReferenceEqualityComparer.Instance);

    /// <summary>Notes the weights before a step.</summary>
    public void Before()
    {
        _before.Clear();
        foreach (var parameter in net.parameters())
        {
            if (parameter.requires_grad) _before[parameter] = ElementSample.Of(parameter).Values;
        }
    }

    /// <summary>What the step was; layers without a gradient are left out.</summary>
    public IEnumerable<LayerReading> After()
    {
        // Parameters are asked for anew at each update: layers thaw, and weights are shared or replaced.
        var seen = new HashSet<Parameter>(ReferenceEqualityComparer.Instance);
        foreach (var (name, module) in LayerName.All(net))
        {
            var own = module.parameters(recurse: false).Where(p => seen.Add(p) && p.grad is not null && _before.ContainsKey(p)).ToArray();
            if (own.Length > 0) yield return Reading(name, own);
        }
    }

    private LayerReading Reading(string name, Parameter[] parameters)
    {
        double gradient = 0, weights = 0, moved = 0;
        foreach (var parameter in parameters)
        {
            var (before, (after, weight)) = (_before[parameter], ElementSample.Of(parameter));
            for (var i = 0; i < before.Length; i++)
            {
                weights += weight * before[i] * before[i];
                moved += weight * (after[i] - before[i]) * (after[i] - before[i]);
            }

            gradient += weight * ElementSample.Of(parameter.grad!).Values.Sum(g => g * g);
        }

        return new(name, Math.Sqrt(gradient), moved == 0 ? 0 : Math.Sqrt(moved / weights));
    }
}
