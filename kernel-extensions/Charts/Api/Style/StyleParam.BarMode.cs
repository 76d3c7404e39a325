namespace Qiansi.Charts;

public static partial class StyleParam
{
    /// <summary>How several bars share a place.</summary>
    public enum BarMode
    {
        /// <summary>Beside each other.</summary>
        Group,

        /// <summary>On each other.</summary>
        Stack,

        /// <summary>Before each other.</summary>
        Overlay,

        /// <summary>On each other, negative ones below.</summary>
        Relative,
    }
}
