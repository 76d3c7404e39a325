namespace Qiansi.Charts;

/// <summary>Which value of a curve is the best.</summary>
public enum Best
{
    /// <summary>The least of losses and errors, the greatest of everything else, by the curve's name.</summary>
    Auto,

    /// <summary>The least.</summary>
    Min,

    /// <summary>The greatest.</summary>
    Max,

    /// <summary>None is marked.</summary>
    None,
}
