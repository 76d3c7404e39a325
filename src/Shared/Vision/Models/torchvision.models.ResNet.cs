using Qiansi.Vision.Models;

namespace Qiansi;

public static partial class torchvision
{
    public static partial class models
    {
        /// <summary>ResNet of 18 layers: 11,689,512 parameters for 1,000 classes.</summary>
        /// <param name="num_classes">How many classes.</param>
        public static ResNet resnet18(int num_classes = 1000) => new(false, [2, 2, 2, 2], num_classes);

        /// <summary>ResNet of 34 layers: 21,797,672 parameters for 1,000 classes.</summary>
        /// <inheritdoc cref="resnet18" path="/param"/>
        public static ResNet resnet34(int num_classes = 1000) => new(false, [3, 4, 6, 3], num_classes);

        /// <summary>ResNet of 50 layers: 25,557,032 parameters for 1,000 classes.</summary>
        /// <inheritdoc cref="resnet18" path="/param"/>
        public static ResNet resnet50(int num_classes = 1000) => new(true, [3, 4, 6, 3], num_classes);

        /// <summary>ResNet of 101 layers: 44,549,160 parameters for 1,000 classes.</summary>
        /// <inheritdoc cref="resnet18" path="/param"/>
        public static ResNet resnet101(int num_classes = 1000) => new(true, [3, 4, 23, 3], num_classes);

        /// <summary>ResNet of 152 layers: 60,192,808 parameters for 1,000 classes.</summary>
        /// <inheritdoc cref="resnet18" path="/param"/>
        public static ResNet resnet152(int num_classes = 1000) => new(true, [3, 8, 36, 3], num_classes);
    }
}
