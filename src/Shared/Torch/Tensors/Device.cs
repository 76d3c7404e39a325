namespace Qiansi;

public static partial class torch
{
    /// <summary>The CPU device.</summary>
    public static Device CPU { get; } = new(DeviceType.CPU);

    /// <summary>There is none: choose by <see cref="cuda_is_available"/>.</summary>
    /// <exception cref="NotSupportedException">Always.</exception>
    public static Device CUDA => new(DeviceType.CUDA);

    /// <summary>There is none.</summary>
    /// <exception cref="NotSupportedException">Always.</exception>
    public static Device MPS => new(DeviceType.MPS);

    /// <summary>A device by name: <c>"cpu"</c>.</summary>
    /// <exception cref="ArgumentException">Another device is asked for; only the CPU is there.</exception>
    public static Device device(string deviceType, int index = -1) => new(deviceType, index);

    /// <summary>A device by type.</summary>
    public static Device device(DeviceType deviceType, int index = -1) => new(deviceType, index);

    /// <summary>Whether a GPU can be used: no. Cells that choose a device by it run on the CPU.</summary>
    public static bool cuda_is_available() => false;

    /// <summary>CUDA, as far as there is any: none, so that <c>torch.cuda.is_available()</c> can be asked.</summary>
    public static class cuda
    {
        /// <summary>False: tensors are calculated on the CPU.</summary>
        public static bool is_available() => false;

        /// <summary>No GPU is used: 0.</summary>
        public static int device_count() => 0;
    }

    /// <summary>Where a tensor lives.</summary>
    public sealed class Device
    {
        /// <summary>A device by name, <c>"cpu"</c> or <c>"cpu:0"</c>.</summary>
        /// <exception cref="NotSupportedException">A GPU is asked for; only the CPU is there.</exception>
        /// <exception cref="ArgumentException">It is no name of a device.</exception>
        public Device(string deviceType, int index = -1)
        {
            if (deviceType.Split(':')[0] is "cuda" or "mps") throw Missing(deviceType);
            if (deviceType is not ("cpu" or "cpu:0"))
                throw new ArgumentException(
                    $"device \"{deviceType}\" is not there: tensors live in the processor's memory; use torch.CPU");
            this.index = deviceType.EndsWith('0') ? 0 : index;
        }

        /// <summary>A device by type.</summary>
        public Device(DeviceType deviceType, int index = -1)
        {
            if (deviceType != DeviceType.CPU) throw Missing(deviceType.ToString());
            type = deviceType;
            this.index = index;
        }

        internal static NotSupportedException Missing(string device) => new(
            $"device {device}: tensors live in the processor's memory here, no GPU is used. "
            + "Write torch.cuda.is_available() ? torch.CUDA : torch.CPU, or torch.CPU. "
            + "For a GPU use TorchSharp itself in this notebook: #r \"nuget: TorchSharp-cuda-linux\" (on Windows TorchSharp-cuda-windows), "
            + "then 'using TorchSharp;' in place of 'using Qiansi;'.");

        /// <summary>The kind of device.</summary>
        public DeviceType type { get; }

        /// <summary>Which of its kind; −1 for the default one.</summary>
        public int index { get; }

        /// <summary>A device by name.</summary>
        public static implicit operator Device(string description) => new(description);

        /// <summary>Devices of one type are the same device: there is one CPU.</summary>
        public override bool Equals(object? obj) => obj is Device other && other.type == type;

        /// <inheritdoc/>
        public override int GetHashCode() => (int)type;

        /// <summary><c>cpu</c>.</summary>
        public override string ToString() => index < 0 ? "cpu" : $"cpu:{index}";
    }
}
