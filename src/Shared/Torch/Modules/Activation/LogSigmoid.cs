namespace Qiansi.Modules
{
    /// <summary>ln sigmoid(x) of each element, without overflow where x is far below 0.</summary>
    public sealed class LogSigmoid : ParameterLessModule<Tensor, Tensor>
    {
        internal LogSigmoid() : base(nameof(LogSigmoid))
        {
        }

        /// <summary>The function of each element: a tensor of the shape of the input.</summary>
        public override Tensor forward(Tensor tensor) => nn.functional.logsigmoid(tensor);
    }
}

namespace Qiansi
{
    public static partial class torch
    {
        public static partial class nn
        {
            /// <summary>ln sigmoid(x) of each element, without overflow where x is far below 0.</summary>
            public static LogSigmoid LogSigmoid() => new();

            public static partial class functional
            {
                /// <summary>ln sigmoid(x) of each element, without overflow where x is far below 0.</summary>
                public static Tensor logsigmoid(Tensor x) => x.clamp_max(0) - x.abs().neg().exp().log1p();
            }
        }

        public partial class Tensor
        {
            /// <summary>As <c>nn.functional.logsigmoid</c>.</summary>
            public Tensor log_sigmoid() => nn.functional.logsigmoid(this);
        }
    }
}
