namespace Qiansi;

public static partial class torch
{
    public static partial class nn
    {
        public static partial class functional
        {
            /// <summary>A sigmoid of straight lines: (x + 3)/6 between −3 and 3.</summary>
            [Layer("Hardsigmoid", IsShown = false)]
            public static Tensor hardsigmoid(Tensor input, bool inplace = false) => Into(input, inplace, hardtanh(input + 3, 0, 6) / 6);
        }
    }

    public partial class Tensor
    {
        /// <inheritdoc cref="nn.functional.hardsigmoid"/>
        public Tensor hardsigmoid() => nn.functional.hardsigmoid(this);

        /// <summary>As <c>nn.functional.hardsigmoid</c>, in place: written over this tensor, which is returned.</summary>
        public Tensor hardsigmoid_() => Overwrite("hardsigmoid_", nn.functional.hardsigmoid(BeforeWrite(this)));
    }
}
