namespace Qiansi.Torch.Printing;

/// <summary>How tensors are printed.</summary>
/// <param name="Precision">Digits after the point.</param>
/// <param name="Threshold">More elements than this are summarised.</param>
/// <param name="EdgeItems">How many elements at each end of a dimension a summary shows.</param>
/// <param name="LineWidth">Characters a line.</param>
/// <param name="Scientific">Always or never with an exponent; null: when numbers ask for it.</param>
public sealed record PrintOptions(int Precision = 4, long Threshold = 1000, int EdgeItems = 3, int LineWidth = 80, bool? Scientific = null)
{
    /// <summary>What <see cref="torch.set_printoptions"/> has set.</summary>
    public static PrintOptions Current { get; internal set; } = new();
}
