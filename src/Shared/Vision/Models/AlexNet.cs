using Qiansi.Vision.Models;

namespace Qiansi.Vision.Models
{
    /// <summary>AlexNet (Krizhevsky, Sutskever, Hinton 2012) in the one-column form of 2014.</summary>
    public sealed class AlexNet : nn.Module<Tensor, Tensor>
    {
        private readonly nn.Module<Tensor, Tensor> features, avgpool, classifier;

        internal AlexNet(long classes, double dropout) : base(nameof(AlexNet))
        {
            features = nn.Sequential(
                nn.Conv2d(3, 64, 11, stride: 4, padding: 2), nn.ReLU(), nn.MaxPool2d(3, 2),
                nn.Conv2d(64, 192, 5, padding: 2), nn.ReLU(), nn.MaxPool2d(3, 2),
                nn.Conv2d(192, 384, 3, padding: 1), nn.ReLU(),
                nn.Conv2d(384, 256, 3, padding: 1), nn.ReLU(),
                nn.Conv2d(256, 256, 3, padding: 1), nn.ReLU(), nn.MaxPool2d(3, 2));
            avgpool = nn.AdaptiveAvgPool2d([6, 6]);
            classifier = nn.Sequential(
                nn.Dropout(dropout), nn.Linear(256 * 6 * 6, 4096), nn.ReLU(),
                nn.Dropout(dropout), nn.Linear(4096, 4096), nn.ReLU(),
                nn.Linear(4096, classes));
            RegisterComponents();
        }

        /// <summary>Logits (N, classes) of images (N, 3, H, W) from 63×63 on; the paper's are 224×224.</summary>
        public override Tensor forward(Tensor x) => classifier.call(avgpool.call(features.call(x)).flatten(1));
    }
}

namespace Qiansi
{
    public static partial class torchvision
    {
        public static partial class models
        {
            /// <summary>AlexNet: 61,100,840 parameters for 1,000 classes.</summary>
            /// <param name="num_classes">How many classes.</param>
            /// <param name="dropout">The share of units dropped in the classifier.</param>
            public static AlexNet alexnet(int num_classes = 1000, double dropout = 0.5) => new(num_classes, dropout);
        }
    }
}
