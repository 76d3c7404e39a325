using System.Collections.Concurrent;
using System.Reflection;

namespace Qiansi.Charts.Values;

/// <summary>Plotly's names of choices: those an attribute gives, else the member's own in lower case.</summary>
internal static class PlotlyNames
{
    private static readonly ConcurrentDictionary<Enum, object> Known = new();

    /// <summary>The name of a choice; false for the choices that are switches.</summary>
    public static object Of(Enum choice) => Known.GetOrAdd(choice, static c =>
    {
        var name = c.GetType().GetField(c.ToString())?.GetCustomAttribute<PlotlyNameAttribute>()?.Name ?? c.ToString().ToLowerInvariant();
        return name == "false" ? false : name;
    });
}

/// <summary>What Plotly calls a choice.</summary>
[AttributeUsage(AttributeTargets.Field)]
internal sealed class PlotlyNameAttribute(string name) : Attribute
{
    /// <summary>The name.</summary>
    public string Name => name;
}
