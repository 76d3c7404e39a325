namespace Qiansi.Torch.Kernels;

/// <summary>
/// Lets a host stop long kernels: they call <see cref="Poll"/> between blocks of some hundred microseconds, on whatever thread works.
/// </summary>
internal static class Interrupts
{
    /// <summary>Throws when work is to stop. Runs on any thread, often; null when nobody wants to stop anything.</summary>
    public static Action? Check { get; set; }

    public static void Poll() => Check?.Invoke();
}
