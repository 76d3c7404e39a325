namespace Qiansi;

public static partial class torch
{
    public static partial class nn
    {
        public static partial class functional
        {
            /// <summary>1 / (1 + e⁻ˣ) of each element: any number becomes one between 0 and 1.</summary>
            [Layer("Sigmoid", IsShown = false)]
            public static Tensor sigmoid(Tensor x, bool inplace = false) => inplace ? x.sigmoid_() : x.sigmoid();
        }
    }
}
