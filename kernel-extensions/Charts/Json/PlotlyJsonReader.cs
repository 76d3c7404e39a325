using System.Text.Json;

namespace Qiansi.Charts.Json;

/// <summary>Reads the JSON that other libraries give Plotly.</summary>
internal static class PlotlyJsonReader
{
    /// <summary>A figure from its series and its layout.</summary>
    /// <exception cref="JsonException">It is no JSON, or no figure.</exception>
    public static GenericChart Figure(string data, string layout)
    {
        if (Value(data) is not Array items) throw new JsonException("a figure's data is a list of traces");
        var traces = items.Cast<object?>().OfType<PlotlyObject>().Select(AsTrace);
        var known = new Layout();
        if (Value(layout) is PlotlyObject read) known.Merge(read);
        return new GenericChart(traces, known);
    }

    /// <summary>A figure from one object with <c>data</c> and <c>layout</c>.</summary>
    /// <exception cref="JsonException">It is no JSON, or no figure.</exception>
    public static GenericChart Figure(string json)
    {
        using var document = JsonDocument.Parse(json);
        var layout = document.RootElement.TryGetProperty("layout", out var found) ? found.GetRawText() : "{}";
        return Figure(document.RootElement.GetProperty("data").GetRawText(), layout);
    }

    private static object? Value(string json)
    {
        using var document = JsonDocument.Parse(json);
        return Value(document.RootElement);
    }

    private static Trace AsTrace(PlotlyObject attributes)
    {
        var trace = new Trace(attributes["type"] as string ?? "scatter");
        trace.Merge(attributes);
        return trace;
    }

    private static object? Value(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Object => Part(element),
        JsonValueKind.Array when element.GetArrayLength() > 0 => Sequences.Of(element.EnumerateArray().Select(Value).ToArray(), "figure"),
        JsonValueKind.Array => Array.Empty<double>(),
        JsonValueKind.String => element.GetString(),
        JsonValueKind.Number => element.GetDouble(),
        JsonValueKind.True => true,
        JsonValueKind.False => false,
        _ => null,
    };

    private static PlotlyObject Part(JsonElement element)
    {
        var part = new PlotlyObject();
        foreach (var property in element.EnumerateObject()) part[property.Name] = Value(property.Value);
        return part;
    }
}
