namespace Qiansi.Torch.Autograd;

/// <summary>Called with the gradient of a tensor when it is complete; may give another in its place.</summary>
internal sealed record GradHook(int Output, Func<Tensor, Tensor?> Function);
