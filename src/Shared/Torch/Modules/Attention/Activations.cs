namespace Qiansi;

public static partial class torch
{
    public static partial class nn
    {
        /// <summary>What a transformer's small networks apply.</summary>
        public enum Activations
        {
            /// <summary>max(x, 0) of each element: what is negative becomes 0.</summary>
            ReLU = 0,

            /// <summary>x · Φ(x).</summary>
            GELU = 1,
        }
    }
}
