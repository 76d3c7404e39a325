namespace Qiansi;

public static partial class torch
{
    public static partial class nn
    {
        public static partial class functional
        {
            /// <summary>The hyperbolic tangent of each element: any number becomes one between −1 and 1.</summary>
            [Layer("Tanh", IsShown = false)]
            public static Tensor tanh(Tensor x, bool inplace = false) => inplace ? x.tanh_() : x.tanh();
        }
    }
}
