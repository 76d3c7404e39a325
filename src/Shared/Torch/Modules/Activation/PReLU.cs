namespace Qiansi.Modules
{
    /// <summary>x above 0, below it x times a weight that is learned (He et al. 2015).</summary>
    public sealed class PReLU : nn.Module<Tensor, Tensor>
    {
        private Parameter weightParameter;

        internal PReLU(long num_parameters, double init, ScalarType? dtype) : base(nameof(PReLU))
        {
            (this.num_parameters, this.init) = (num_parameters, init);
            weightParameter = new Parameter(full([num_parameters], init, dtype));
            register_parameter("weight", weightParameter);
        }

        /// <summary>How many weights there are: 1, or one a channel.</summary>
        public long num_parameters { get; }

        /// <summary>The weights' first value.</summary>
        public double init { get; }

        /// <summary>The slopes below 0.</summary>
        public Parameter weight
        {
            get => weightParameter;
            set => register_parameter("weight", weightParameter = value);
        }

        /// <summary>The function of each element: a tensor of the shape of the input.</summary>
        public override Tensor forward(Tensor tensor) => nn.functional.prelu(tensor, weightParameter);

        /// <inheritdoc/>
        public override string extra_repr() => $"num_parameters={num_parameters}";
    }
}

namespace Qiansi
{
    public static partial class torch
    {
        public static partial class nn
        {
            /// <summary>x above 0, below it x times a weight that is learned.</summary>
            /// <param name="num_parameters">One weight for all, or as many as there are channels.</param>
            /// <param name="init">Their first value.</param>
            public static PReLU PReLU(long num_parameters, double init = 0.25, Device? device = null, ScalarType? dtype = null) =>
                new(num_parameters, init, dtype);

            public static partial class functional
            {
                /// <summary>x above 0, below it x times a weight that is learned: one for all, or one a channel (dimension 1).</summary>
                /// <exception cref="ArgumentException">The number of weights is neither 1 nor that of channels.</exception>
                public static Tensor prelu(Tensor input, Tensor weight)
                {
                    if (weight.count == 1) return where(input > 0, input, input * weight.reshape());
                    var channels = input.sizes.Length > 1 ? input.sizes[1] : 1;
                    if (weight.count != channels)
                        throw new ArgumentException(
                            $"prelu: {weight.count} weights for {channels} channels (input shape {Shape.Text(input.sizes)}); give 1, or "
                                + "one a channel (dimension 1)");
                    var shape = new long[input.sizes.Length];
                    Array.Fill(shape, 1);
                    shape[1] = -1;
                    return where(input > 0, input, input * weight.reshape(shape));
                }
            }
        }

        public partial class Tensor
        {
            /// <inheritdoc cref="nn.functional.prelu"/>
            public Tensor prelu(Tensor target) => nn.functional.prelu(this, target);
        }
    }
}
