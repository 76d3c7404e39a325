namespace Qiansi;

public static partial class torch
{
    public static partial class nn
    {
        /// <summary>What a simple recurrent network applies to its states.</summary>
        public enum NonLinearities
        {
            /// <summary>max(x, 0).</summary>
            ReLU = 0,

            /// <summary>The hyperbolic tangent.</summary>
            Tanh = 1,
        }
    }
}
