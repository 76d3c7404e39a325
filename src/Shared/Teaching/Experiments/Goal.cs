namespace Qiansi.Teaching;

/// <summary>Which end of a measure is the good one.</summary>
public enum Goal
{
    /// <summary>Small values: a loss, a number of steps.</summary>
    Lowest,

    /// <summary>Large values: an accuracy.</summary>
    Highest,
}
