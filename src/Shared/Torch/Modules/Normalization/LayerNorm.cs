namespace Qiansi.Modules
{
    /// <summary>The last dimensions of each sample scaled to mean 0 and variance 1 (Ba et al. 2016).</summary>
    public sealed class LayerNorm : nn.Module<Tensor, Tensor>
    {
        private Parameter? weightParameter;
        private Parameter? biasParameter;

        internal LayerNorm(long[] normalized_shape, double eps, bool elementwise_affine, bool bias, ScalarType? dtype)
            : base(nameof(LayerNorm))
        {
            if (normalized_shape.Length == 0 || normalized_shape.Any(n => n < 1))
                throw new ArgumentException(
                    $"LayerNorm: normalized_shape {Torch.Shapes.Shape.Text(normalized_shape)}; give the sizes of the last dimensions, at "
                        + "least one, all positive");
            (this.normalized_shape, this.eps, this.elementwise_affine) = ([.. normalized_shape], eps, elementwise_affine);
            weightParameter = elementwise_affine ? new Parameter(ones(normalized_shape, dtype)) : null;
            biasParameter = elementwise_affine && bias ? new Parameter(zeros(normalized_shape, dtype)) : null;
            register_parameter("weight", weightParameter);
            register_parameter("bias", biasParameter);
        }

        /// <summary>The sizes of the dimensions that are normalised.</summary>
        public long[] normalized_shape { get; }

        /// <summary>What is added to the variance, so that it is not 0.</summary>
        public double eps { get; set; }

        /// <summary>Whether there are factors to learn.</summary>
        public bool elementwise_affine { get; }

        /// <summary>A factor for each element; null without.</summary>
        public Parameter? weight
        {
            get => weightParameter;
            set => register_parameter("weight", weightParameter = value);
        }

        /// <summary>A shift for each element; null without.</summary>
        public Parameter? bias
        {
            get => biasParameter;
            set => register_parameter("bias", biasParameter = value);
        }

        /// <summary>Factors of 1 and shifts of 0.</summary>
        public void reset_parameters()
        {
            if (weightParameter is not null) nn.init.ones_(weightParameter);
            if (biasParameter is not null) nn.init.zeros_(biasParameter);
        }

        /// <summary>The normalised input.</summary>
        /// <exception cref="ArgumentException">The input's last sizes are others.</exception>
        public override Tensor forward(Tensor tensor) =>
            nn.functional.layer_norm(tensor, normalized_shape, weightParameter, biasParameter, eps);

        /// <inheritdoc/>
        public override string extra_repr() =>
            Text.Arguments(("eps", eps), ("elementwise_affine", elementwise_affine)).Insert(0, $"{Text.Value(normalized_shape)}, ");
    }
}

namespace Qiansi
{
    public static partial class torch
    {
        public static partial class nn
        {
            /// <summary>A layer that scales the last dimensions to mean 0 and variance 1.</summary>
            /// <param name="normalized_shape">Their sizes.</param>
            public static LayerNorm LayerNorm(long[] normalized_shape, double eps = 1e-05, bool elementwise_affine = true, bool bias = true,
                Device? device = null, ScalarType? dtype = null) => new(normalized_shape, eps, elementwise_affine, bias, dtype);

            /// <summary>A layer that scales the last dimension to mean 0 and variance 1.</summary>
            /// <param name="normalized_shape">Its size.</param>
            public static LayerNorm LayerNorm(long normalized_shape, double eps = 1e-05, bool elementwise_affine = true, bool bias = true,
                Device? device = null, ScalarType? dtype = null) => new([normalized_shape], eps, elementwise_affine, bias, dtype);
        }
    }
}
