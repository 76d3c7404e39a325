namespace Qiansi.Torch.Printing;

/// <summary>How tensors are printed.</summary>
/// <param name="Precision">Digits after the point.</param>
/// <param name="Threshold">More elements than this are summarised.</param>
/// <param name="EdgeItems">How many elements at each end of a dimension a summary shows.</param>
/// <param name="LineWidth">Characters a line.</param>
/// <param name="Scientific">Always or never with an exponent; null: when numbers ask for it.</param>
/// <param name="FloatFormat">A .NET format of real numbers, such as <c>"0.00"</c> or <c>"g5"</c>, in place of PyTorch's choice.</param>
/// <param name="Culture">Whose points and signs that format uses; the invariant one when null.</param>
public sealed record PrintOptions(
    int Precision = 4, long Threshold = 1000, int EdgeItems = 3, int LineWidth = 80, bool? Scientific = null, string? FloatFormat = null,
    System.Globalization.CultureInfo? Culture = null)
{
    /// <summary>What <c>torch.set_printoptions</c> has set.</summary>
    public static PrintOptions Current { get; internal set; } = new();

    /// <summary>These, with what is given in their place.</summary>
    internal PrintOptions With(string? floatFormat, int? lineWidth, System.Globalization.CultureInfo? culture) =>
        this with { FloatFormat = floatFormat ?? FloatFormat, LineWidth = lineWidth ?? LineWidth, Culture = culture ?? Culture };
}
