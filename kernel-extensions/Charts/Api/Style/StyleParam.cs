namespace Qiansi.Charts;

/// <summary>Plotly's choices by name, as Plotly.NET groups them.</summary>
public static partial class StyleParam;
