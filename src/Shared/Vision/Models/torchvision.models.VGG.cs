using Qiansi.Vision.Models;

namespace Qiansi;

public static partial class torchvision
{
    public static partial class models
    {
        /// <summary>VGG of 11 layers with weights: 132,863,336 parameters for 1,000 classes.</summary>
        /// <param name="num_classes">How many classes.</param>
        /// <param name="dropout">The share of units dropped in the classifier.</param>
        public static VGG vgg11(int num_classes = 1000, double dropout = 0.5) => new(11, false, num_classes, dropout);

        /// <summary>VGG of 11 layers with batch norms.</summary>
        /// <inheritdoc cref="vgg11" path="/param"/>
        public static VGG vgg11_bn(int num_classes = 1000, double dropout = 0.5) => new(11, true, num_classes, dropout);

        /// <summary>VGG of 13 layers with weights.</summary>
        /// <inheritdoc cref="vgg11" path="/param"/>
        public static VGG vgg13(int num_classes = 1000, double dropout = 0.5) => new(13, false, num_classes, dropout);

        /// <summary>VGG of 13 layers with batch norms.</summary>
        /// <inheritdoc cref="vgg11" path="/param"/>
        public static VGG vgg13_bn(int num_classes = 1000, double dropout = 0.5) => new(13, true, num_classes, dropout);

        /// <summary>VGG of 16 layers with weights: 138,357,544 parameters for 1,000 classes.</summary>
        /// <inheritdoc cref="vgg11" path="/param"/>
        public static VGG vgg16(int num_classes = 1000, double dropout = 0.5) => new(16, false, num_classes, dropout);

        /// <summary>VGG of 16 layers with batch norms.</summary>
        /// <inheritdoc cref="vgg11" path="/param"/>
        public static VGG vgg16_bn(int num_classes = 1000, double dropout = 0.5) => new(16, true, num_classes, dropout);

        /// <summary>VGG of 19 layers with weights.</summary>
        /// <inheritdoc cref="vgg11" path="/param"/>
        public static VGG vgg19(int num_classes = 1000, double dropout = 0.5) => new(19, false, num_classes, dropout);

        /// <summary>VGG of 19 layers with batch norms.</summary>
        /// <inheritdoc cref="vgg11" path="/param"/>
        public static VGG vgg19_bn(int num_classes = 1000, double dropout = 0.5) => new(19, true, num_classes, dropout);
    }
}
