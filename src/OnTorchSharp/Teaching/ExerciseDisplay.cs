using System.Runtime.CompilerServices;
using Qiansi.Contracts;
using Qiansi.Runtime;
using Qiansi.Tool.Libraries;

namespace Qiansi.Teaching;

/// <summary>Shows results of checks below the cell: the tool connects only the library that it is built with.</summary>
internal static class ExerciseDisplay
{
    [ModuleInitializer]
    internal static void Connect() => Exercise.Show = static result =>
    {
        if (CurrentCell.Context is { } cell) cell.Output.Display(ExerciseBundle.Of(result));
        else Console.WriteLine(result);
    };
}
