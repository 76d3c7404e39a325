using System.Runtime.CompilerServices;
using System.Runtime.Loader;
using Qiansi.Contracts;
using Qiansi.Runtime;
using Qiansi.Teaching;

namespace Qiansi.Tool.Libraries;

/// <summary>Lets checks of exercises show their results below the cell, where the library alone would print them.</summary>
internal static class ExerciseDisplay
{
    /// <summary>Connects the library when the first cell loads it.</summary>
    public static void Install() => AppDomain.CurrentDomain.AssemblyLoad += (_, loaded) =>
    {
        // Another build, which a session loads for itself, connects itself.
        if (loaded.LoadedAssembly.FullName!.StartsWith("Qiansi.Teaching,", StringComparison.Ordinal)
            && AssemblyLoadContext.GetLoadContext(loaded.LoadedAssembly) == AssemblyLoadContext.Default) Connect();
    };

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void Connect() => Exercise.Show = static result =>
    {
        if (CurrentCell.Context is { } cell) cell.Output.Display(ExerciseBundle.Of(result));
        else Console.WriteLine(result);
    };
}
