namespace Qiansi.Engine.Running;

/// <summary>Makes <see cref="Console"/> the running cell's: what code prints goes to the cell that started it,
/// and input is asked of the front end.</summary>
/// <remarks>
/// Outside of cells the process's own streams are used. Not covered are <see cref="Console.ReadKey()"/>, cursor and colours,
/// and what native code or child processes write to the process's file descriptors.
/// </remarks>
internal static class CellConsole
{
    private static readonly Lock Gate = new();
    private static (TextWriter Out, TextWriter Error, TextReader In)? s_cells;

    /// <summary>Replaces the console's streams, once a process.</summary>
    public static void Install()
    {
        lock (Gate)
        {
            if (s_cells is not null) return;
            Console.SetOut(new CellWriter(StandardStream.Output, Console.Out));
            Console.SetError(new CellWriter(StandardStream.Error, Console.Error));

            // The process's own input is opened only when someone outside of a cell reads it.
            Console.SetIn(new CellReader(static () => new StreamReader(Console.OpenStandardInput(), Console.InputEncoding)));
            s_cells = (Console.Out, Console.Error, Console.In);
        }
    }

    /// <summary>Takes back what an earlier cell set with <see cref="Console.SetOut"/> and its like,
    /// which would silence all later ones.</summary>
    public static void Restore()
    {
        if (s_cells is not { } cells) return;
        if (Console.Out != cells.Out) Console.SetOut(cells.Out);
        if (Console.Error != cells.Error) Console.SetError(cells.Error);
        if (Console.In != cells.In) Console.SetIn(cells.In);
    }
}
