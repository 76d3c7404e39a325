using Qiansi.Contracts;
using Qiansi.Runtime;

namespace Microsoft.DotNet.Interactive;

/// <summary>Something shown below a cell that can be replaced, also after the cell has ended.</summary>
public sealed class DisplayedValue : IDisplay
{
    private readonly ICellContext? _cell;
    private readonly string[] _mediaTypes;

    private DisplayedValue(ICellContext? cell, object? value, string[] mediaTypes) =>
        (_cell, Value, _mediaTypes) = (cell, NamedTuples.Without(value), mediaTypes);

    /// <summary>The id under which front ends replace it.</summary>
    public string DisplayId { get; } = Guid.NewGuid().ToString("N");

    /// <inheritdoc />
    public string Id => DisplayId;

    /// <summary>What is shown now.</summary>
    public object? Value { get; private set; }

    /// <summary>Whether it was replaced since it was shown.</summary>
    public bool IsUpdated { get; private set; }

    /// <inheritdoc />
    public void Update(object? updatedValue)
    {
        (Value, IsUpdated) = (updatedValue, true);
        if (_cell is null) Console.WriteLine(Rendered(null, updatedValue, _mediaTypes)["text/plain"]);
        else _cell.Output.UpdateDisplay(Rendered(_cell, updatedValue, _mediaTypes), DisplayId);
    }

    /// <summary>Shows a value in the running cell; on the console when none runs.</summary>
    internal static DisplayedValue Show(object? value, string[] mediaTypes)
    {
        var shown = new DisplayedValue(CurrentCell.Context, value, mediaTypes);
        Put(shown, Rendered(shown._cell, value, mediaTypes));
        return shown;
    }

    /// <summary>Shows finished renderings.</summary>
    internal static DisplayedValue ShowBundle(MimeBundle bundle)
    {
        var shown = new DisplayedValue(CurrentCell.Context, null, [.. bundle.Select(e => e.Key)]);
        Put(shown, bundle);
        return shown;
    }

    private static void Put(DisplayedValue shown, MimeBundle bundle)
    {
        if (shown._cell is { } cell) cell.Output.Display(bundle, shown.DisplayId);
        else Console.WriteLine(bundle["text/plain"] ?? bundle.First().Value);
    }

    /// <summary>The renderings of a value by the running cell's formatters.</summary>
    internal static MimeBundle Rendered(ICellContext? cell, object? value, string[] mediaTypes) =>
        cell?.Render(value, mediaTypes) ?? MimeBundle.Plain(value?.ToString() ?? "null");
}
