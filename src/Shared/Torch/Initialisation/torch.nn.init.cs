namespace Qiansi;

public static partial class torch
{
    public static partial class nn
    {
        /// <summary>First values for parameters, in place; the same seed draws PyTorch's numbers.</summary>
        public static partial class init
        {
            /// <summary>Which side of a layer is to keep the variance.</summary>
            public enum FanInOut
            {
                /// <summary>How many inputs an output is made of: the forward pass keeps its variance.</summary>
                FanIn,

                /// <summary>How many outputs an input goes into: the backward pass keeps its variance.</summary>
                FanOut,
            }

            /// <summary>The function that follows a layer.</summary>
            public enum NonlinearityType
            {
                /// <summary>None.</summary>
                Linear,

                /// <summary>None.</summary>
                Conv1D,

                /// <summary>None.</summary>
                Conv2D,

                /// <summary>None.</summary>
                Conv3D,

                /// <summary>None.</summary>
                ConvTranspose1D,

                /// <summary>None.</summary>
                ConvTranspose2D,

                /// <summary>None.</summary>
                ConvTranspose3D,

                /// <summary>The logistic function.</summary>
                Sigmoid,

                /// <summary>The hyperbolic tangent of each element: any number becomes one between −1 and 1.</summary>
                Tanh,

                /// <summary>max(x, 0) of each element: what is negative becomes 0.</summary>
                ReLU,

                /// <summary>x above 0, a slope times x below; the slope is the parameter.</summary>
                LeakyReLU,
            }

            /// <summary>The factor by which a layer before this function must be larger for the variance to be kept.</summary>
            /// <param name="nonlinearity">The function.</param>
            /// <param name="param">The slope of a leaky ReLU.</param>
            public static double calculate_gain(NonlinearityType nonlinearity, double param = 0.0) => nonlinearity switch
            {
                NonlinearityType.Tanh => 5.0 / 3,
                NonlinearityType.ReLU => Math.Sqrt(2.0),
                NonlinearityType.LeakyReLU => Math.Sqrt(2.0 / (1 + (param * param))),
                _ => 1,
            };

            /// <summary>How many inputs an output is made of, and how many outputs an input goes into.</summary>
            /// <param name="tensor">A weight (out, in, …): further dimensions are the receptive field.</param>
            /// <exception cref="ArgumentException">The tensor has fewer than two dimensions.</exception>
            public static (long fanIn, long fanOut) CalculateFanInAndFanOut(Tensor tensor)
            {
                if (tensor.sizes.Length < 2)
                    throw new ArgumentException(
                        "init: fan in and fan out are counted for weights of two or more dimensions, this tensor has shape "
                            + $"{Shape.Text(tensor.sizes)}; use uniform_, normal_ or constant_");
                var field = Shape.Count(tensor.sizes.AsSpan(2));
                return (tensor.sizes[1] * field, tensor.sizes[0] * field);
            }

            /// <summary>Writes one number into every element of a tensor of any shape, which is returned.</summary>
            public static Tensor constant_(Tensor tensor, Scalar val) => Without(tensor, t => t.fill_(val));

            /// <summary>Ones.</summary>
            public static Tensor ones_(Tensor tensor) => constant_(tensor, 1);

            /// <summary>Zeros.</summary>
            public static Tensor zeros_(Tensor tensor) => constant_(tensor, 0);

            /// <summary>Ones on the diagonal of a matrix, zeros elsewhere: a layer that passes on what it can.</summary>
            /// <exception cref="ArgumentException">The tensor is no matrix.</exception>
            public static Tensor eye_(Tensor tensor) => tensor.sizes.Length == 2
                ? Without(tensor, t => t.copy_(eye(t.sizes[0], t.sizes[1], t.type)))
                : throw new ArgumentException($"eye_: a matrix is needed, this tensor has shape {Shape.Text(tensor.sizes)}");

            /// <summary>Writes numbers evenly distributed between two bounds, low included, into a tensor of any shape,
            /// which is returned.</summary>
            public static Tensor uniform_(Tensor tensor, double low = 0, double high = 1, Generator? generator = null) =>
                Without(tensor, t => t.uniform_(low, high, generator));

            /// <summary>Writes normally distributed numbers of this mean and deviation into a tensor of any shape,
            /// which is returned.</summary>
            public static Tensor normal_(Tensor tensor, double mean = 0, double std = 1, Generator? generator = null) =>
                Without(tensor, t => t.normal_(mean, std, generator));

            /// <summary>
            /// Uniform so that the variance of values and gradients stays alike: within ±gain·√(6/(in + out)) (Glorot and Bengio 2010).
            /// </summary>
            public static Tensor xavier_uniform_(Tensor tensor, double gain = 1.0)
            {
                var bound = Math.Sqrt(3.0) * XavierDeviation(tensor, gain);
                return uniform_(tensor, -bound, bound);
            }

            /// <summary>
            /// Normal so that the variance of values and gradients stays alike: of deviation gain·√(2/(in + out)) (Glorot and Bengio 2010).
            /// </summary>
            public static Tensor xavier_normal_(Tensor tensor, double gain = 1.0) => normal_(tensor, 0, XavierDeviation(tensor, gain));

            /// <inheritdoc cref="xavier_uniform_"/>
            public static Tensor glorot_uniform_(Tensor tensor, double gain = 1.0) => xavier_uniform_(tensor, gain);

            /// <inheritdoc cref="xavier_normal_"/>
            public static Tensor glorot_normal_(Tensor tensor, double gain = 1.0) => xavier_normal_(tensor, gain);

            private static double XavierDeviation(Tensor tensor, double gain)
            {
                var (fanIn, fanOut) = CalculateFanInAndFanOut(tensor);
                return gain * Math.Sqrt(2.0 / (fanIn + fanOut));
            }

            /// <summary>Uniform so that ReLUs keep the variance: within ±gain·√(3/fan) (He et al. 2015).</summary>
            /// <param name="tensor">A weight.</param>
            /// <param name="a">The slope of the leaky ReLU that follows.</param>
            /// <param name="mode">Which side keeps its variance.</param>
            /// <param name="nonlinearity">The function that follows.</param>
            public static Tensor kaiming_uniform_(Tensor tensor, double a = 0, FanInOut mode = FanInOut.FanIn,
                NonlinearityType nonlinearity = NonlinearityType.LeakyReLU)
            {
                if (tensor.count == 0) return tensor;
                var bound = Math.Sqrt(3.0) * KaimingDeviation(tensor, a, mode, nonlinearity);
                return uniform_(tensor, -bound, bound);
            }

            /// <summary>Normal so that ReLUs keep the variance: of deviation gain/√fan (He et al. 2015).</summary>
            public static Tensor kaiming_normal_(Tensor tensor, double a = 0, FanInOut mode = FanInOut.FanIn,
                NonlinearityType nonlinearity = NonlinearityType.LeakyReLU) =>
                tensor.count == 0 ? tensor : normal_(tensor, 0, KaimingDeviation(tensor, a, mode, nonlinearity));

            private static double KaimingDeviation(Tensor tensor, double a, FanInOut mode, NonlinearityType nonlinearity)
            {
                var (fanIn, fanOut) = CalculateFanInAndFanOut(tensor);
                return calculate_gain(nonlinearity, a) / Math.Sqrt(mode == FanInOut.FanIn ? fanIn : fanOut);
            }

            /// <summary>Rows (or columns, whichever are fewer) at right angles and of length gain (Saxe et al. 2013).</summary>
            public static Tensor orthogonal_(Tensor tensor, double gain = 1.0)
            {
                if (tensor.sizes.Length < 2)
                    throw new ArgumentException(
                        $"orthogonal_: at least two dimensions are needed, this tensor has shape {Shape.Text(tensor.sizes)}");
                if (tensor.count == 0) return tensor;
                var rows = tensor.sizes[0];
                var columns = tensor.count / rows;
                return Without(tensor,
                    t => t.copy_(Torch.Initialisation.Orthogonal.Rows(rows, columns, t.type).mul(gain).reshape(t.sizes)));
            }

            /// <summary>Each input's channel passed on to the output of the same number: a convolution that changes nothing.</summary>
            /// <exception cref="ArgumentException">The tensor is no weight of a convolution.</exception>
            public static Tensor dirac_(Tensor tensor)
            {
                if (tensor.sizes.Length is < 3 or > 5)
                    throw new ArgumentException(
                        "dirac_: the weight of a convolution is needed (3 to 5 dimensions), this tensor has shape "
                            + $"{Shape.Text(tensor.sizes)}");
                return Without(tensor, t =>
                {
                    t.zero_();
                    for (long d = 0; d < Math.Min(t.sizes[0], t.sizes[1]); d++)
                    {
                        var place = t.select(0, d).select(0, d);
                        while (place.sizes.Length > 0) place = place.select(0, place.sizes[0] / 2);
                        place.fill_(1);
                    }
                    return t;
                });
            }

            /// <summary>Normal of a standard deviation, but in each column this share of elements is zero (Martens 2010).</summary>
            /// <param name="tensor">A matrix.</param>
            /// <param name="sparsity">Which share of a column, 0 to 1, rounded up to whole elements.</param>
            /// <param name="std">The standard deviation of the others.</param>
            public static Tensor sparse_(Tensor tensor, double sparsity, double std = 0.01)
            {
                if (tensor.sizes.Length != 2)
                    throw new ArgumentException($"sparse_: a matrix is needed, this tensor has shape {Shape.Text(tensor.sizes)}");
                if (!(sparsity is >= 0 and <= 1))
                    throw new ArgumentOutOfRangeException(nameof(sparsity), sparsity, "sparse_: a share between 0 and 1 is needed");
                return Without(tensor, t =>
                {
                    t.normal_(0, std);
                    var zeros = (long)Math.Ceiling(sparsity * t.sizes[0]);
                    for (long column = 0; column < t.sizes[1]; column++)
                        t.select(1, column).index_fill_(0, randperm(t.sizes[0]).narrow(0, 0, zeros), 0);
                    return t;
                });
            }

            private static Tensor Without(Tensor tensor, Func<Tensor, Tensor> write)
            {
                using (no_grad()) write(tensor);
                return tensor;
            }
        }
    }
}
