using System.Runtime.CompilerServices;
using Qiansi.Contracts;
using Qiansi.Runtime;

namespace Qiansi.Tool.Libraries;

/// <summary>Lets the interrupt of a cell reach into long tensor computations, which know nothing of cells.</summary>
internal static class TensorInterrupts
{
    /// <summary>Connects the library when the first cell loads it; kernels whose cells need no tensors load nothing of it.</summary>
    public static void Install() => AppDomain.CurrentDomain.AssemblyLoad += (_, loaded) =>
    {
        if (loaded.LoadedAssembly.FullName!.StartsWith("Qiansi.Torch,", StringComparison.Ordinal)) Connect();
    };

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void Connect() => torch.CheckInterrupt = Guard.Loop;
}
