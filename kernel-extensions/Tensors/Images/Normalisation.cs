namespace Qiansi.Tensors.Images;

/// <summary>How elements become brightness, and how that is told.</summary>
/// <param name="Black">The element that is shown black.</param>
/// <param name="White">The element that is shown white.</param>
/// <param name="Told">The rule in words.</param>
/// <param name="Mean">What was subtracted from each channel before, to be added again; null when nothing.</param>
/// <param name="Deviation">What each channel was divided by before.</param>
internal sealed record Normalisation(double Black, double White, string Told, IReadOnlyList<double>? Mean = null,
    IReadOnlyList<double>? Deviation = null)
{
    /// <summary>The rule for a tensor: bytes as they are, numbers within 0 to 1 as parts, others stretched over their range.</summary>
    public static Normalisation Of(Tensor tensor, double? min, double? max, IReadOnlyList<double>? mean, IReadOnlyList<double>? deviation)
    {
        if (mean is not null && deviation is not null)
            return new Normalisation(0, 1, $"× std + mean ({Text(deviation)}; {Text(mean)}), then 0 to 1 is black to white",
                mean, deviation);
        if (min is null && max is null)
        {
            if (tensor.dtype == ScalarType.Byte) return new Normalisation(0, 255, "0 to 255 is black to white");
            if (tensor.dtype == ScalarType.Bool) return new Normalisation(0, 1, "False is black, True white");
        }

        var statistics = Statistics.Of(tensor, Sample.Read(tensor));
        if (min is null && max is null && statistics.Min >= 0 && statistics.Max <= 1 && tensor.is_floating_point())
            return new Normalisation(0, 1, "0 to 1 is black to white");
        if (min is null && max is null && statistics.Min >= 0 && statistics.Max is > 2 and <= 255)
            return new Normalisation(0, 255, "0 to 255 is black to white");
        var (black, white) = (min ?? statistics.Min, max ?? statistics.Max);
        if (double.IsNaN(black)) return new Normalisation(0, 1, "no finite element");
        var told = $"{NumberText.Short(black)} to {NumberText.Short(white)} is black to white";
        if (min is null && max is null)
            told += statistics.IsSampled ? " (the range of the elements, sampled)" : " (the range of the elements)";
        if (statistics.NotFinite > 0) told += "; " + string.Join(", ", StatisticsText.Alarms(statistics));
        return new Normalisation(black, white, told);
    }

    /// <summary>One rule for several tensors, so that brightness can be compared.</summary>
    public static Normalisation Shared(IReadOnlyList<Tensor> tensors, double? min = null, double? max = null)
    {
        var rules = tensors.Select(t => Of(t, min, max, null, null)).ToList();
        var (black, white) = (rules.Min(r => r.Black), rules.Max(r => r.White));
        return new Normalisation(black, white, rules.Distinct().Count() == 1
            ? rules[0].Told : $"{black:0.####} to {white:0.####} is black to white");
    }

    /// <summary>The brightness of an element, 0 to 255.</summary>
    public byte Brightness(double value, int channel)
    {
        if (Mean is not null)
            value = (value * Deviation![Math.Min(channel, Deviation.Count - 1)]) + Mean[Math.Min(channel, Mean.Count - 1)];
        return White > Black ? (byte)Math.Clamp(Math.Round((value - Black) / (White - Black) * 255), 0, 255) : (byte)128;
    }

    private static string Text(IReadOnlyList<double> values) => string.Join(", ", values.Select(v => NumberText.Short(v, 3)));
}
