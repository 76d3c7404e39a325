using Qiansi.Vision.Models;

namespace Qiansi.Vision.Models
{
    /// <summary>
    /// GoogLeNet (Szegedy et al. 2014) with batch norms: nine Inception modules and one linear layer. The two auxiliary classifiers, which
    /// only training uses, are left out.
    /// </summary>
    public sealed class GoogLeNet : nn.Module<Tensor, Tensor>
    {
        private readonly nn.Module<Tensor, Tensor> conv1, maxpool1, conv2, conv3, maxpool2, inception3a, inception3b, maxpool3,
            inception4a, inception4b, inception4c, inception4d, inception4e, maxpool4, inception5a, inception5b, dropout, fc;

        internal GoogLeNet(long classes, double dropout) : base(nameof(GoogLeNet))
        {
            conv1 = new BasicConv2d(3, 64, 7, stride: 2, padding: 3);
            maxpool1 = nn.MaxPool2d(3, 2, ceil_mode: true);
            conv2 = new BasicConv2d(64, 64, 1);
            conv3 = new BasicConv2d(64, 192, 3, padding: 1);
            maxpool2 = nn.MaxPool2d(3, 2, ceil_mode: true);
            inception3a = new Inception(192, 64, 96, 128, 16, 32, 32);
            inception3b = new Inception(256, 128, 128, 192, 32, 96, 64);
            maxpool3 = nn.MaxPool2d(3, 2, ceil_mode: true);
            inception4a = new Inception(480, 192, 96, 208, 16, 48, 64);
            inception4b = new Inception(512, 160, 112, 224, 24, 64, 64);
            inception4c = new Inception(512, 128, 128, 256, 24, 64, 64);
            inception4d = new Inception(512, 112, 144, 288, 32, 64, 64);
            inception4e = new Inception(528, 256, 160, 320, 32, 128, 128);
            maxpool4 = nn.MaxPool2d(2, 2, ceil_mode: true);
            inception5a = new Inception(832, 256, 160, 320, 32, 128, 128);
            inception5b = new Inception(832, 384, 192, 384, 48, 128, 128);
            this.dropout = nn.Dropout(dropout);
            fc = nn.Linear(1024, classes);
            RegisterComponents();
            foreach (var weight in modules().Select(m => m is Modules.Conv2d c ? c.weight : m is Modules.Linear l ? l.weight : null))
                if (weight is not null) trunc_normal_(weight, 0, 0.01, -2, 2);
        }

        /// <summary>Logits (N, classes) of images (N, 3, H, W) from 15×15 on; the paper's are 224×224.</summary>
        public override Tensor forward(Tensor x)
        {
            // (N, 192, 28, 28)
            x = maxpool2.call(conv3.call(conv2.call(maxpool1.call(conv1.call(x)))));
            // (N, 480, 14, 14)
            x = maxpool3.call(inception3b.call(inception3a.call(x)));
            // (N, 832, 7, 7)
            x = maxpool4.call(inception4e.call(inception4d.call(inception4c.call(inception4b.call(inception4a.call(x))))));
            return fc.call(dropout.call(Layers.Means(inception5b.call(inception5a.call(x)))));
        }
    }
}

namespace Qiansi
{
    public static partial class torchvision
    {
        public static partial class models
        {
            /// <summary>GoogLeNet without its auxiliary classifiers: 6,624,904 parameters for 1,000 classes.</summary>
            /// <param name="num_classes">How many classes.</param>
            /// <param name="dropout">The share of units dropped before the last layer.</param>
            public static GoogLeNet googlenet(int num_classes = 1000, double dropout = 0.2) => new(num_classes, dropout);
        }
    }
}
