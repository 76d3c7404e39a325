namespace Qiansi.Drawing;

/// <summary>Colours that tell categories apart, also for colour-blind readers, on light and on dark paper.</summary>
/// <remarks>
/// Okabe and Ito, Color Universal Design, 2008; its black is left out for dark pages, and yellow, faint on white, comes last.
/// </remarks>
public static class Palette
{
    /// <summary>The colours in the order in which to use them.</summary>
    public static IReadOnlyList<Rgb> Categories { get; } =
    [
        Rgb.Parse("#0072b2"), Rgb.Parse("#d55e00"), Rgb.Parse("#009e73"), Rgb.Parse("#cc79a7"),
        Rgb.Parse("#e69f00"), Rgb.Parse("#56b4e9"), Rgb.Parse("#7f7f7f"), Rgb.Parse("#f0e442"),
    ];

    /// <summary>The colour of a category; starts again after the last.</summary>
    public static Rgb Category(int index) => Categories[index % Categories.Count];

    /// <summary>All is well.</summary>
    public static Rgb Good => Categories[2];

    /// <summary>Look at this.</summary>
    public static Rgb Warning => Categories[4];

    /// <summary>Something is wrong: NaN, infinities, a lost device.</summary>
    public static Rgb Bad { get; } = Rgb.Parse("#c8102e");
}
