namespace Qiansi.Modules;

/// <summary>Layers with the values of another.</summary>
internal static class Copies
{
    /// <summary>So many copies; no random number is drawn for them, so that what is drawn next is what PyTorch draws.</summary>
    public static T[] Of<T>(T layer, Func<T> again, long count) where T : nn.Module
    {
        if (count < 1) throw new ArgumentException($"{layer.GetName()}: {count} layers were asked for; there must be at least one");
        var state = Generator.Default.get_state();
        var copies = new T[count];
        for (var i = 0; i < count; i++)
        {
            copies[i] = again();
            copies[i].load_state_dict(layer.state_dict());
        }
        Generator.Default.set_state(state);
        return copies;
    }
}
