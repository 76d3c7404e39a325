using Qiansi.Engine;
using Qiansi.Jupyter;
using Qiansi.Kernel;
using Qiansi.Kernel.Connect;
using Qiansi.Tool.Libraries;
using Qiansi.Tool.Running;

namespace Qiansi.Tool.Commands;

/// <summary><c>nb kernel</c>: this process becomes a Jupyter kernel.</summary>
internal static class KernelEntry
{
    /// <summary>Serves the front ends of a connection file until one of them asks for the end,
    /// or the program that started the kernel is gone.</summary>
    /// <returns>Only when the kernel could not start; otherwise the process ends here, whatever threads its cells have left.</returns>
    public static int Run(string connectionFile)
    {
        LibrarySwap? swap;
        try
        {
            swap = TorchLibrary.Of(Environment.GetEnvironmentVariable(TorchLibrary.Variable));
            Environment.SetEnvironmentVariable(TorchLibrary.Variable, null);
        }
        catch (ArgumentException e)
        {
            Console.Error.WriteLine($"nb kernel: {TorchLibrary.Variable}: {e.Message}");
            return ExitCode.BadInput;
        }

        try
        {
            TensorInterrupts.Install();
            ExerciseDisplay.Install();
            // Taken out, so that programs the cells start do not inherit it.
            var isBatch = Environment.GetEnvironmentVariable(KernelChoice.Batch) is { Length: > 0 };
            Environment.SetEnvironmentVariable(KernelChoice.Batch, null);
            KernelHost.RunAsProcess(connectionFile,
                () => KernelExtensions.AddTo(
                    Connections.AddTo(new Session(openLibraries: KernelExtensions.OpenLibraries, swap: swap) { IsBatch = isBatch })));
            return ExitCode.Ok;
        }
        catch (ConnectionFileException e)
        {
            Console.Error.WriteLine($"nb kernel: {e.Message}");
            Console.Error.WriteLine("Front ends write this file and start the kernel themselves; to run a notebook, use: nb run FILE");
            return ExitCode.BadInput;
        }
    }
}
