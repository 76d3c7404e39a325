namespace Qiansi.Charts.Rendering;

/// <summary>Reads attributes in the form a drawing needs; what is missing or of another form is null.</summary>
internal static class Attributes
{
    /// <summary>A text; of a part like <c>title</c>, its text.</summary>
    public static string? Text(this PlotlyObject? part, string name) => part?[name] switch
    {
        string text => text,
        PlotlyObject titled => titled["text"] as string,
        _ => null,
    };

    /// <summary>A number.</summary>
    public static double? Number(this PlotlyObject? part, string name) =>
        part?[name] is double value && double.IsFinite(value) ? value : null;

    /// <summary>A switch.</summary>
    public static bool? Flag(this PlotlyObject? part, string name) => part?[name] as bool?;

    /// <summary>A part within.</summary>
    public static PlotlyObject? Object(this PlotlyObject? part, string name) => part?[name] as PlotlyObject;

    /// <summary>A list of parts.</summary>
    public static PlotlyObject[] Objects(this PlotlyObject? part, string name) =>
        part?[name] is Array items and not Array[]? [.. items.Cast<object?>().OfType<PlotlyObject>()] : [];

    /// <summary>A column of numbers.</summary>
    public static double[]? Numbers(this PlotlyObject? part, string name) => part?[name] as double[];

    /// <summary>Rows of numbers.</summary>
    public static double[][]? Rows(this PlotlyObject? part, string name) => part?[name] as double[][];

    /// <summary>The text of one element of a column, or the one text for all.</summary>
    public static string? TextAt(this PlotlyObject? part, string name, int index) => part?[name] switch
    {
        string text => text,
        string?[] texts => index < texts.Length ? texts[index] : null,
        double[] numbers => index < numbers.Length ? Qiansi.Drawing.NumberText.Short(numbers[index]) : null,
        object?[] mixed => index < mixed.Length ? mixed[index]?.ToString() : null,
        _ => null,
    };

    /// <summary>The number of one element of a column, or the one number for all.</summary>
    public static double? NumberAt(this PlotlyObject? part, string name, int index) => part?[name] switch
    {
        double value => value,
        double[] numbers => index < numbers.Length && double.IsFinite(numbers[index]) ? numbers[index] : null,
        _ => null,
    };

    /// <summary>How many values a column has.</summary>
    public static int CountOf(this PlotlyObject? part, string name) => part?[name] is Array items ? items.Length : 0;
}
