
namespace Qiansi.Teaching.Watching;

/// <summary>What parts of a net are called in figures.</summary>
internal static class LayerName
{
    /// <summary>The net and all parts, each once, in the order of their registration.</summary>
    public static IEnumerable<(string Name, nn.Module Module)> All(nn.Module net) =>
        net.named_modules().Prepend((name: "", module: net)).DistinctBy(m => m.module, ReferenceEqualityComparer.Instance)
            .Select(m => (Of(m.name, m.module), m.module));

    private static string Of(string path, nn.Module module) =>
        path.Length == 0 ? module.GetType().Name : char.IsAsciiDigit(path[^1]) && path.Split('.')[^1].All(char.IsAsciiDigit)
            ? $"{path} {module.GetType().Name}" : path;
}
