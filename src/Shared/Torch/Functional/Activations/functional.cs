namespace Qiansi;

public static partial class torch
{
    public static partial class nn
    {
        /// <summary>What the layers do, as functions without parameters of their own.</summary>
        public static partial class functional
        {
            /// <summary>The result, written over the input if that was asked for.</summary>
            private static Tensor Into(Tensor x, bool inplace, Tensor y) => inplace ? x.Overwrite("inplace", y) : y;
        }
    }
}
