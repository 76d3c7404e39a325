using Qiansi.Contracts;

namespace Qiansi.Engine.Running;

/// <summary>Makes <see cref="Console"/> the running cell's: what code prints goes to the cell that started it, and input is asked of the front end.</summary>
/// <remarks>
/// Outside of cells the process's own streams are used. Not covered are <see cref="Console.ReadKey()"/>, cursor and colours, and what native code
/// or child processes write to the process's file descriptors.
/// </remarks>
internal static class CellConsole
{
    private static readonly Lock Gate = new();
    private static bool _installed;

    /// <summary>Replaces the console's streams, once a process.</summary>
    public static void Install()
    {
        lock (Gate)
        {
            if (_installed) return;
            Console.SetOut(new CellWriter(StandardStream.Output, Console.Out));
            Console.SetError(new CellWriter(StandardStream.Error, Console.Error));

            // The process's own input is opened only when someone outside of a cell reads it.
            Console.SetIn(new CellReader(static () => new StreamReader(Console.OpenStandardInput(), Console.InputEncoding)));
            _installed = true;
        }
    }
}
