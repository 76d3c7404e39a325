using Qiansi.Vision.Models;
using Qiansi.Vision.Models.Small;

namespace Qiansi;

public static partial class torchvision
{
    public static partial class models
    {
        /// <summary>The classics for images of 28×28 or 32×32 pixels: the same ideas, fewer halvings, one linear layer.</summary>
        public static class small
        {
            /// <summary>AlexNet's five convolutions with kernels that fit small images.</summary>
            /// <param name="num_classes">How many classes.</param>
            /// <param name="in_channels">Channels of an image.</param>
            public static SmallNet alexnet(int num_classes = 10, int in_channels = 3) => new("AlexNet", nn.Sequential(
                nn.Conv2d(in_channels, 32, 5, padding: 2), nn.ReLU(), nn.MaxPool2d(3, 2),
                nn.Conv2d(32, 64, 5, padding: 2), nn.ReLU(), nn.MaxPool2d(3, 2),
                nn.Conv2d(64, 96, 3, padding: 1), nn.ReLU(),
                nn.Conv2d(96, 64, 3, padding: 1), nn.ReLU(),
                nn.Conv2d(64, 64, 3, padding: 1), nn.ReLU()), 64, num_classes);

            /// <summary>
            /// VGG's eight convolutions with batch norms, for 32×32 pixels: 9,231,114 parameters for 3 channels, 10 classes and width 512.
            /// </summary>
            /// <param name="num_classes">How many classes.</param>
            /// <param name="in_channels">Channels of an image.</param>
            /// <param name="width">Channels of the widest layers; a multiple of 8.</param>
            public static SmallNet vgg11(int num_classes = 10, int in_channels = 3, int width = 512)
            {
                if (width < 8 || width % 8 != 0)
                    throw new ArgumentException(
                        $"vgg11: the width is a multiple of 8, since the first layer has an eighth of it, not {width}");
                return new("VGG", VGG.Features(11, norms: true, in_channels, width), width, num_classes);
            }

            /// <summary>Three of GoogLeNet's Inception modules, a quarter as wide.</summary>
            /// <inheritdoc cref="alexnet" path="/param"/>
            public static SmallNet googlenet(int num_classes = 10, int in_channels = 3) => new("GoogLeNet", nn.Sequential(
                new BasicConv2d(in_channels, 48, 3, padding: 1), nn.MaxPool2d(3, 2, padding: 1),
                new Inception(48, 16, 24, 32, 4, 8, 8), new Inception(64, 32, 32, 48, 8, 24, 16), nn.MaxPool2d(3, 2, padding: 1),
                new Inception(120, 48, 24, 52, 4, 12, 16)), 128, num_classes);

            /// <summary>ResNet of 6n + 2 layers: 269,722 parameters for 20 layers, 3 channels and 10 classes.</summary>
            /// <param name="depth">8, 14, 20, 32, 44, 56, 110.</param>
            /// <param name="num_classes">How many classes.</param>
            /// <param name="in_channels">Channels of an image.</param>
            /// <param name="width">Channels of the first third.</param>
            /// <param name="residual">Without the ways around it is the plain net the paper compares with, of as many parameters.</param>
            public static SmallResNet resnet(int depth = 20, int num_classes = 10, int in_channels = 3, int width = 16,
                bool residual = true) => new(depth, num_classes, in_channels, width, residual);

            /// <summary>
            /// DenseNet of 3n + 4 layers without narrowing: 1,019,722 parameters for 40 layers, growth 12, 3 channels and 10 classes.
            /// </summary>
            /// <param name="depth">7, 10, …, 40, 100.</param>
            /// <param name="growth">Channels a layer adds.</param>
            /// <param name="num_classes">How many classes.</param>
            /// <param name="in_channels">Channels of an image.</param>
            public static SmallNet densenet(int depth = 40, int growth = 12, int num_classes = 10, int in_channels = 3)
            {
                if (depth < 7 || depth % 3 != 1)
                    throw new ArgumentException($"densenet: a depth is 3n + 4 (7, 10, …, 40, 100), not {depth}");
                var features = nn.Sequential(("conv0", Layers.Conv(in_channels, 16, 3, 1, 1)));
                var width = DenseNet.AddBlocks(features, [(depth - 4) / 3, (depth - 4) / 3, (depth - 4) / 3], 16, growth,
                    narrow: 0, shrink: 1);
                features.append("relu", nn.ReLU());
                return new("DenseNet", features, width, num_classes);
            }
        }
    }
}
