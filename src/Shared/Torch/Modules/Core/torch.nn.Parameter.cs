namespace Qiansi;

public static partial class torch
{
    public static partial class nn
    {
        /// <summary>A tensor to be learned.</summary>
        /// <param name="data">The first values.</param>
        /// <param name="requires_grad">Whether it is to be learned; false freezes it.</param>
        public static Parameter Parameter(Tensor data, bool requires_grad = true) => new(data, requires_grad);
    }
}
