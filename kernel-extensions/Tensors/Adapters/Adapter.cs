using System.Reflection;
using Qiansi.Contracts;

namespace Qiansi.Tensors.Adapters;

/// <summary>Shows the values of a library that is found by name when it is loaded.</summary>
/// <param name="Library">Simple name of its assembly.</param>
/// <param name="Type">Full name of the type.</param>
/// <param name="Show">The value as a picture.</param>
/// <param name="Line">The value in one line, when it stands inside another.</param>
internal sealed record Adapter(string Library, string Type, Func<object, TensorPicture> Show, Func<object, string> Line)
{
    private static int subscribed;

    /// <summary>All there are.</summary>
    public static IReadOnlyList<Adapter> All { get; } =
    [
        new("OpenCvSharp", "OpenCvSharp.Mat", OpenCvMat.Show, OpenCvMat.Line),
        new("Microsoft.ML.OnnxRuntime", "Microsoft.ML.OnnxRuntime.Tensors.DenseTensor`1", OnnxTensor.Show, OnnxTensor.Line),
        new("Microsoft.Data.Analysis", "Microsoft.Data.Analysis.DataFrame", DataFrameTable.Show, DataFrameTable.Line),
    ];

    /// <summary>Registers the adapters of libraries that are loaded, now and later.</summary>
    public static void RegisterAll()
    {
        if (Interlocked.Exchange(ref subscribed, 1) == 0)
        {
            AppDomain.CurrentDomain.AssemblyLoad += (_, loaded) => Register(loaded.LoadedAssembly);
            Renderings.Overtaken += RegisterAll;
        }

        foreach (var assembly in AppDomain.CurrentDomain.GetAssemblies()) Register(assembly);
    }

    /// <summary>Registers the adapters for the types of an assembly.</summary>
    public static void Register(Assembly assembly)
    {
        var name = assembly.GetName().Name;
        foreach (var adapter in All)
        {
            if (adapter.Library == name && assembly.GetType(adapter.Type) is { } type) adapter.RegisterFor(type);
        }
    }

    /// <summary>Registers this adapter for a type.</summary>
    public void RegisterFor(Type type) => Formatters.Both(
        type,
        (value, isInside) => isInside ? Formatters.Span(Line(value)) : Show(value).Html,
        (value, isInside) => isInside ? Line(value) : Show(value).Text);
}
