namespace Qiansi.Tensors.Boxes;

/// <summary>Boxes in pixels of an image.</summary>
internal static class BoxList
{
    /// <summary>Reads boxes.</summary>
    /// <param name="boxes">(n, 4).</param>
    /// <param name="format"><c>xyxy</c> corners, <c>xywh</c> corner and size, <c>cxcywh</c> centre and size.</param>
    /// <param name="width">Pixels a row of the image.</param>
    /// <param name="height">Its rows.</param>
    /// <param name="caller">Who asks, for errors.</param>
    /// <returns>Corners of each box, and whether they were given as parts of the image.</returns>
    public static ((double Left, double Top, double Right, double Bottom)[] Boxes, bool AreParts) Read(Tensor boxes, string format,
        long width, long height, string caller)
    {
        if (boxes.ndim != 2 || boxes.size(1) != 4)
            throw new ArgumentException($"{caller}: boxes are (n, 4), this tensor is {ShapeText.Of(boxes)}");
        if (format is not ("xyxy" or "xywh" or "cxcywh"))
            throw new ArgumentException(
                $"{caller}: format \"{format}\" is not known; use xyxy (corners), xywh (corner and size) or cxcywh (centre and size)");
        var numbers = boxes.detach().to(float64).ToArray<double>();
        if (Array.FindIndex(numbers, n => !double.IsFinite(n)) is >= 0 and var bad)
            throw new ArgumentException($"{caller}: box {bad / 4} has {numbers[bad]}");
        var areParts = boxes.is_floating_point() && numbers.Length > 0 && numbers.Max() <= 1.001 && width > 2;
        var read = new (double, double, double, double)[numbers.Length / 4];
        for (var i = 0; i < read.Length; i++)
        {
            var (a, b, c, d) = (numbers[4 * i], numbers[(4 * i) + 1], numbers[(4 * i) + 2], numbers[(4 * i) + 3]);
            if (areParts) (a, b, c, d) = (a * width, b * height, c * width, d * height);
            read[i] = format switch
            {
                "xyxy" => (a, b, c, d),
                "xywh" => (a, b, a + c, b + d),
                _ => (a - (c / 2), b - (d / 2), a + (c / 2), b + (d / 2)),
            };
        }

        return (read, areParts);
    }
}
