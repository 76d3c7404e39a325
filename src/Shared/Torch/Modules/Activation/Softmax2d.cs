namespace Qiansi.Modules
{
    /// <summary>Softmax over the channels of each place of an image.</summary>
    public sealed class Softmax2d : ParameterLessModule<Tensor, Tensor>
    {
        internal Softmax2d() : base(nameof(Softmax2d))
        {
        }

        /// <summary>The function of each element: a tensor of the shape of the input.</summary>
        public override Tensor forward(Tensor tensor) => nn.functional.softmax2d(tensor);
    }
}

namespace Qiansi
{
    public static partial class torch
    {
        public static partial class nn
        {
            /// <summary>Softmax over the channels of each place of an image.</summary>
            public static Softmax2d Softmax2d() => new();

            public static partial class functional
            {
                /// <summary>Softmax over the channels of each place of an image.</summary>
                public static Tensor softmax2d(Tensor x) => x.softmax(-3);
            }
        }
    }
}
