namespace Qiansi.Charts;

/// <summary>Puts the lists of several layouts together.</summary>
internal static class Lists
{
    private static readonly string[] Names = ["annotations", "shapes", "images"];

    /// <summary>A layout whose lists also hold those of the one before it.</summary>
    public static Layout Joined(Layout before, Layout layout)
    {
        var joined = layout.Copy();
        foreach (var name in Names)
        {
            if (before[name] is Array first && layout[name] is Array second)
                joined[name] = first.Cast<object?>().Concat(second.Cast<object?>()).ToArray();
        }

        return joined;
    }
}
