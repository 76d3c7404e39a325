using System.Runtime.Intrinsics;

namespace Qiansi.Torch.Kernels;

/// <summary>
/// How wide the kernels' registers are: the widest the machine has, or what the environment variable <c>QIANSI_SIMD</c>
/// allows (<c>512</c>, <c>256</c>, <c>128</c> or <c>scalar</c>).
/// </summary>
internal static class SimdWidth
{
    /// <summary>512, 256, 128, or 1 for one lane at a time.</summary>
    public static int Bits { get; set; } = Choose(Environment.GetEnvironmentVariable("QIANSI_SIMD"));

    /// <summary>The widest the machine computes in, whatever the variable says.</summary>
    public static int Widest =>
        Vector512.IsHardwareAccelerated ? 512 : Vector256.IsHardwareAccelerated ? 256 : Vector128.IsHardwareAccelerated ? 128 : 1;

    /// <summary>The width for a setting.</summary>
    /// <exception cref="InvalidOperationException">The setting is none of the four.</exception>
    public static int Choose(string? setting) => setting switch
    {
        null or "" => Widest,
        "512" => 512,
        "256" => 256,
        "128" => 128,
        "scalar" => 1,
        _ => throw new InvalidOperationException($"QIANSI_SIMD is '{setting}'; it can be 512, 256, 128 or scalar."),
    };
}
