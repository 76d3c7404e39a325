using Qiansi.Contracts;
using Qiansi.Runtime;

namespace Qiansi.Metrics;

/// <summary>Progress bars: how far a loop is, how fast, and how long it will take. Below a cell, or as one line of a console.</summary>
/// <example><code>foreach (var batch in Progress.Track(batches, "epoch 1")) Progress.Set("loss", Step(batch));</code></example>
public static class Progress
{
    /// <summary>Follows a loop over items.</summary>
    /// <param name="items">The items; read once for each loop over the result.</param>
    /// <param name="description">What is done, in front of the bar.</param>
    /// <param name="total">How many there are; found in the items when null, and unknown when they do not tell.</param>
    /// <param name="unit">What an item is called beside the rate: <c>batches</c>.</param>
    /// <returns>The same items. The bar starts with the loop, and ends with it: done, or with the place where it was left.</returns>
    public static TrackedItems<T> Track<T>(IEnumerable<T> items, string description = "", long? total = null, string unit = "") =>
        new(items, new(description, total ?? ItemCount.Of(items), unit));

    /// <summary>Follows a loop over items that come asynchronously.</summary>
    /// <param name="items">The items; read once for each loop over the result.</param>
    /// <param name="description">What is done, in front of the bar.</param>
    /// <param name="total">How many there are; unknown when null.</param>
    /// <param name="unit">What an item is called beside the rate.</param>
    public static TrackedAsyncItems<T> Track<T>(IAsyncEnumerable<T> items, string description = "", long? total = null, string unit = "") =>
        new(items, new(description, total, unit));

    /// <summary>A bar that is moved by hand: <c>using var bar = Progress.Start(total); … bar.Advance();</c></summary>
    /// <param name="total">Where it ends; unknown when null.</param>
    /// <param name="description">What is done, in front of the bar.</param>
    /// <param name="unit">What a step is called beside the rate.</param>
    /// <returns>The bar; to dispose it is to end it.</returns>
    public static ProgressBar Start(long? total = null, string description = "", string unit = "") =>
        ProgressGroup.OfCaller().Start(new(description, total, unit));

    /// <summary>The innermost bar that runs in this cell; null when none does.</summary>
    public static ProgressBar? Current => ProgressGroup.FindOfCaller()?.Current;

    /// <summary>Shows a value behind the innermost bar: <c>loss 0.231</c>. Nothing happens when no bar runs.</summary>
    /// <param name="name">Its name; the same name again replaces it.</param>
    /// <param name="value">A number or any value; null takes it away.</param>
    public static void Set(string name, object? value) => Current?.Set(name, value);

    /// <summary>Writes lines above the running bars, and to the console or the cell's output when none runs.</summary>
    public static void Write(string text)
    {
        if (ProgressGroup.FindOfCaller() is { Current: not null } group) group.Write(text);
        else if (CurrentCell.Context is { } cell) cell.Output.Write(StandardStream.Output, text + Environment.NewLine);
        else Console.Out.WriteLine(text);
    }
}
