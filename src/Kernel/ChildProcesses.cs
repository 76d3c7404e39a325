using System.Runtime.InteropServices;
using Qiansi.Jupyter;
using Qiansi.Jupyter.Processes;

namespace Qiansi.Kernel;

/// <summary>Ends what the cells have started and left running, as the kernel's last act: no front end knows of it.</summary>
/// <remarks>Front ends start a kernel as the leader of a process group, and its children belong to that.
/// A kernel started otherwise (in a shell's pipeline, say) shares its group with strangers and ends none.
/// On Windows the front end's job object does this.</remarks>
internal static class ChildProcesses
{
    private static PosixSignalRegistration? s_spared;

    /// <summary>SIGTERM to this process's group, itself excepted.</summary>
    public static void End()
    {
        if (OperatingSystem.IsWindows() || Posix.GroupOf(0) != Environment.ProcessId) return;
        // Kept for the rest of the process's life: the signal is handled a moment after it was sent.
        s_spared = PosixSignalRegistration.Create(PosixSignal.SIGTERM, context => context.Cancel = true);
        Posix.Kill(0, Posix.SigTerm);
    }
}
