using Qiansi.Torch.Functional;

namespace Qiansi.Modules;

/// <summary>What all transposed convolutions have.</summary>
public abstract class ConvolutionTranspose : Convolution
{
    private protected ConvolutionTranspose(string name, long inChannels, long outChannels, ConvolutionSettings settings, bool bias,
        ScalarType? dtype)
        : base(name, inChannels, outChannels, settings, transposed: true, bias, dtype)
    {
        if (settings.Mode != PaddingModes.Zeros)
            throw new ArgumentException(
                $"{name}: padding_mode {settings.Mode} is not possible for a transposed convolution; use PaddingModes.Zeros");
    }

    /// <summary>The input, convolved backwards.</summary>
    /// <exception cref="ArgumentException">The channels are not in_channels.</exception>
    public override Tensor forward(Tensor input) =>
        nn.functional.ConvolveBack(GetType().Name, input, weight, bias, stride, padding, output_padding, dilation, groups);

    /// <summary>The input, convolved backwards to a size.</summary>
    /// <param name="input">(N, C, …).</param>
    /// <param name="output_size">Rows and columns of the result.</param>
    /// <exception cref="ArgumentException">The size cannot be reached.</exception>
    public Tensor forward(Tensor input, long[] output_size)
    {
        var spatial = kernel_size.Length;
        var wanted = output_size[^spatial..];
        var more = new long[spatial];
        for (var i = 0; i < spatial; i++)
        {
            var least = ((input.sizes[input.sizes.Length - spatial + i] - 1) * stride[i]) - (2 * padding[i])
                + SlidingWindows.Span(kernel_size[i], dilation[i]);
            more[i] = wanted[i] - least;
            if (more[i] < 0 || more[i] >= stride[i])
                throw new ArgumentException(
                    $"{GetType().Name}: an output of {Shape.Text(wanted)} cannot be made of {Shape.Text(input.sizes)}; dimension {i} can "
                        + $"be {least} to {least + stride[i] - 1}");
        }
        return nn.functional.ConvolveBack(GetType().Name, input, weight, bias, stride, padding, more, dilation, groups);
    }
}
