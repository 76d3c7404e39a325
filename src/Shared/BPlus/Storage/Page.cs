using Qiansi.BPlus.Pages;

namespace Qiansi.BPlus.Storage;

/// <summary>A place of the pool, with the page that is in it.</summary>
internal sealed class Page(int pageSize, int place)
{
    public byte[] Bytes { get; } = new byte[pageSize];

    public Node Node => new(Bytes);

    /// <summary>Its place in the pool.</summary>
    public int Place { get; } = place;

    /// <summary>Number of the page; 0 while the place is free.</summary>
    public uint Id { get; set; }

    /// <summary>How often it is held: such pages stay in the pool.</summary>
    public int Pins { get; set; }

    /// <summary>Whether the running transaction has changed it since it was last written.</summary>
    public bool IsDirty { get; set; }

    /// <summary>Whether it was asked for since the clock's hand passed.</summary>
    public bool WasUsed { get; set; }
}
