namespace Qiansi.Torch.Kernels;

/// <summary>
/// The struct is there with other numbers of bits too: Torch.Generator writes its source with these in place of 512, and for 1 with a
/// single lane of 128 bits.
/// </summary>
[AttributeUsage(AttributeTargets.Struct, AllowMultiple = true)]
internal sealed class WidthsAttribute(params int[] bits) : Attribute
{
    public IReadOnlyList<int> Bits => bits;
}
