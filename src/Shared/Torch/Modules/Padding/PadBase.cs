namespace Qiansi.Modules;

/// <summary>Puts something around signals or images.</summary>
public abstract class PadBase : ParameterLessModule<Tensor, Tensor>
{
    private readonly PaddingModes mode;

    private protected PadBase(string name, PaddingModes mode, double value, long[] padding) : base(name) =>
        (this.mode, this.value, this.padding) = (mode, value, padding);

    /// <summary>How much is put left, right, above and below.</summary>
    public long[] padding { get; set; }

    /// <summary>What is put there, when it is a number.</summary>
    public double value { get; set; }

    /// <summary>The input in its frame: as many dimensions, the last ones longer.</summary>
    public override Tensor forward(Tensor input) => nn.functional.pad(input, padding, mode, value);

    /// <inheritdoc/>
    public override string extra_repr() =>
        Text.Value(padding) + (mode == PaddingModes.Constant && GetType() != typeof(ZeroPad2d) ? $", value={Text.Value(value)}" : "");
}
