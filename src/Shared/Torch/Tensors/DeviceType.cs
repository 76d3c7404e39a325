namespace Qiansi;

/// <summary>Where a tensor lives. There is one place: the CPU.</summary>
public enum DeviceType
{
    /// <summary>The processor's own memory.</summary>
    CPU = 0,
}
