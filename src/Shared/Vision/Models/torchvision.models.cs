namespace Qiansi;

/// <summary>Images: the classic nets and what is done to pictures before a net sees them, under torchvision's names.</summary>
public static partial class torchvision
{
    /// <summary>The classic nets, without learned weights.</summary>
    public static partial class models
    {
    }
}
