namespace Qiansi.Torch.Tests.NN;

/// <summary>The layers as cells write them, under the names they have in Golden/nn.py.</summary>
internal static class LayerCases
{
    public static (string Name, Dictionary<string, Func<LayerCase>> Cases)[] All =>
    [
        ("activations", ActivationCases.All),
        ("losses", LossCases.All),
        ("linear", LinearCases.All),
        ("convolution", ConvolutionCases.All),
        ("normalization", NormalizationCases.All),
        ("pooling", PoolingCases.All),
        ("resampling", ResamplingCases.All),
        ("recurrent", RecurrentCases.All),
        ("attention", AttentionCases.All),
    ];
}
