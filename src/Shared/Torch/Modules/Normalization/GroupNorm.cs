namespace Qiansi.Modules
{
    /// <summary>Each group of channels of each sample scaled to mean 0 and variance 1 (Wu and He 2018).</summary>
    public sealed class GroupNorm : nn.Module<Tensor, Tensor>
    {
        private readonly long channels;
        private Parameter? weightParameter;
        private Parameter? biasParameter;

        internal GroupNorm(long num_groups, long num_channels, double eps, bool affine, ScalarType? dtype) : base(nameof(GroupNorm))
        {
            if (num_groups < 1 || num_channels % num_groups != 0)
                throw new ArgumentException($"GroupNorm: {num_channels} channels cannot be divided into {num_groups} groups");
            (this.num_groups, channels, this.eps, this.affine) = (num_groups, num_channels, eps, affine);
            weightParameter = affine ? new Parameter(ones([num_channels], dtype)) : null;
            biasParameter = affine ? new Parameter(zeros([num_channels], dtype)) : null;
            register_parameter("weight", weightParameter);
            register_parameter("bias", biasParameter);
        }

        /// <summary>How many groups the channels fall into.</summary>
        public long num_groups { get; }

        /// <summary>What is added to the variance, so that it is not 0.</summary>
        public double eps { get; set; }

        /// <summary>Whether there are factors and shifts to learn.</summary>
        public bool affine { get; }

        /// <summary>The factor of each channel; null without.</summary>
        public Parameter? weight
        {
            get => weightParameter;
            set => register_parameter("weight", weightParameter = value);
        }

        /// <summary>The shift of each channel; null without.</summary>
        public Parameter? bias
        {
            get => biasParameter;
            set => register_parameter("bias", biasParameter = value);
        }

        /// <summary>The normalised input.</summary>
        /// <exception cref="ArgumentException">The input has another number of channels.</exception>
        public override Tensor forward(Tensor tensor)
        {
            if (tensor.sizes.Length < 2 || tensor.sizes[1] != channels)
                throw new ArgumentException(
                    $"GroupNorm: the input has shape {Torch.Shapes.Shape.Text(tensor.sizes)}, layer expects {channels} channels in "
                        + "dimension 1");
            return nn.functional.group_norm(tensor, num_groups, weightParameter, biasParameter, eps);
        }

        /// <inheritdoc/>
        public override string extra_repr() => Text.Arguments(("eps", eps), ("affine", affine)).Insert(0, $"{num_groups}, {channels}, ");
    }
}

namespace Qiansi
{
    public static partial class torch
    {
        public static partial class nn
        {
            /// <summary>A layer that scales each group of channels of each sample to mean 0 and variance 1.</summary>
            public static GroupNorm GroupNorm(long num_groups, long num_channels, double eps = 1e-05, bool affine = true,
                Device? device = null, ScalarType? dtype = null) => new(num_groups, num_channels, eps, affine, dtype);
        }
    }
}
