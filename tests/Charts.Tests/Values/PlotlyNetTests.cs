using System.Reflection;
using System.Text.Json;
using Qiansi.Charts.Adapters;

namespace Qiansi.Charts.Tests.Values;

/// <summary>Our JSON beside that of Plotly.NET, from the packages in NuGet's folder.</summary>
public sealed class PlotlyNetTests
{
    private static readonly Lazy<Assembly?> Library = new(Load);

    [Fact]
    public void A_line_has_the_attributes_that_PlotlyNET_gives_it()
    {
        var theirs = Figure("Line", typeArguments: 3, ("x", new[] { 1.0, 2 }), ("y", new[] { 3.0, 4 }), ("Name", "loss"));
        using var ours = JsonDocument.Parse(
            Chart.Line<double, double, string>(x: new[] { 1.0, 2 }, y: new[] { 3.0, 4 }, Name: "loss").ToJson());
        AssertCovers(theirs.RootElement.GetProperty("data")[0], ours.RootElement.GetProperty("data")[0]);
    }

    [Fact]
    public void Their_chart_is_drawn()
    {
        var chart = Make("Line", 3, ("x", new[] { 1.0, 2 }), ("y", new[] { 3.0, 4 }), ("Name", "theirs"));
        var read = PlotlyNetChart.Read(chart);
        Assert.Equal("theirs", Assert.Single(read.Traces).Name);
        Assert.Contains("<path", read.ToSvg());
    }

    /// <summary>What they give a trace we give it too, with the same values; empty parts, which say nothing, left aside.</summary>
    private static void AssertCovers(JsonElement theirs, JsonElement ours)
    {
        foreach (var property in theirs.EnumerateObject()
            .Where(p => p.Value.ValueKind != JsonValueKind.Object || p.Value.EnumerateObject().Any()))
        {
            Assert.True(ours.TryGetProperty(property.Name, out var own), $"{property.Name} is missing");
            Assert.True(JsonElement.DeepEquals(property.Value, own), $"{property.Name}: {property.Value} and {own}");
        }
    }

    private static JsonDocument Figure(string method, int typeArguments, params (string Name, object Value)[] arguments)
    {
        var chart = Make(method, typeArguments, arguments);
        var json = chart.GetType().Assembly.GetType("Plotly.NET.GenericChart")!.GetMethod("toFigureJson")!.Invoke(null, [chart])!;
        return JsonDocument.Parse((string)json);
    }

    private static object Make(string method, int typeArguments, params (string Name, object Value)[] arguments)
    {
        Assert.SkipWhen(Library.Value is null,
            "Plotly.NET.CSharp 0.14.0 is not in NuGet's package folder: a notebook with #r \"nuget: Plotly.NET.CSharp, 0.14.0\" brings it");
        Type[] types = [typeof(double), typeof(double), typeof(string)];
        var info = Library.Value!.GetType("Plotly.NET.CSharp.Chart")!.GetMethods()
            .First(m => m.Name == method && m.GetGenericArguments().Length == typeArguments && m.GetParameters()[0].Name == "x")
            .MakeGenericMethod(types);
        var values = info.GetParameters().Select(p =>
        {
            var given = arguments.FirstOrDefault(a => a.Name == p.Name).Value;
            if (given is null) return p.ParameterType.IsValueType ? Activator.CreateInstance(p.ParameterType) : null;
            return p.ParameterType.Name.StartsWith("Optional", StringComparison.Ordinal)
                ? Activator.CreateInstance(p.ParameterType, given, true) : given;
        }).ToArray();
        return info.Invoke(null, values)!;
    }

    private static Assembly? Load()
    {
        var root = Environment.GetEnvironmentVariable("NUGET_PACKAGES")
            ?? Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".nuget", "packages");
        (string Package, string Version)[] wanted = [("plotly.net.csharp", "0.14.0")];
        var folders = wanted.Select(w => Path.Combine(root, w.Package, w.Version)).ToArray();
        if (!folders.All(Directory.Exists)) return null;
        AppDomain.CurrentDomain.AssemblyResolve += (_, asked) =>
        {
            var name = new AssemblyName(asked.Name).Name!;
            var package = Path.Combine(root, name.ToLowerInvariant());
            var file = Directory.Exists(package)
                ? Directory.GetFiles(package, name + ".dll", SearchOption.AllDirectories)
                    .Where(f => f.Contains("netstandard2.0") || f.Contains("net6.0") || f.Contains("netstandard2.1"))
                    .Order().LastOrDefault() : null;
            return file is null ? null : Assembly.LoadFrom(file);
        };
        return Assembly.LoadFrom(Directory.GetFiles(folders[0], "Plotly.NET.CSharp.dll", SearchOption.AllDirectories)[0]);
    }
}
