namespace Qiansi;

/// <summary>Where a tensor lives. There is one place, the CPU; the others have names, so that programs can ask.</summary>
public enum DeviceType
{
    /// <summary>The processor's own memory.</summary>
    CPU = 0,

    /// <summary>NVIDIA's GPUs: not used.</summary>
    CUDA = 1,

    /// <summary>Apple's GPUs: not used.</summary>
    MPS = 13,
}
