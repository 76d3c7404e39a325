namespace Qiansi;

public static partial class torch
{
    public partial class Tensor
    {
        /// <summary>The elements converted to a type; this tensor when they are of it already.</summary>
        public Tensor to(ScalarType type, bool copy = false, bool disposeAfter = false, bool non_blocking = false)
        {
            var y = to_type(type, copy);
            if (disposeAfter && !ReferenceEquals(y, this)) Dispose();
            return y;
        }

        /// <summary>The tensor on a device: there is one.</summary>
        public Tensor to(Device device, bool copy = false, bool disposeAfter = false, bool non_blocking = false) =>
            to(type, copy, disposeAfter, non_blocking);

        /// <summary>The tensor on a device, <c>"cpu"</c>.</summary>
        public Tensor to(string device, bool copy = false, bool disposeAfter = false, bool non_blocking = false) =>
            to(new Device(device), copy, disposeAfter, non_blocking);

        /// <summary>The tensor on a kind of device.</summary>
        public Tensor to(DeviceType deviceType, int deviceIndex = -1, bool copy = false, bool disposeAfter = false,
            bool non_blocking = false) => to(new Device(deviceType, deviceIndex), copy, disposeAfter, non_blocking);

        /// <summary>The elements converted to a type, on a device.</summary>
        public Tensor to(ScalarType type, Device device, bool copy = false, bool disposeAfter = false, bool non_blocking = false) =>
            to(type, copy, disposeAfter, non_blocking);

        /// <summary>The elements converted to the type of another tensor.</summary>
        public Tensor to(Tensor other, bool non_blocking = false) => to(other.type);

        /// <summary>The elements converted to the type of another tensor.</summary>
        public Tensor type_as(Tensor tensor) => to_type(tensor.type);

        /// <summary>The elements converted to a type; the tensor itself when they have it.</summary>
        public Tensor @as(ScalarType type) => to_type(type);

        /// <summary>This tensor: it is on the CPU.</summary>
        public Tensor cpu() => this;

        /// <summary>There is no GPU.</summary>
        /// <exception cref="NotSupportedException">Always.</exception>
        public Tensor cuda(Device? device = null, bool non_blocking = false) => throw Device.Missing("cuda");

        /// <summary>There is no GPU.</summary>
        /// <exception cref="NotSupportedException">Always.</exception>
        public Tensor mps(bool non_blocking = false) => throw Device.Missing("mps");

        /// <summary>As truth values: true where an element is not zero.</summary>
        public Tensor @bool() => to_type(ScalarType.Bool);

        /// <summary>As unsigned 8-bit integers, cut towards zero; the tensor itself when it is.</summary>
        public Tensor @byte() => to_type(ScalarType.Byte);

        /// <summary>As signed 8-bit integers, cut towards zero.</summary>
        public Tensor @char() => to_type(ScalarType.Int8);

        /// <summary>The elements as 16-bit integers, cut towards zero, of the same shape; the tensor itself when it is.</summary>
        public Tensor @short() => to_type(ScalarType.Int16);

        /// <summary>The elements as 32-bit integers, cut towards zero, of the same shape; the tensor itself when it is.</summary>
        public Tensor @int() => to_type(ScalarType.Int32);

        /// <summary>The elements as 64-bit integers, cut towards zero, of the same shape; the tensor itself when it is.</summary>
        public Tensor @long() => to_type(ScalarType.Int64);

        /// <summary>As float16, rounded to the nearest; the tensor itself when it is.</summary>
        public Tensor half() => to_type(ScalarType.Float16);

        /// <summary>As bfloat16, rounded to the nearest; the tensor itself when it is.</summary>
        public Tensor bfloat16() => to_type(ScalarType.BFloat16);

        /// <summary>As float32, rounded to the nearest; the tensor itself when it is.</summary>
        public Tensor @float() => to_type(ScalarType.Float32);

        /// <summary>As float64, exactly; the tensor itself when it is.</summary>
        public Tensor @double() => to_type(ScalarType.Float64);
    }
}
