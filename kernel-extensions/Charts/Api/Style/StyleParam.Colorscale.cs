namespace Qiansi.Charts;

public static partial class StyleParam
{
    /// <summary>Colours for numbers.</summary>
    public enum Colorscale
    {
        /// <summary>Dark violet to yellow.</summary>
        [PlotlyName("Viridis")]
        Viridis,

        /// <summary>Dark blue to yellow, for readers of any colour vision.</summary>
        [PlotlyName("Cividis")]
        Cividis,

        /// <summary>Black over purple to pale yellow.</summary>
        [PlotlyName("Magma")]
        Magma,

        /// <summary>Grey.</summary>
        [PlotlyName("Greys")]
        Greys,

        /// <summary>White to blue.</summary>
        [PlotlyName("Blues")]
        Blues,

        /// <summary>Blue over white to red.</summary>
        [PlotlyName("RdBu")]
        RdBu,

        /// <summary>Black over red to white.</summary>
        [PlotlyName("Hot")]
        Hot,

        /// <summary>The rainbow, uneven to the eye.</summary>
        [PlotlyName("Jet")]
        Jet,

        /// <summary>Black over purple to yellow.</summary>
        [PlotlyName("Electric")]
        Electric,

        /// <summary>Blue over green to white.</summary>
        [PlotlyName("Earth")]
        Earth,

        /// <summary>Blue over yellow to red.</summary>
        [PlotlyName("Portland")]
        Portland,

        /// <summary>Blue over white to red, strong.</summary>
        [PlotlyName("Picnic")]
        Picnic,

        /// <summary>Violet to red.</summary>
        [PlotlyName("Rainbow")]
        Rainbow,

        /// <summary>Dark blue to pale yellow.</summary>
        [PlotlyName("YlGnBu")]
        YlGnBu,

        /// <summary>Dark red to pale yellow.</summary>
        [PlotlyName("YlOrRd")]
        YlOrRd,

        /// <summary>Green.</summary>
        [PlotlyName("Greens")]
        Greens,

        /// <summary>Red.</summary>
        [PlotlyName("Reds")]
        Reds,

        /// <summary>Blue to red.</summary>
        [PlotlyName("Bluered")]
        Bluered,

        /// <summary>A glowing body.</summary>
        [PlotlyName("Blackbody")]
        Blackbody,
    }
}
