namespace Qiansi.Modules;

/// <summary>What all convolutions have: weights, bias and how the kernel moves.</summary>
public abstract class Convolution : nn.Module<Tensor, Tensor>
{
    private Parameter weightParameter;
    private Parameter? biasParameter;

    private protected Convolution(string name, long inChannels, long outChannels, ConvolutionSettings settings, bool transposed,
        bool hasBias, ScalarType? dtype) : base(name)
    {
        var groups = settings.Groups;
        if (groups < 1 || inChannels % groups != 0 || outChannels % groups != 0)
            throw new ArgumentException(
                $"{name}: {inChannels} channels in and {outChannels} out cannot both be divided into {groups} groups");
        if (inChannels < 1 || outChannels < 1)
            throw new ArgumentException($"{name}: {inChannels} channels in and {outChannels} out; there must be at least one of each");
        (in_channels, out_channels, this.transposed) = (inChannels, outChannels, transposed);
        (kernel_size, stride, dilation, output_padding) = (settings.Kernel, settings.Stride, settings.Dilation, settings.OutputPadding);
        (padding, padding_type, padding_mode, this.groups) = (settings.Padding, settings.Named, settings.Mode, groups);
        weightParameter = new Parameter(
            empty(transposed
                ? [inChannels, outChannels / groups, .. kernel_size] : [outChannels, inChannels / groups, .. kernel_size], dtype));
        biasParameter = hasBias ? new Parameter(empty([outChannels], dtype)) : null;
        register_parameter("weight", weightParameter);
        register_parameter("bias", biasParameter);
        reset_parameters();
    }

    /// <summary>Channels in.</summary>
    public long in_channels { get; }

    /// <summary>Channels out.</summary>
    public long out_channels { get; }

    /// <summary>Whether it is a transposed convolution.</summary>
    public bool transposed { get; }

    /// <summary>Rows and columns of the kernel.</summary>
    public long[] kernel_size { get; }

    /// <summary>How far the kernel moves.</summary>
    public long[] stride { get; }

    /// <summary>How much is put around the image on each side.</summary>
    public long[] padding { get; }

    /// <summary>The padding in words; null when it is in numbers.</summary>
    public Padding? padding_type { get; }

    /// <summary>What is put around the image.</summary>
    public PaddingModes padding_mode { get; }

    /// <summary>How far apart the kernel's elements are.</summary>
    public long[] dilation { get; }

    /// <summary>Rows and columns added at one side of a transposed convolution's output.</summary>
    public long[] output_padding { get; }

    /// <summary>How many parts the channels fall into.</summary>
    public long groups { get; }

    /// <summary>The kernels.</summary>
    public Parameter weight
    {
        get => weightParameter;
        set => register_parameter("weight", weightParameter = value);
    }

    /// <summary>One number for each output channel; null without.</summary>
    public Parameter? bias
    {
        get => biasParameter;
        set => register_parameter("bias", biasParameter = value);
    }

    /// <summary>Draws new values: uniform within ±1/√(inputs of an output), the weight first.</summary>
    public void reset_parameters()
    {
        nn.init.kaiming_uniform_(weightParameter, Math.Sqrt(5));
        if (biasParameter is null) return;
        var (fanIn, _) = nn.init.CalculateFanInAndFanOut(weightParameter);
        if (fanIn > 0) nn.init.uniform_(biasParameter, -1 / Math.Sqrt(fanIn), 1 / Math.Sqrt(fanIn));
    }

    private protected Tensor Convolve(Tensor input)
    {
        if (padding_mode == PaddingModes.Zeros)
        {
            return padding_type is { } named
                ? nn.functional.Named(GetType().Name, input, weightParameter, biasParameter, stride, named, dilation, groups)
                : nn.functional.Convolve(GetType().Name, input, weightParameter, biasParameter, stride, padding, dilation, groups);
        }
        var spatial = kernel_size.Length;
        var frame = new long[2 * spatial];
        for (var i = 0; i < spatial; i++)
        {
            var last = 2 * (spatial - 1 - i);
            var total = padding_type == Padding.Same ? dilation[i] * (kernel_size[i] - 1) : 2 * padding[i];
            (frame[last], frame[last + 1]) = (total / 2, total - (total / 2));
        }
        return nn.functional.Convolve(GetType().Name, nn.functional.pad(input, frame, padding_mode), weightParameter, biasParameter, stride,
            new long[spatial], dilation, groups);
    }

    /// <inheritdoc/>
    public override string extra_repr()
    {
        var text = $"{in_channels}, {out_channels}, kernel_size={Text.Value(kernel_size)}, stride={Text.Value(stride)}";
        if (padding_type is { } named) text += named == Padding.Same ? ", padding=same" : ", padding=valid";
        else if (padding.Any(p => p != 0)) text += $", padding={Text.Value(padding)}";
        if (dilation.Any(d => d != 1)) text += $", dilation={Text.Value(dilation)}";
        if (output_padding.Any(p => p != 0)) text += $", output_padding={Text.Value(output_padding)}";
        if (groups != 1) text += $", groups={groups}";
        if (biasParameter is null) text += ", bias=False";
        return padding_mode == PaddingModes.Zeros ? text : $"{text}, padding_mode={padding_mode.ToString().ToLowerInvariant()}";
    }
}
