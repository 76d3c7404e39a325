namespace Qiansi.Charts.Rendering.Colors;

/// <summary>Plotly's colour scales by name, as a few stops equally far apart.</summary>
internal static class NamedScales
{
    private static readonly Dictionary<string, string> Known = new(StringComparer.OrdinalIgnoreCase)
    {
        ["Greys"] = "#000000 #ffffff",
        ["YlGnBu"] = "#081d58 #253494 #225ea8 #1d91c0 #41b6c4 #7fcdbb #c7e9b4 #edf8d9 #ffffd9",
        ["Greens"] = "#00441b #006d2c #238b45 #41ab5d #74c476 #a1d99b #c7e9c0 #e5f5e0 #f7fcf5",
        ["YlOrRd"] = "#800026 #bd0026 #e31a1c #fc4e2a #fd8d3c #feb24c #fed976 #ffeda0 #ffffcc",
        ["Bluered"] = "#0000ff #ff0000",
        ["Reds"] = "#dcdcdc #e9a27d #e46a4d #cf3a34 #b20a1c",
        ["Blues"] = "#050aac #283cbe #466ef0 #6e9cf4 #a5c4e2 #dcdcdc",
        ["Picnic"] = "#0000ff #3399ff #66ccff #99ccff #ccccff #ffffff #ffccff #ff99ff #ff66cc #ff6666 #ff0000",
        ["Rainbow"] = "#96005a #0000c8 #0019ff #0098ff #2cff96 #97ff00 #ffea00 #ff6f00 #ff0000",
        ["Portland"] = "#0c3383 #0a88ba #f2d338 #f28f38 #d91e1e",
        ["Jet"] = "#000083 #003caa #05ffff #ffff00 #fa0000 #800000",
        ["Hot"] = "#000000 #e60000 #ffd200 #ffffff",
        ["Blackbody"] = "#000000 #e60000 #e6d200 #ffffff #a0c8ff",
        ["Earth"] = "#000082 #00b4b4 #28d228 #e6e632 #784614 #ffffff",
        ["Electric"] = "#000000 #1e0064 #780064 #a05a00 #e6c800 #fffadc",
    };

    /// <summary>The stops of a scale; viridis for names nobody knows.</summary>
    public static IReadOnlyList<Rgb> Find(string name) => name.ToLowerInvariant() switch
    {
        "rdbu" => ColorScale.Diverging.Stops,
        "cividis" => ColorScale.Cividis.Stops,
        "magma" or "inferno" or "plasma" => ColorScale.Magma.Stops,
        "gray" or "grey" => ColorScale.Gray.Stops,
        _ when Known.TryGetValue(name, out var stops) => [.. stops.Split(' ').Select(Rgb.Parse)],
        _ => ColorScale.Viridis.Stops,
    };
}
