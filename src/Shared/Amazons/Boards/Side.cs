namespace Qiansi.Amazons;

/// <summary>Whose amazons, whose turn.</summary>
public enum Side
{
    /// <summary>Moves first on the 10×10 board.</summary>
    White,

    /// <summary>Moves first in Botzone's 8×8 game.</summary>
    Black,
}

/// <summary>The other side.</summary>
public static class Sides
{
    /// <summary>Black for White, White for Black.</summary>
    public static Side Other(this Side side) => 1 - side;
}
