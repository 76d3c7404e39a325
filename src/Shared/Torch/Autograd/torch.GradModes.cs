namespace Qiansi;

public static partial class torch
{
    /// <summary>Operations are not recorded until the result is disposed: <c>using (torch.no_grad()) { … }</c>.</summary>
    public static GradModeScope no_grad() => new(false);

    /// <summary>Operations are recorded again, inside a <see cref="no_grad"/>, until the result is disposed.</summary>
    public static GradModeScope enable_grad(bool enabled = true) => new(enabled);

    /// <summary>Recording is switched on or off until the result is disposed (or for good, when it is not).</summary>
    public static GradModeScope set_grad_enabled(bool mode = true) => new(mode);

    /// <summary>Operations are not recorded, and tensors made can never be part of a graph, until the result is disposed.</summary>
    public static GradModeScope inference_mode(bool mode = true) => mode ? new(false, true) : new(true);

    /// <summary>Whether operations are being recorded on this thread.</summary>
    public static bool is_grad_enabled() => GradMode.Enabled;

    /// <summary>Whether this thread is in inference mode.</summary>
    public static bool is_inference_mode_enabled() => GradMode.Inference;
}
