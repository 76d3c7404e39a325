namespace Qiansi.Torch.Autograd;

/// <summary>Recording switched on or off until disposed; then it is as it was.</summary>
public sealed class GradModeScope : IDisposable
{
    private readonly bool enabled = GradMode.Enabled;
    private readonly bool inference = GradMode.Inference;

    internal GradModeScope(bool enabled, bool inference = false)
    {
        GradMode.Enabled = enabled;
        GradMode.Inference = inference;
    }

    /// <summary>Goes back to what was before.</summary>
    public void Dispose()
    {
        GradMode.Enabled = enabled;
        GradMode.Inference = inference;
    }
}
