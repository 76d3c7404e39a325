namespace Qiansi;

public static partial class torch
{
    public static partial class nn
    {
        public static partial class functional
        {
            /// <summary>ln sigmoid(x) of each element, without overflow where x is far below 0.</summary>
            [Layer("LogSigmoid")]
            public static Tensor logsigmoid(Tensor x) => x.clamp_max(0) - x.abs().neg().exp().log1p();
        }
    }

    public partial class Tensor
    {
        /// <inheritdoc cref="nn.functional.logsigmoid"/>
        public Tensor log_sigmoid() => nn.functional.logsigmoid(this);
    }
}
