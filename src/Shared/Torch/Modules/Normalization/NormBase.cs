namespace Qiansi.Modules;

/// <summary>What batch and instance normalisation have: a factor and a shift a channel, and running numbers.</summary>
public abstract class NormBase : nn.Module<Tensor, Tensor>
{
    private readonly int leastDimensions;
    private readonly int mostDimensions;
    private Parameter? weightParameter;
    private Parameter? biasParameter;

    private protected NormBase(string name, int leastDimensions, int mostDimensions, long num_features, double eps, double? momentum,
        bool affine, bool track_running_stats, ScalarType? dtype) : base(name)
    {
        if (num_features < 1) throw new ArgumentException($"{name}: num_features is {num_features}; there must be at least one channel");
        (this.leastDimensions, this.mostDimensions) = (leastDimensions, mostDimensions);
        (this.num_features, this.eps, this.momentum, this.affine, this.track_running_stats) = (num_features, eps, momentum, affine,
            track_running_stats);
        weightParameter = affine ? new Parameter(ones([num_features], dtype)) : null;
        biasParameter = affine ? new Parameter(zeros([num_features], dtype)) : null;
        register_parameter("weight", weightParameter);
        register_parameter("bias", biasParameter);
        register_buffer("running_mean", track_running_stats ? zeros([num_features], dtype) : null);
        register_buffer("running_var", track_running_stats ? ones([num_features], dtype) : null);
        register_buffer("num_batches_tracked", track_running_stats ? zeros([], ScalarType.Int64) : null);
    }

    /// <summary>How many channels there are.</summary>
    public long num_features { get; }

    /// <summary>What is added to the variance, so that it is not 0.</summary>
    public double eps { get; set; }

    /// <summary>How much of the running numbers a batch replaces; null: all batches count alike.</summary>
    public double? momentum { get; set; }

    /// <summary>Whether there are a factor and a shift to learn.</summary>
    public bool affine { get; }

    /// <summary>Whether running numbers are kept.</summary>
    public bool track_running_stats { get; }

    /// <summary>The factor of each channel; null without.</summary>
    public Parameter? weight
    {
        get => weightParameter;
        set => register_parameter("weight", weightParameter = value);
    }

    /// <summary>The shift of each channel; null without.</summary>
    public Parameter? bias
    {
        get => biasParameter;
        set => register_parameter("bias", biasParameter = value);
    }

    /// <summary>The running mean of each channel; null when none is kept.</summary>
    public Tensor? running_mean
    {
        get => get_buffer("running_mean");
        set => register_buffer("running_mean", value);
    }

    /// <summary>The running variance of each channel; null when none is kept.</summary>
    public Tensor? running_var
    {
        get => get_buffer("running_var");
        set => register_buffer("running_var", value);
    }

    /// <summary>How many batches the running numbers have seen; null when none are kept.</summary>
    public Tensor? num_batches_tracked
    {
        get => get_buffer("num_batches_tracked");
        set => register_buffer("num_batches_tracked", value);
    }

    /// <summary>Factors of 1, shifts of 0, and running numbers that have seen nothing.</summary>
    public void reset_parameters()
    {
        reset_running_stats();
        if (weightParameter is not null) nn.init.ones_(weightParameter);
        if (biasParameter is not null) nn.init.zeros_(biasParameter);
    }

    /// <summary>Running numbers that have seen nothing.</summary>
    public void reset_running_stats()
    {
        running_mean?.zero_();
        running_var?.fill_(1);
        num_batches_tracked?.zero_();
    }

    private protected void CheckDimensions(Tensor input)
    {
        var n = input.sizes.Length;
        if (n < leastDimensions || n > mostDimensions)
        {
            var wanted = leastDimensions == mostDimensions ? $"{leastDimensions}" : $"{leastDimensions} or {mostDimensions}";
            throw new ArgumentException(
                $"{GetType().Name}: the input has {n} dimensions (shape {Torch.Shapes.Shape.Text(input.sizes)}), layer expects {wanted}");
        }
    }

    /// <inheritdoc/>
    public override string extra_repr() => Text.Arguments(("eps", eps), ("momentum", momentum), ("affine", affine),
        ("track_running_stats", track_running_stats)).Insert(0, $"{num_features}, ");
}
