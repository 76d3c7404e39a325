namespace Qiansi;

public static partial class torch
{
    public static partial class nn
    {
        public static partial class functional
        {
            /// <summary>x between 0 and 6, cut off outside.</summary>
            [Layer("ReLU6")]
            public static Tensor relu6(Tensor x, bool inplace = false) => hardtanh(x, 0, 6, inplace);
        }
    }

    public partial class Tensor
    {
        /// <inheritdoc cref="nn.functional.relu6"/>
        public Tensor relu6() => nn.functional.relu6(this);

        /// <summary>As <c>nn.functional.relu6</c>, in place: written over this tensor, which is returned.</summary>
        public Tensor relu6_() => Overwrite("relu6_", nn.functional.relu6(BeforeWrite(this)));
    }
}
