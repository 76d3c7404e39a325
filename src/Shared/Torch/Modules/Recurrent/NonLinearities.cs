namespace Qiansi;

public static partial class torch
{
    public static partial class nn
    {
        /// <summary>What a simple recurrent network applies to its states.</summary>
        public enum NonLinearities
        {
            /// <summary>max(x, 0) of each element: what is negative becomes 0.</summary>
            ReLU = 0,

            /// <summary>The hyperbolic tangent of each element: any number becomes one between −1 and 1.</summary>
            Tanh = 1,
        }
    }
}
