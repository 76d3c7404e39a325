using Qiansi.Vision.Models;

namespace Qiansi.Vision.Models
{
    /// <summary>
    /// LeNet-5 (LeCun et al. 1998): two convolutions, each halved, and three linear layers. Its first names are kept, its tanh and radial
    /// basis units are not.
    /// </summary>
    public sealed class LeNet5 : nn.Module<Tensor, Tensor>
    {
        private readonly nn.Module<Tensor, Tensor> conv1, conv2, fc1, fc2, fc3, activation, pool;

        internal LeNet5(long classes, long channels, long size, nn.Module<Tensor, Tensor> activation, nn.Module<Tensor, Tensor> pool)
            : base(nameof(LeNet5))
        {
            if (size is not (28 or 32))
                throw new ArgumentException($"LeNet5: images are 28×28, which are padded, or 32×32, not {size}×{size}");
            conv1 = nn.Conv2d(channels, 6, 5, padding: size == 28 ? 2 : 0);
            conv2 = nn.Conv2d(6, 16, 5);
            fc1 = nn.Linear(16 * 5 * 5, 120);
            fc2 = nn.Linear(120, 84);
            fc3 = nn.Linear(84, classes);
            (this.activation, this.pool) = (activation, pool);
            RegisterComponents();
        }

        /// <summary>Logits (N, classes) of images (N, channels, 28, 28) or (N, channels, 32, 32).</summary>
        public override Tensor forward(Tensor x)
        {
            x = pool.call(activation.call(conv1.call(x)));    // (N, 6, 14, 14)
            x = pool.call(activation.call(conv2.call(x)));    // (N, 16, 5, 5)
            x = x.flatten(1);                                 // (N, 400)
            x = activation.call(fc1.call(x));
            x = activation.call(fc2.call(x));
            return fc3.call(x);
        }
    }
}

namespace Qiansi
{
    public static partial class torchvision
    {
        public static partial class models
        {
            /// <summary>LeNet-5, for images of 28×28 or 32×32 pixels.</summary>
            /// <param name="num_classes">How many classes.</param>
            /// <param name="in_channels">Channels of an image.</param>
            /// <param name="image_size">28 or 32.</param>
            /// <param name="activation">ReLU without it; LeCun had tanh.</param>
            /// <param name="pool">The largest of 2×2 without it; LeCun had averages.</param>
            public static LeNet5 lenet5(int num_classes = 10, int in_channels = 1, int image_size = 28,
                nn.Module<Tensor, Tensor>? activation = null, nn.Module<Tensor, Tensor>? pool = null) =>
                new(num_classes, in_channels, image_size, activation ?? nn.ReLU(), pool ?? nn.MaxPool2d(2));
        }
    }
}
