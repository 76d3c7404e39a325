namespace Qiansi;

/// <summary>Conversions of whole models: in place, returning the model as what it is.</summary>
public static class ModuleExtensionMethods
{
    /// <summary>Converts parameters and buffers of real numbers to a type.</summary>
    /// <returns>The same module.</returns>
    /// <exception cref="ArgumentException">The type is not one of real numbers.</exception>
    public static T to<T>(this T module, ScalarType type, bool non_blocking = false) where T : nn.Module
    {
        module.Convert(type);
        return module;
    }

    /// <summary>Converts parameters and buffers of real numbers to a type, on the CPU.</summary>
    /// <returns>The same module.</returns>
    public static T to<T>(this T module, Device device, ScalarType type, bool non_blocking = false) where T : nn.Module => module.to(type);

    /// <summary>The module on a kind of device: there is one.</summary>
    /// <returns>The same module.</returns>
    public static T to<T>(this T module, DeviceType deviceType, int deviceIndex = -1, bool non_blocking = false) where T : nn.Module =>
        module.to(new Device(deviceType, deviceIndex));

    /// <summary>The module on a device: there is one.</summary>
    /// <returns>The same module.</returns>
    public static T to<T>(this T module, Device device, bool non_blocking = false) where T : nn.Module => module;

    /// <summary>The module on a device, <c>"cpu"</c>.</summary>
    /// <returns>The same module.</returns>
    /// <exception cref="ArgumentException">Another device is asked for.</exception>
    public static T to<T>(this T module, string device, bool non_blocking = false) where T : nn.Module => module.to(new Device(device));

    /// <summary>The module in the type of a tensor.</summary>
    /// <returns>The same module.</returns>
    public static T to<T>(this T module, Tensor other, bool non_blocking = false) where T : nn.Module => module.to(other.dtype);

    /// <summary>The module: it is on the CPU.</summary>
    /// <returns>The same module.</returns>
    public static T cpu<T>(this T module, bool non_blocking = false) where T : nn.Module => module;

    /// <summary>There is no GPU.</summary>
    /// <exception cref="NotSupportedException">Always.</exception>
    public static T cuda<T>(this T module, int deviceIndex = -1, bool non_blocking = false) where T : nn.Module =>
        throw Device.Missing("cuda");

    /// <summary>In float64.</summary>
    /// <returns>The same module.</returns>
    public static T @double<T>(this T module, bool non_blocking = false) where T : nn.Module => module.to(ScalarType.Float64);

    /// <summary>In float32.</summary>
    /// <returns>The same module.</returns>
    public static T @float<T>(this T module, bool non_blocking = false) where T : nn.Module => module.to(ScalarType.Float32);

    /// <summary>In float16.</summary>
    /// <returns>The same module.</returns>
    public static T half<T>(this T module, bool non_blocking = false) where T : nn.Module => module.to(ScalarType.Float16);

    /// <summary>In bfloat16.</summary>
    /// <returns>The same module.</returns>
    public static T bfloat16<T>(this T module, bool non_blocking = false) where T : nn.Module => module.to(ScalarType.BFloat16);
}
