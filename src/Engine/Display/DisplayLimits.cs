namespace Qiansi.Engine.Display;

/// <summary>How much of a value is shown.</summary>
/// <param name="Items">Items of a sequence, rows of a table, keys of a dictionary; <c>Formatter.ListExpansionLimit</c>.</param>
/// <param name="Depth">Levels of objects within objects; <c>Formatter.RecursionLimit</c>.</param>
internal sealed record DisplayLimits(int Items = 20, int Depth = 6)
{
    /// <summary>Most bytes (UTF-8) of a rendering the engine makes; what a formatter of the user's writes is not cut.</summary>
    public const int Bytes = 64 * 1024;

    /// <summary>Most columns of a table.</summary>
    public const int Columns = 20;

    /// <summary>Most planes of an array of rank 3 and more.</summary>
    public const int Planes = 8;

    /// <summary>Most characters of one text inside a larger value.</summary>
    public const int NestedText = 1000;

    /// <summary>Most characters read from a value before the rest is left out: enough to fill the largest rendering.</summary>
    public const int Characters = Bytes;

    /// <summary>The limit in words.</summary>
    public const string BytesInWords = "64 KiB";
}
