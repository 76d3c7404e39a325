namespace Qiansi;

public static partial class torch
{
    public static partial class nn
    {
        public partial class Module
        {
            /// <summary>
            /// Parameters and buffers of real numbers in another type, in place: whoever holds a parameter holds the converted one.
            /// </summary>
            /// <exception cref="ArgumentException">The type is not one of real numbers.</exception>
            internal void Convert(ScalarType type)
            {
                if (!type.IsFloating())
                    throw new ArgumentException(
                        $"to: a model is converted to a floating-point type, not to {type.TorchName()}; use float32, float64, float16 or "
                            + "bfloat16");
                using var mode = no_grad();
                foreach (var parameter in parameters())
                {
                    if (parameter.grad is { } grad) grad.Become(grad.Cast(type));
                    parameter.Become(parameter.Cast(type));
                }
                foreach (var buffer in buffers())
                {
                    if (buffer.type.IsFloating()) buffer.Become(buffer.Cast(type));
                }
            }
        }
    }

    public partial class Tensor
    {
        /// <summary>Takes over the memory and the type of another tensor of the same shape; a leaf stays a leaf.</summary>
        internal void Become(Tensor other)
        {
            if (ReferenceEquals(other, this) || other.type == type) return;
            if (gradFn is not null) throw new InvalidOperationException("to: only a leaf can be converted in place");
            other.storage.AddReference();
            storage.Release();
            (storage, strides, offset, type, rowMajor) = (other.storage, other.strides, other.offset, other.type, other.rowMajor);
            var tracked = Tracked;
            SetHistory(null, 0);
            requires_grad = tracked;
        }
    }
}
