using System.Reflection;
using System.Text.Json;

namespace Qiansi.Charts.Tests.Api;

/// <summary>
/// Each kind can be written as in Plotly.NET, with types, and without them: both give a figure of the values, which is drawn.
/// </summary>
public sealed class OverloadTests
{
    public static TheoryData<string, bool> Kinds =>
    [
        .. typeof(Chart).GetMethods().Where(m => m.ReturnType == typeof(GenericChart) && IsOfValues(m))
            .Select(m => (m.Name, m.IsGenericMethod)).Distinct(),
    ];

    [Theory]
    [MemberData(nameof(Kinds))]
    public void A_kind_takes_values_and_is_drawn(string kind, bool isGeneric)
    {
        foreach (var overload in typeof(Chart).GetMethods().Where(m => m.Name == kind && m.IsGenericMethod == isGeneric && IsOfValues(m)))
        {
            var method = isGeneric ? overload.MakeGenericMethod([.. overload.GetGenericArguments().Select(TypeFor)]) : overload;
            var chart = (GenericChart)method.Invoke(null, [.. method.GetParameters().Select(Argument)])!;
            using var json = JsonDocument.Parse(chart.ToJson());
            var trace = json.RootElement.GetProperty("data")[0];
            Assert.Contains("7.25", trace.GetRawText());
            Assert.Equal("named", trace.GetProperty("name").GetString());
            Assert.Contains("<svg", chart.ToSvg());
        }
    }

    /// <summary>Charts of charts and of traces have tests of their own.</summary>
    private static bool IsOfValues(MethodInfo method) => method.GetParameters().Any(p => p.Name == "Name");

    private static Type TypeFor(Type parameter) =>
        parameter.Name.Contains("Text") || parameter.Name.Contains("Keys") || parameter.Name.Contains("Label")
            ? typeof(string) : typeof(double);

    private static object? Argument(ParameterInfo parameter) => parameter.Name!.ToLowerInvariant() switch
    {
        "name" => "named",
        "x" or "y" or "z" or "values" or "sizes" or "open" or "high" or "low" or "close" or "zdata" => Values(parameter),
        "keys" or "labels" => new[] { "a", "b", "c" },
        "annotationtext" => new string[][] { ["a", "b", "c"], ["d", "e", "f"], ["g", "h", "i"] },
        "mode" when parameter.ParameterType.IsEnum => StyleParam.Mode.Lines_Markers,
        _ when parameter.HasDefaultValue => parameter.DefaultValue,
        _ => parameter.ParameterType.IsValueType ? Activator.CreateInstance(parameter.ParameterType) : null,
    };

    /// <summary>Numbers, or rows of numbers where a parameter wants rows.</summary>
    private static object Values(ParameterInfo parameter) => parameter.ParameterType switch
    {
        var t when t == typeof(IEnumerable<int>) => new[] { 1, 7, 3 },
        var t when (t == typeof(object) ? parameter.Name == "zData" : t.GetGenericArguments()[0].IsGenericType) =>
            new double[][] { [1, 2, 7.25], [3, 1, 2], [2, 2, 4] },
        _ => new[] { 1, 7.25, 3 },
    };
}
