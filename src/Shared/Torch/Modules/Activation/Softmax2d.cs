namespace Qiansi;

public static partial class torch
{
    public static partial class nn
    {
        public static partial class functional
        {
            /// <summary>Softmax over the channels of each place of an image.</summary>
            [Layer("Softmax2d")]
            public static Tensor softmax2d(Tensor x) => x.softmax(-3);
        }
    }
}
