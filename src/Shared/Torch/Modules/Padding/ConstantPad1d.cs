namespace Qiansi.Modules;

/// <summary>A number around signals.</summary>
public sealed class ConstantPad1d : PadBase
{
    internal ConstantPad1d(long[] padding, double value) : base(nameof(ConstantPad1d), PaddingModes.Constant, value, padding)
    {
    }
}
