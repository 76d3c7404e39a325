using Qiansi.Vision.Models;

namespace Qiansi;

public static partial class torchvision
{
    public static partial class models
    {
        /// <summary>DenseNet of 121 layers: 7,978,856 parameters for 1,000 classes.</summary>
        /// <param name="num_classes">How many classes.</param>
        public static DenseNet densenet121(int num_classes = 1000) => new(32, [6, 12, 24, 16], 64, num_classes);

        /// <summary>DenseNet of 161 layers: 28,681,000 parameters for 1,000 classes.</summary>
        /// <inheritdoc cref="densenet121" path="/param"/>
        public static DenseNet densenet161(int num_classes = 1000) => new(48, [6, 12, 36, 24], 96, num_classes);

        /// <summary>DenseNet of 169 layers: 14,149,480 parameters for 1,000 classes.</summary>
        /// <inheritdoc cref="densenet121" path="/param"/>
        public static DenseNet densenet169(int num_classes = 1000) => new(32, [6, 12, 32, 32], 64, num_classes);

        /// <summary>DenseNet of 201 layers: 20,013,928 parameters for 1,000 classes.</summary>
        /// <inheritdoc cref="densenet121" path="/param"/>
        public static DenseNet densenet201(int num_classes = 1000) => new(32, [6, 12, 48, 32], 64, num_classes);
    }
}
