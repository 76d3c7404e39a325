namespace Qiansi.Tensors.Heatmaps;

/// <summary>Which colour a number has.</summary>
/// <param name="Min">The number at the start of the scale.</param>
/// <param name="Max">The number at its end.</param>
/// <param name="Colors">The colours.</param>
internal sealed record HeatScale(double Min, double Max, ColorScale Colors)
{
    /// <summary>Steps of colour in pictures; finer ones are not told apart and would make files larger.</summary>
    private const int Steps = 48;

    /// <summary>Numbers from it on are colours of pictures; before it clear and not finite.</summary>
    private const int FirstStep = 2;

    /// <summary>What is not finite; the colour is in none of the scales.</summary>
    public static Rgb NotFinite { get; } = Rgb.Parse("#ff00d4");

    /// <summary>The colours of a picture, by the numbers that <see cref="Index"/> gives.</summary>
    public Rgb[] Table => [new(0, 0, 0), NotFinite, .. Enumerable.Range(0, Steps).Select(i => Colors.At(i / (double)(Steps - 1)))];

    /// <summary>The scale for numbers: when signs mix, around 0 with as much room on both sides.</summary>
    public static HeatScale Of(Statistics statistics)
    {
        if (double.IsNaN(statistics.Min)) return new HeatScale(0, 1, ColorScale.Viridis);
        if (!statistics.SignsMix) return new HeatScale(statistics.Min, statistics.Max, ColorScale.Viridis);
        var bound = Math.Max(-statistics.Min, statistics.Max);
        return new HeatScale(-bound, bound, ColorScale.Diverging);
    }

    /// <summary>The scale with other ends, where they are given.</summary>
    public HeatScale Between(double? min, double? max) => this with { Min = min ?? Min, Max = max ?? Max };

    /// <summary>The colour of a number.</summary>
    public Rgb At(double value) => double.IsFinite(value) ? Colors.At(Part(value)) : NotFinite;

    /// <summary>The number of its colour in <see cref="Table"/>.</summary>
    public byte Index(double value) =>
        double.IsFinite(value) ? (byte)(FirstStep + (int)Math.Round(Math.Clamp(Part(value), 0, 1) * (Steps - 1))) : (byte)1;

    private double Part(double value) => Max > Min ? (value - Min) / (Max - Min) : 0.5;
}
