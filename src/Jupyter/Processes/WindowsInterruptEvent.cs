using System.ComponentModel;
using System.Globalization;
using System.Runtime.InteropServices;
using System.Runtime.Versioning;
using Microsoft.Win32.SafeHandles;

namespace Qiansi.Jupyter.Processes;

/// <summary>Windows has no SIGINT to send: kernels such as ipykernel wait on an inherited event instead,
/// named to them by <c>JPY_INTERRUPT_EVENT</c>.</summary>
[SupportedOSPlatform("windows")]
internal sealed class WindowsInterruptEvent : IDisposable
{
    private readonly EventWaitHandle _event = new(false, EventResetMode.AutoReset);

    public WindowsInterruptEvent()
    {
        var attributes = new SecurityAttributes { Length = Marshal.SizeOf<SecurityAttributes>(), InheritHandle = 1 };
        var handle = CreateEventW(ref attributes, 0, 0, 0);
        if (handle == 0) throw new Win32Exception(Marshal.GetLastPInvokeError());
        _event.SafeWaitHandle.Dispose();
        _event.SafeWaitHandle = new SafeWaitHandle(handle, ownsHandle: true);
    }

    /// <summary>The handle's number, valid in child processes.</summary>
    public string Handle => _event.SafeWaitHandle.DangerousGetHandle().ToString(CultureInfo.InvariantCulture);

    /// <summary>Interrupts.</summary>
    public void Set() => _event.Set();

    /// <inheritdoc />
    public void Dispose() => _event.Dispose();

    [StructLayout(LayoutKind.Sequential)]
    private struct SecurityAttributes
    {
        public int Length;
        public nint Descriptor;
        public int InheritHandle;
    }

    [DllImport("kernel32", SetLastError = true, ExactSpelling = true)]
    private static extern nint CreateEventW(ref SecurityAttributes attributes, int manualReset, int initialState, nint name);
}
