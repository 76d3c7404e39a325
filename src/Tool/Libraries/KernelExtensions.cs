using System.Runtime.Loader;
using Qiansi.Contracts;
using Qiansi.Engine;

namespace Qiansi.Tool.Libraries;

/// <summary>The kernel extensions that come with the tool: what they bring is there without <c>#r</c>.</summary>
/// <remarks>
/// Loading an extension costs the first cell milliseconds, and most sessions need one or two of them.
/// So each is loaded when the process first loads a library whose values it shows, or when a cell names its own types; only
/// <c>#!metrics</c> and the languages have to be known from the start.
/// </remarks>
internal static class KernelExtensions
{
    private const string Tensors = "Qiansi.Tensors", Charts = "Qiansi.Charts", Evaluation = "Qiansi.Evaluation", Trees = "Qiansi.Trees",
        Metrics = "Qiansi.Metrics", Teaching = "Qiansi.Teaching";
    private const string DataFrames = "Qiansi.DataFrames";
    private const string Boards = "Qiansi.Boards", SnlCells = "Qiansi.SnlCells", SqlCells = "Qiansi.SqlCells",
        FSharpCells = "Qiansi.FSharpCells", PowerShellCells = "Qiansi.PowerShellCells", TorchSharp = "Qiansi.TorchSharp";

    /// <summary>By the simple name of the library that is loaded: the extension that shows its values.</summary>
    private static readonly Dictionary<string, string> ByLibrary = new(StringComparer.Ordinal)
    {
        [Tensors] = Tensors,
        [Charts] = Charts,
        [Trees] = Trees,
        [Boards] = Boards,
        ["Qiansi.Amazons"] = Boards,
        ["Qiansi.BPlus"] = Trees,
        ["Qiansi.Automata"] = Trees,
        ["Qiansi.Torch"] = Tensors,
        ["TorchSharp"] = TorchSharp,
        ["OpenCvSharp"] = Tensors,
        ["Microsoft.Data.Analysis"] = Tensors,
        ["Microsoft.ML.OnnxRuntime"] = Tensors,
        ["Plotly.NET"] = Charts,
        ["XPlot.Plotly"] = Charts,
    };

    /// <summary>Libraries whose namespace is open in every cell; TorchSharp's and data frames' once the package is there.</summary>
    public static IReadOnlyList<string> OpenLibraries { get; } =
        [Boards, Charts, DataFrames, Evaluation, Metrics, Teaching, Tensors, TorchSharp, Trees];

    /// <summary>Adds the extensions to a session.</summary>
    public static Session AddTo(Session session)
    {
        var registered = new HashSet<string>(StringComparer.Ordinal);
        AppDomain.CurrentDomain.AssemblyLoad += (_, loaded) =>
        {
            if (ByLibrary.TryGetValue(loaded.LoadedAssembly.GetName().Name!, out var extension))
                Register(extension, AssemblyLoadContext.GetLoadContext(loaded.LoadedAssembly)!, session, registered);
        };
        foreach (var extension in new[] { Metrics, SnlCells, SqlCells, FSharpCells, PowerShellCells })
            Register(extension, AssemblyLoadContext.Default, session, registered);
        return session;
    }

    /// <param name="context">Where the library was loaded: an extension that is compiled against a package must meet that one.</param>
    private static void Register(string extension, AssemblyLoadContext context, Session session, HashSet<string> registered)
    {
        lock (registered)
        {
            if (!registered.Add(extension)) return;
        }

        // The loader runs this within the load of another assembly and would drop what it throws.
        try
        {
            var type = context.LoadFromAssemblyName(new(extension))
                .GetType($"{extension}.{extension["Qiansi.".Length..]}Extension", throwOnError: true)!;
            ((IKernelExtension)Activator.CreateInstance(type)!).RegisterAsync(session).GetAwaiter().GetResult();
        }
        catch (Exception e)
        {
            Console.Error.WriteLine($"The extension {extension} could not be loaded, its values are shown as text: {e.Message}");
        }
    }
}
